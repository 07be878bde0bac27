/** Other entries that flag the same words, in the rule's examples and in what it flags of the audit. */
import { coach } from '../../engine/coach';
import { readDocument } from '../../engine/document';
import { touches } from '../../engine/gaps';
import { findAll } from '../../engine/pattern/match';
import { spanOf } from '../../engine/phrases';
import type { CoachOptions, Conversation, Finding, Span } from '../../engine/types';
import type { TeamRule } from '../../phrasebank/layer';
import { marks } from '../../phrasebank/schema';
import type { DryRun, Warning } from '../types';
import { foundBy } from './found';
import type { InBanks, Trial } from './layered';

/** So many sentences of the audit are looked at: enough to see with whom it is at odds. */
const SENTENCES = 40;
/** So many others are named. */
const NAMED = 3;

interface Sample {
  draft: string;
  conversation: Conversation;
}

type Beside = Extract<Warning, { id: 'overlaps' | 'shadowed' }>;

export function besideOthers(rule: TeamRule, dry: DryRun | null, trial: Trial, options: CoachOptions): Beside[] {
  const found = new Map<string, { warning: Beside; times: number }>();
  for (const sample of samplesOf(rule, dry)) {
    for (const warning of besideIn(sample, trial, options)) {
      const key = `${warning.id} ${warning.other.rule}`;
      const known = found.get(key);
      found.set(key, { warning: known?.warning ?? warning, times: (known?.times ?? 0) + 1 });
    }
  }
  const often = [...found.values()].sort((a, b) => b.times - a.times);
  return often.slice(0, NAMED).map(({ warning }) => warning);
}

function besideIn(sample: Sample, { now, before }: Trial, options: CoachOptions): Beside[] {
  const own = foundBy(now, sample, options);
  // Where it is not on show, what is shown there stands in its place; where it is, what would be shown there without it.
  const [id, banks, spans] =
    own.length > 0
      ? (['overlaps', before.banks, own] as const)
      : (['shadowed', now.banks, matchedBy(now, sample.draft)] as const);
  if (spans.length === 0) return [];
  return coach(sample.draft, sample.conversation, banks, options)
    .findings.filter(({ rule }) => rule !== now.id && rule !== before.id)
    .flatMap(({ rule, message, span, severity }: Finding): Beside[] => {
      if (!span || severity === 'low' || !spans.some((one) => touches(one, span))) return [];
      return [{ id, other: { rule, message }, quote: sample.draft.slice(span.start, span.end) }];
    });
}

/** Where its patterns match, whatever the tests say. */
function matchedBy({ id, banks }: InBanks, draft: string): Span[] {
  const rule = banks.ruleIfAny(id);
  if (!rule) return [];
  return readDocument(draft).sentences.flatMap((sentence) =>
    rule.patterns.flatMap((pattern) =>
      findAll(pattern, sentence.reading).map((range) => spanOf({ rule, sentence, why: [], ...range })),
    ),
  );
}

function samplesOf({ examples, when }: TeamRule, dry: DryRun | null): Sample[] {
  const channel = when?.channels?.[0];
  const ofExamples = examples.flatMap((example): Sample[] => {
    const draft = 'flag' in example ? marks(example.flag)?.text : undefined;
    if (draft === undefined) return [];
    const { customer } = example;
    return [{ draft, conversation: { ...(customer !== undefined && { customer }), ...(channel && { channel }) } }];
  });
  const ofAudit = (dry?.hits ?? [])
    .filter(({ change }) => change !== 'gone')
    .slice(0, SENTENCES)
    .map(({ sentence }): Sample => ({ draft: sentence, conversation: channel ? { channel } : {} }));
  return [...ofExamples, ...ofAudit];
}
