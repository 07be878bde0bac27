/** A rule's examples, run as tests: in the suite, in the studio, and before a pack is taken. */
import type { Example, Span } from '../engine/types';
import type { CompiledBanks } from './compile';

export interface ExampleOutcome {
  kind: 'flag' | 'allow';
  ok: boolean;
  /** What the rule found in it. */
  found: Span[];
  /** What stands there where the first suggestion is taken; null where there is none. */
  fixed: string | null;
  /** What is wrong; null where it is ok. */
  problem: 'not-found' | 'other-span' | 'found' | 'fixed-differs' | 'fixed-flagged' | 'marks' | null;
}

/** One example of the rule with this full id, which stands in `banks`. */
export function runExample(_rule: string, _example: Example, _banks: CompiledBanks): ExampleOutcome {
  throw new Error('Not yet.');
}
