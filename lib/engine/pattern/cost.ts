/**
 * How much work a pattern can be: the most steps that the matcher takes from one token. A step is counted once for each
 * token at which it can be tried, since no way is followed twice; options and gaps spread what comes after them over
 * more tokens.
 */
import type { PatternNode } from './parse';

interface Walk {
  steps: number;
  /** How many tokens it takes. */
  min: number;
  max: number;
}

export function costOf(tree: PatternNode): number {
  return walk(tree, 1).steps;
}

/** A word class may have phrases in it: it counts as so many tokens. */
const CLASS_LENGTH = 4;

/** `spread`: at how many tokens the node can begin. */
function walk(node: PatternNode, spread: number): Walk {
  switch (node.type) {
    case 'sequence': {
      let begins = spread;
      const all: Walk = { steps: 0, min: 0, max: 0 };
      for (const item of node.items) {
        const { steps, min, max } = walk(item, begins);
        begins += max - min;
        all.steps += steps;
        all.min += min;
        all.max += max;
      }
      return all;
    }
    case 'choice': {
      const ways = node.items.map((item) => walk(item, spread));
      // Alternatives of a word each are tried in one step
      const phrases = ways.filter((_, index) => !isWord(node.items[index] as PatternNode));
      const words = phrases.length < ways.length ? spread : 0;
      return {
        steps: phrases.reduce((sum, { steps }) => sum + steps, words),
        min: Math.min(...ways.map(({ min }) => min)),
        max: Math.max(...ways.map(({ max }) => max)),
      };
    }
    case 'optional':
      return { ...walk(node.item, spread), min: 0 };
    case 'gap':
      return { steps: node.max * spread, min: node.min, max: node.max };
    case 'start':
    case 'end':
      return { steps: spread, min: 0, max: 0 };
    case 'class':
      return { steps: spread, min: 1, max: CLASS_LENGTH };
    default:
      return { steps: spread, min: 1, max: 1 };
  }
}

function isWord({ type }: PatternNode): boolean {
  return type === 'word' || type === 'lemma';
}
