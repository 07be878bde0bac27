/** The pattern language, written: tree -> text, which `parsePattern` reads as the same tree. */
import { isPlainWord, type PatternNode } from './parse';

export function writePattern(node: PatternNode): string {
  switch (node.type) {
    case 'word':
      return isPlainWord(node.text) ? node.text : `"${node.text}"`;
    case 'lemma':
      return `<${node.lemma}>`;
    case 'pos':
      return `#${node.pos}`;
    case 'class':
      return `$${node.name}`;
    case 'gap':
      return `_{${node.min},${node.max}}`;
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'sequence':
      return node.items.map(asItem).join(' ');
    case 'choice':
      return node.items.map((item) => (item.type === 'choice' ? asItem(item) : writePattern(item))).join('|');
    case 'optional':
      return `${node.item.type === 'optional' ? `(${writePattern(node.item)})` : asItem(node.item)}?`;
  }
}

/** What stands beside others: of several parts, in brackets. */
function asItem(node: PatternNode): string {
  const text = writePattern(node);
  return node.type === 'sequence' || node.type === 'choice' ? `(${text})` : text;
}
