/** The findings of a draft: its phrases, and itself as a whole. Named, and ranked by importance. */
import type { Rule } from '../phrasebank/compile';
import { DRAFT_DETECTORS } from './detectors';
import type { DraftFacts, PhraseHit } from './detectors/detector';
import { findGaps } from './gaps';
import { hash } from './hash';
import { type DraftFound, judgedDraft } from './judge/draft';
import { spanOf } from './phrases';
import { severityOf } from './severity';
import { standsIn } from './stand-in';
import type { CoachOptions, Conversation, DraftPrinciple, Finding, PrincipleId, Severity } from './types';

const RANK: Record<Severity, number> = { high: 0, medium: 1, low: 2 };
const NOTE_PRINCIPLES: readonly PrincipleId[] = ['dismissive', 'blame', 'shouting'];

/** A rule that the draft breaks. `hit`: the phrase; null for the draft as a whole. */
export interface Found {
  rule: Rule;
  hit: PhraseHit | null;
  severity: Severity;
  why: string[];
}

export function foundPhrases(phrases: readonly PhraseHit[]): Found[] {
  return phrases
    .filter(({ settled }) => !settled)
    .map((hit) => ({ rule: hit.rule, hit, severity: severityOf(hit), why: hit.why }));
}

/** What the draft as a whole lacks. A gap that stands for it ('[option]') keeps it quiet. */
export function foundInDraft(facts: DraftFacts): Found[] {
  const { document, banks } = facts;
  if (document.sentences.length === 0) return [];
  const openGaps = new Set(findGaps(document.text).map(({ name: gap }) => gap));
  return judgedDraft(candidatesInDraft(facts), facts)
    .filter(({ rule }) => !standsIn(rule.bank as DraftPrinciple, openGaps, banks))
    .map((one) => ({ ...one, hit: null }));
}

/** What the detectors find in the draft as a whole, before it is weighed. */
export function candidatesInDraft(facts: DraftFacts): DraftFound[] {
  return DRAFT_DETECTORS.flatMap((detector) =>
    detector.detect(facts).map((hit) => {
      const rule = facts.banks.rule(`${detector.principle}/${hit.entry}`);
      return { rule, severity: hit.severity ?? rule.entry.severity, why: hit.why };
    }),
  );
}

/** What was found, less what the agent switched off, with ids; most important first. */
export function named(
  found: readonly Found[],
  kind: Conversation['kind'],
  options: CoachOptions,
): (Found & { finding: Finding })[] {
  const asked = found.filter(({ rule }) => isWanted(rule, kind, options));
  return rank(name(asked.map((one) => ({ ...one, severity: severityFor(one, options) }))));
}

function isWanted(rule: Rule, kind: Conversation['kind'], { off }: CoachOptions): boolean {
  const principle = rule.bank as PrincipleId;
  if (kind === 'note' && !NOTE_PRINCIPLES.includes(principle)) return false;
  const isPrincipleOff = off?.principles?.includes(principle) && !off.except?.includes(rule.id);
  return !isPrincipleOff && !off?.rules?.includes(rule.id);
}

function severityFor({ rule, severity }: Found, { severity: set, quiet }: CoachOptions): Severity {
  if (quiet?.includes(rule.id)) return 'low';
  return set?.[rule.id] ?? set?.[rule.bank] ?? severity;
}

/** Ids name the rule and the sentence's text, so that a finding keeps its id while its text stands. */
function name(all: Found[]): (Found & { finding: Finding })[] {
  const count = new Map<string, number>();
  return all.map((one) => {
    const place = one.hit ? hash(one.hit.sentence.reading.text) : 'draft';
    const base = `${one.rule.id}@${place}`;
    const nth = (count.get(base) ?? 0) + 1;
    count.set(base, nth);
    const finding: Finding = {
      id: nth === 1 ? base : `${base}.${nth}`,
      principle: one.rule.bank as PrincipleId,
      rule: one.rule.id,
      span: one.hit ? spanOf(one.hit) : null,
      severity: one.severity,
      message: one.rule.entry.message,
      why: one.why,
    };
    return { ...one, finding };
  });
}

/** Most severe first; phrases before the draft as a whole, in the order of the text. */
function rank<T extends { finding: Finding }>(all: T[]): T[] {
  const place = ({ finding }: T) => finding.span?.start ?? Number.MAX_SAFE_INTEGER;
  return [...all].sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity] || place(a) - place(b));
}
