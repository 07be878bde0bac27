import type { Reading } from '../document';
import type { Pattern } from './automaton';
import { matchAt, mayMatch, type TokenRange, wordsIn } from './match';
import { mayBegin } from './token-test';

export interface PatternMatch<T> extends TokenRange {
  pattern: Pattern;
  value: T;
}

interface Indexed<T> {
  pattern: Pattern;
  value: T;
  order: number;
}

/**
 * Many patterns at once. Each is listed under the rarest words that it cannot do without, so that the cost of a sentence
 * grows with the patterns that share its rare words and not with the banks.
 */
export class PatternIndex<T> {
  private readonly entries: Indexed<T>[] = [];
  private listed: { byWord: Map<string, Indexed<T>[]>; always: Indexed<T>[] } | null = null;

  add(pattern: Pattern, value: T): void {
    this.entries.push({ pattern, value, order: this.entries.length });
    this.listed = null;
  }

  /** The longest match of each pattern from each token, in the order of the tokens and then of adding. */
  matches(reading: Reading): PatternMatch<T>[] {
    const { byWord, always } = this.list();
    const hopeful = new Set(always);
    for (const word of wordsIn(reading)) for (const entry of byWord.get(word) ?? []) hopeful.add(entry);
    const found: PatternMatch<T>[] = [];
    for (const { pattern, value } of [...hopeful].sort((a, b) => a.order - b.order)) {
      if (!mayMatch(pattern, reading)) continue;
      for (let from = 0; from < reading.tokens.length; from += 1) {
        if (!mayBegin(pattern, reading.tokens, from)) continue;
        const to = matchAt(pattern, reading, from);
        if (to > 0) found.push({ from, to, pattern, value });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  }

  private list() {
    if (this.listed) return this.listed;
    const use = new Map<string, number>();
    for (const { pattern } of this.entries) {
      for (const need of pattern.needs) for (const word of need) use.set(word, (use.get(word) ?? 0) + 1);
    }
    // A word that many patterns need is one that most sentences have: 'you', 'not'.
    const cost = (need: ReadonlySet<string>) => {
      let sum = 0;
      for (const word of need) sum += use.get(word) ?? 0;
      return sum;
    };
    const byWord = new Map<string, Indexed<T>[]>();
    const always: Indexed<T>[] = [];
    for (const entry of this.entries) {
      const [first, ...more] = entry.pattern.needs;
      if (!first) {
        always.push(entry);
        continue;
      }
      const rarest = more.reduce((best, need) => (cost(need) < cost(best) ? need : best), first);
      for (const word of rarest) {
        const list = byWord.get(word);
        if (list) list.push(entry);
        else byWord.set(word, [entry]);
      }
    }
    this.listed = { byWord, always };
    return this.listed;
  }
}
