import type { Classes } from './compile';
import type { PatternNode } from './parse';
import { literal, spelt } from './spelling';
import type { SymbolSet } from './symbol-set';

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
      const each = node.items.map((item) => needsOf(item, source, classes));
      if (each.some((needs) => needs.length === 0)) return [];
      // The most telling need of each alternative: one of them is there, whichever alternative matches.
      const symbols = new Set(each.flatMap((needs) => needs.reduce(rarer).symbols));
      return symbols.size > MAX_NEED ? [] : [vocabulary.setOf([...symbols])];
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
