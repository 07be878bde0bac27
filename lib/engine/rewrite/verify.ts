/** No edit is offered that was not tried: applied, read again, compared. */
import type { CompiledBanks } from '../../phrasebank/compile';
import { coach } from '../coach';
import { findGaps, touches } from '../gaps';
import type { CoachOptions, Conversation, Edit, Finding, Review } from '../types';
import { lostFacts } from './facts';
import { applyEdit } from './splice';

export interface Trial {
  draft: string;
  conversation: Conversation;
  banks: CompiledBanks;
  options: CoachOptions;
  finding: Finding;
  findings: readonly Finding[];
}

/** 'strict' for what a move makes; 'lenient' lets a finding on the draft as a whole come up, for a last way out. */
export type Strictness = 'strict' | 'lenient';

/** Absolute numbers such as the 100% of a promise are no facts. */
const NO_FACT = /^1\d\d$/;
const SURE = new Set(['overpromise', 'hedging']);

/** Why an edit must not be offered, or null where it may. */
export function fault(edit: Edit, trial: Trial, strictness: Strictness): string | null {
  const { draft, finding } = trial;
  const replaced = draft.slice(edit.start, edit.end);
  const applied = applyEdit(draft, edit);
  if (applied === draft || applied.trim() === '') return 'changes nothing';
  if (tidy(applied) === tidy(draft) && finding.principle !== 'shouting') return 'changes nothing but marks';
  const lost = (finding.principle === 'canned' && edit.start <= 1 ? [] : lostFacts(replaced, applied)).filter(
    (fact) => !isNoFact(finding, fact),
  );
  if (lost.length > 0) return `loses ${lost.join(', ')}`;
  if (malformed(applied, draft)) return 'is not well formed';
  const review = coach(applied, trial.conversation, trial.banks, trial.options);
  const span = finding.span;
  const reach = { start: Math.max(0, edit.start - 1), end: edit.start + edit.text.length + 1 };
  const same = (one: Finding) => one.rule === finding.rule;
  if (span) {
    if (count(review.findings, same) >= count(trial.findings, same)) return 'leaves the finding';
    const stays = review.findings.some((one) => same(one) && one.span && touches(one.span, reach));
    if (stays && edit.start <= span.start && edit.end >= span.end) {
      const before = trial.findings.filter((one) => same(one) && one.span && touches(one.span, edit)).length;
      if (before <= 1) return 'leaves the finding';
    }
  } else if (review.findings.some(same)) return 'leaves the finding';
  const fresh = review.findings.find((one) => one.severity !== 'low' && isNew(one, trial, review));
  if (fresh && (fresh.span || strictness === 'strict')) return `brings ${fresh.rule}`;
  return null;
}

/** The 100% of a promise; the 2 of 'tier 2'. */
function isNoFact({ principle }: Finding, fact: string): boolean {
  return (SURE.has(principle) && NO_FACT.test(fact)) || (principle === 'jargon' && /^\d{1,2}$/.test(fact));
}

function isNew(one: Finding, { findings }: Trial, review: Review): boolean {
  const alike = (other: Finding) =>
    one.span
      ? other.principle === one.principle && other.span !== null && other.severity !== 'low'
      : other.rule === one.rule;
  return count(review.findings, alike) > count(findings, alike);
}

function count(findings: readonly Finding[], fits: (one: Finding) => boolean): number {
  return findings.filter(fits).length;
}

function tidy(text: string): string {
  return text
    .replace(/[\s.!?,]+/g, ' ')
    .trim()
    .toLowerCase();
}

const BROKEN = [
  /[?!.],/,
  / [,.;!?](?:\s|$)/,
  /,[ ]*[,.;]/,
  /\b(\w+) \1 \1\b/i,
  /[a-z]\.[A-Z][a-z]/,
  /\(\s*\)/,
  /\b(?:that|to|and|but|of|the|a|an) ?[.!?](?:\s|$)/,
  / {3,}\S/,
  /\b(the|a|an|to|of|by|at|for|is|are|will|we|we're) \1\b/i,
];

/** Signs of a cut that went wrong, where the draft had none. */
function malformed(applied: string, draft: string): boolean {
  const gaps = findGaps(applied).length;
  const open = applied.split('[').length - draft.split('[').length;
  if (open > gaps) return true;
  return BROKEN.some((sign) => sign.test(applied) && !sign.test(draft));
}
