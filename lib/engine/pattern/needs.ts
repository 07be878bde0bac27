import type { Classes } from './compile';
import type { PatternNode } from './parse';
import { literal, spelt } from './spelling';
import type { SymbolSet } from './symbol-set';
import type { Vocabulary } from './vocabulary';

/** A set of needed words larger than this is not kept: it would take memory and say little. */
const MAX_NEED = 2000;

/**
 * Words without which a tree can't match: at least one of each set is in the sentence. Visits the whole tree, so that
 * each word and class that it names is known from then on.
 */
export function needsOf(node: PatternNode, source: string, classes: Classes): readonly SymbolSet[] {
  const { vocabulary } = classes;
  switch (node.type) {
    case 'word':
      return literal(node.text).map((norm) => vocabulary.single(vocabulary.norm(norm)));
    case 'lemma':
      return [vocabulary.single(vocabulary.lemma(spelt(node.lemma)))];
    case 'sequence':
      return node.items.flatMap((item) => needsOf(item, source, classes));
    case 'class': {
      const set = classes.set(node.name, source, node.at);
      if (!set) return classes.pattern(node.name, source, node.at).needs;
      return set.symbols.length > MAX_NEED ? [] : [set];
    }
    case 'choice': {
      // The most telling need of each alternative: one of them is there, whichever alternative matches.
      const symbols = new Set<number>();
      let isSure = true;
      for (const item of node.items) {
        const word = singleWord(item, vocabulary);
        if (word > 0) {
          symbols.add(word);
          continue;
        }
        const needs = needsOf(item, source, classes);
        if (needs.length === 0) isSure = false;
        else for (const symbol of needs.reduce(rarer).symbols) symbols.add(symbol);
      }
      return isSure && symbols.size <= MAX_NEED ? [vocabulary.setOf([...symbols])] : [];
    }
    case 'optional':
      needsOf(node.item, source, classes);
      return [];
    default:
      return [];
  }
}

function rarer(a: SymbolSet, b: SymbolSet): SymbolSet {
  return b.commonness < a.commonness ? b : a;
}

/** The symbol of a tree that is one word or lemma; 0 for all others. */
export function singleWord(node: PatternNode, vocabulary: Vocabulary): number {
  if (node.type === 'lemma') return vocabulary.lemma(spelt(node.lemma));
  if (node.type !== 'word') return 0;
  const [word, ...more] = literal(node.text);
  return word === undefined || more.length > 0 ? 0 : vocabulary.norm(word);
}
