/** A rule's examples, run as tests: in the suite, in the studio, and before a pack is taken. */
import { coach } from '../engine/coach';
import { applyEdit } from '../engine/rewrite/splice';
import { suggest } from '../engine/suggest';
import type { CoachOptions, Conversation, Entry, Example, Finding, Review, Span } from '../engine/types';
import type { CompiledBanks } from './compile';
import { marks } from './schema';

export interface ExampleOutcome {
  kind: 'flag' | 'allow';
  ok: boolean;
  /** What the rule found in it: the whole, where it is about the draft as a whole. */
  found: Span[];
  /** What stands there where the first suggestion is taken; null where there is none. */
  fixed: string | null;
  /** What is wrong; null where it is ok. */
  problem: 'not-found' | 'other-span' | 'found' | 'fixed-differs' | 'fixed-flagged' | 'marks' | null;
}

/**
 * One example of the rule with this full id, which stands in `banks`, read in a place that the rule is for. Marks in a
 * flag example are the only span to be found; without them it is enough that the rule finds something.
 */
export function runExample(rule: string, example: Example, banks: CompiledBanks): ExampleOutcome {
  const read = reader(rule, example.customer, banks);
  if ('allow' in example) {
    const found = spansIn(example.allow, read(example.allow), rule);
    return outcome('allow', found, null, found.length > 0 ? 'found' : null);
  }
  const marked = marks(example.flag);
  if (!marked) return outcome('flag', [], null, 'marks');
  const { text, span } = marked;
  const review = read(text);
  const [first] = of(rule, review);
  const found = spansIn(text, review, rule);
  if (!first) return outcome('flag', found, null, 'not-found');
  const [edit] = suggest(review, first.id);
  const fixed = edit ? applyEdit(text, edit) : null;
  if (span && !(found.length === 1 && same(found[0] as Span, span))) return outcome('flag', found, fixed, 'other-span');
  if (fixed !== null && of(rule, read(fixed)).length > 0) return outcome('flag', found, fixed, 'fixed-flagged');
  if (example.fixed !== undefined && fixed !== example.fixed) return outcome('flag', found, fixed, 'fixed-differs');
  return outcome('flag', found, fixed, null);
}

function reader(rule: string, customer: string | undefined, banks: CompiledBanks): (draft: string) => Review {
  const { channel, ...options } = placeOf(banks.rule(rule).entry);
  const conversation: Conversation = { ...(customer !== undefined && { customer }), ...(channel && { channel }) };
  return (draft) => coach(draft, conversation, banks, options);
}

/** The first place that the rule is for; anywhere, where it is for all. */
function placeOf({ when }: Entry): Pick<Conversation, 'channel'> & Pick<CoachOptions, 'host' | 'team'> {
  const [channel] = when?.channels ?? [];
  const [host] = when?.hosts ?? [];
  const [team] = when?.teams ?? [];
  return { ...(channel && { channel }), ...(host && { host }), ...(team && { team }) };
}

function of(rule: string, { findings }: Review): Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}

function spansIn(text: string, review: Review, rule: string): Span[] {
  return of(rule, review).map(({ span }) => span ?? { start: 0, end: text.length });
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function outcome(
  kind: ExampleOutcome['kind'],
  found: Span[],
  fixed: string | null,
  problem: ExampleOutcome['problem'],
): ExampleOutcome {
  return { kind, ok: problem === null, found, fixed, problem };
}
