import type { CompiledBanks, Rule } from '../phrasebank/compile';
import { findCommitments } from './commitments';
import { readConversation } from './conversation';
import { DRAFT_DETECTORS } from './detectors';
import type { DraftContext, DraftFacts, PhraseHit } from './detectors/detector';
import { readDocument } from './document';
import { findGaps } from './gaps';
import { languageOf } from './language';
import { findPhrases, severityOf, spanOf } from './phrases';
import { answeredQuestions } from './questions';
import { keepSource } from './review-source';
import { scoreDraft } from './scorecard';
import { standsIn } from './stand-in';
import { stepsOf } from './steps';
import { findStrengths } from './strengths';
import type { CoachOptions, Conversation, Finding, PrincipleId, Review, Severity } from './types';

const RANK: Record<Severity, number> = { high: 0, medium: 1, low: 2 };
/** A rule left this often by the agent becomes a hint. */
const QUIET_AFTER = 5;
const NOTE_PRINCIPLES: readonly PrincipleId[] = ['dismissive', 'blame', 'shouting'];

/**
 * Reads a draft against its conversation. Pure: the same input gives the same review, live and in bulk. Findings come
 * most important first; spans are in `draft`. A draft in a language without banks gives an empty review.
 */
export function coach(
  draft: string,
  conversation: Conversation,
  banks: CompiledBanks,
  options: CoachOptions = {},
): Review {
  const document = readDocument(draft);
  const reading = readConversation(conversation, banks);
  const context: DraftContext = { document, conversation: reading, banks, options };
  const language = languageOf(document, banks);
  const silent = language !== banks.language || (reading.source.kind === 'note' && options.notes === 'off');
  const phrases = silent ? [] : findPhrases(context);
  const strengths = silent ? [] : findStrengths({ ...context, phrases, strengths: [] });
  const facts: DraftFacts = { ...context, phrases, strengths };
  const questions = answeredQuestions(facts);

  const found: Found[] = phrases.map((hit) => ({ rule: hit.rule, hit, severity: severityOf(hit), why: hit.why }));
  if (!silent && document.sentences.length > 0) {
    const openGaps = new Set(findGaps(draft).map(({ name: gap }) => gap));
    for (const detector of DRAFT_DETECTORS) {
      if (standsIn(detector.principle, openGaps, banks)) continue;
      for (const hit of detector.detect(facts)) {
        const rule = banks.rule(`${detector.principle}/${hit.entry}`);
        found.push({ rule, hit: null, severity: hit.severity ?? rule.entry.severity, why: hit.why });
      }
    }
  }

  const asked = found.filter((one) => isWanted(one.rule, reading.source.kind, options));
  const findings = rank(name(asked.map((one) => ({ ...one, severity: severityFor(one, options) }))));
  const steps = stepsOf(
    facts,
    findings.map(({ finding }) => finding),
  );
  const review: Review = {
    language,
    mood: reading.mood,
    questions,
    findings: findings.map(({ finding }) => finding),
    strengths: strengths.map(({ id, span }) => ({ id, span })),
    steps,
    scorecard: scoreDraft(
      facts,
      findings.map(({ finding }) => finding),
    ),
    commitments: silent ? [] : findCommitments(facts),
    gaps: findGaps(draft),
  };
  keepSource(review, {
    draft,
    conversation,
    banks,
    facts,
    found: new Map(findings.map(({ finding, rule, hit }) => [finding.id, { rule, hit }])),
    suggestions: new Map(),
  });
  return review;
}

interface Found {
  rule: Rule;
  hit: PhraseHit | null;
  severity: Severity;
  why: string[];
}

function isWanted(rule: Rule, kind: Conversation['kind'], { off }: CoachOptions): boolean {
  const principle = rule.bank as PrincipleId;
  if (kind === 'note' && !NOTE_PRINCIPLES.includes(principle)) return false;
  return !off?.principles?.includes(principle) && !off?.rules?.includes(rule.id);
}

function severityFor({ rule, severity }: Found, { severity: set, quiet }: CoachOptions): Severity {
  if ((quiet?.[rule.id] ?? 0) >= QUIET_AFTER) return 'low';
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

/** FNV-1a, 32 bits, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(36);
}
