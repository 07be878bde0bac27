import type { Classes } from './compile';
import type { PatternNode } from './parse';
import { literal, spelt } from './spelling';

/** A set of needed words larger than this is not kept: it would take memory and say little. */
const MAX_NEED = 2000;

/** Words and lemmas without which a tree can't match: at least one of each set is in the sentence. */
export function needsOf(node: PatternNode, source: string, classes: Classes): ReadonlySet<string>[] {
  switch (node.type) {
    case 'word':
      return literal(node.text).map((norm) => new Set([norm]));
    case 'lemma':
      return [new Set([spelt(node.lemma)])];
    case 'sequence':
      return node.items.flatMap((item) => needsOf(item, source, classes));
    case 'class': {
      const set = classes.set(node.name, source, node.at);
      if (set?.type !== 'set') return [...classes.pattern(node.name, source, node.at).needs];
      if (set.norms.size + set.lemmas.size > MAX_NEED) return [];
      return [set.lemmas.size === 0 ? set.norms : new Set([...set.norms, ...set.lemmas])];
    }
    case 'choice': {
      const each = node.items.map((item) => needsOf(item, source, classes));
      if (each.some((needs) => needs.length === 0)) return [];
      // The most telling need of each alternative: one of them is there, whichever alternative matches.
      const telling = each.map((needs) => needs.reduce((a, b) => (commonness(b) < commonness(a) ? b : a)));
      return small(new Set(telling.flatMap((need) => [...need])));
    }
    default:
      return [];
  }
}

/** How likely a sentence has one of these words, roughly: short words are the common ones. */
function commonness(need: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of need) sum += 1 / word.length ** 3;
  return sum;
}

function small(need: Set<string>): Set<string>[] {
  return need.size <= MAX_NEED ? [need] : [];
}
