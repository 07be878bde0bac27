/**
 * The second reader of the draft as a whole: weighs what the detectors found beside what the reply does, how the customer
 * feels and the words of both. Its weights stand in draft-weights.json and are learnt from labelled exchanges by `npm run
 * train-drafts`.
 */
import type { Rule } from '../../phrasebank/compile';
import { answeredQuestions } from '../answers';
import type { DraftFacts } from '../detectors/detector';
import { followUpSigns } from '../detectors/no-follow-up';
import { nextStepSigns } from '../detectors/no-next-step';
import { listeningSigns } from '../detectors/not-listening';
import type { Document } from '../document';
import { replyOf } from '../reply';
import { severityOf } from '../severity';
import type { DraftPrinciple, Severity } from '../types';
import { isDetectorsAlone } from './draft-vetoes';
import type { Feature, LinearModel } from './linear';
import type { Company, Lines, Standing } from './lines';

/** A finding about the draft as a whole, before or after it is weighed. */
export interface DraftFound {
  rule: Rule;
  severity: Severity;
  why: string[];
}

/** The weights, ready to run. */
export class DraftJudge {
  constructor(
    readonly model: LinearModel,
    readonly lines: Lines,
  ) {}
}

/** The entry that speaks where no detector did. A tone has two: too merry, or too stiff. */
const MAIN_ENTRY: Record<DraftPrinciple, string> = {
  'missing-empathy': 'upset-unacknowledged',
  'solution-first': 'feeling-last',
  'not-listening': 'no-overlap',
  'unanswered-question': 'not-answered',
  'refusal-without-option': 'bare-no',
  'no-next-step': 'left-hanging',
  'no-ownership': 'impersonal-mistake',
  'tone-mismatch': 'stiff-to-friendly',
  boundary: 'no-limit',
  'no-personal-touch': 'no-greeting-no-name',
  'no-follow-up': 'solved-and-gone',
};

export function draftStanding(principle: string, found: readonly DraftFound[]): Standing {
  const own = found.filter(({ rule }) => rule.bank === principle);
  if (own.some(({ severity }) => severity !== 'low')) return 'found';
  return own.length > 0 ? 'hinted' : 'alone';
}

/** A reply with loud phrases in it is read more strictly as a whole. */
export function draftCompany({ phrases }: DraftFacts): Company {
  return phrases.some((hit) => severityOf(hit) !== 'low') ? 'among' : 'only';
}

export function draftFeatures(found: readonly DraftFound[], facts: DraftFacts, targets: readonly string[]): Feature[] {
  return [
    ...targets.flatMap((principle): Feature[] => {
      const standing = draftStanding(principle, found);
      return standing === 'alone' ? [] : [{ id: `${standing}:${principle}`, value: 1 }];
    }),
    ...signFeatures(facts),
    ...phraseFeatures(facts),
    ...roleFeatures(facts),
    ...conversationFeatures(facts),
    ...lemmaFeatures('d', facts.document, DRAFT_WORDS),
    ...lemmaFeatures('c', facts.conversation.customer, CUSTOMER_WORDS),
  ];
}

const DRAFT_WORDS = 3;
const CUSTOMER_WORDS = 2;
const ROLE = 0.7;
const MOOD_SIGN = 0.5;

/** What the votes go by. */
function signFeatures(facts: DraftFacts): Feature[] {
  const signs = (prefix: string, all: Readonly<Record<string, number>> | null) =>
    Object.entries(all ?? {}).flatMap(([name, value]) => (value === 0 ? [] : [{ id: `${prefix}:${name}`, value }]));
  const strongest: Record<string, number> = {};
  for (const { signs: own } of answeredQuestions(facts))
    for (const [name, value] of Object.entries(own)) strongest[name] = Math.max(strongest[name] ?? 0, value);
  return [
    ...signs('listening', listeningSigns(facts)),
    ...signs('step', nextStepSigns(facts)),
    ...signs('follow-up', followUpSigns(facts)),
    ...signs('question', strongest),
  ];
}

function phraseFeatures({ phrases }: DraftFacts): Feature[] {
  const counts = new Map<string, number>();
  for (const hit of phrases) {
    const id = `phrase:${hit.rule.bank}-${severityOf(hit) === 'low' ? 'hint' : 'loud'}`;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, many]) => ({ id, value: Math.min(2, many) / 2 }));
}

function roleFeatures(facts: DraftFacts): Feature[] {
  const { body, greeting, closing, words } = replyOf(facts);
  const seen = new Set<string>();
  for (const [index, { roles }] of body.entries())
    for (const role of roles) {
      seen.add(role);
      if (index === 0) seen.add(`${role}-first`);
      if (index === body.length - 1) seen.add(`${role}-last`);
    }
  if (greeting) seen.add('greets');
  if (closing.length > 0) seen.add('signs');
  seen.add(`sentences-${Math.min(6, Math.floor(body.length / 2))}`);
  seen.add(`words-${Math.min(6, Math.floor(words / 15))}`);
  return [...seen].map((name) => ({ id: `role:${name}`, value: ROLE }));
}

function conversationFeatures({ conversation }: DraftFacts): Feature[] {
  const { mood, source, problem, strength, questions, ours, signs } = conversation;
  return [
    { id: `mood:${mood.id}`, value: 1 },
    { id: `channel:${source.channel}`, value: 1 },
    { id: `problem:${problem}`, value: 1 },
    { id: `strength:${Math.round(strength)}`, value: ROLE },
    { id: `questions:${Math.min(3, questions.length)}`, value: ROLE },
    { id: `answered-before:${ours.length > 0}`, value: ROLE },
    { id: `case:${mood.id}-${problem ? 'problem' : 'none'}-${source.channel}`, value: ROLE },
    ...signs.map((sign) => ({ id: `sign:${sign}`, value: MOOD_SIGN })),
  ];
}

function lemmaFeatures(prefix: string, { sentences }: Document, weight: number): Feature[] {
  const lemmas = new Set<string>();
  for (const { reading } of sentences)
    for (const { kind, pos, lemma } of reading.tokens) if (kind === 'word' && pos !== 'PROPN') lemmas.add(lemma);
  const value = weight / Math.sqrt(lemmas.size + 5);
  return [...lemmas].map((lemma) => ({ id: `${prefix}:${lemma}`, value }));
}

/** What is found in the draft as a whole once it was weighed. */
export function judgedDraft(found: readonly DraftFound[], facts: DraftFacts): DraftFound[] {
  const judge = facts.banks.judges.drafts;
  if (!judge) return [...found];
  const { model, lines } = judge;
  const sums = model.start();
  for (const { id, value } of draftFeatures(found, facts, model.targets)) model.add(sums, id, value);
  const company = draftCompany(facts);
  return model.targets.flatMap((principle, target): DraftFound[] => {
    const own = found.filter(({ rule }) => rule.bank === principle);
    const standing = draftStanding(principle, found);
    const sum = sums[target] as number;
    const isOver = sum >= (lines[company][standing][target] as number);
    const said = `weighed: ${sum.toFixed(1)}`;
    const [first] = own;
    if (standing !== 'found' && isDetectorsAlone(principle, facts)) return own;
    if (!first) return isOver ? [{ ...alone(principle as DraftPrinciple, facts), why: [said] }] : [];
    if (standing === 'found') return own.map((one) => ({ ...one, ...(isOver ? {} : HINT), why: [...one.why, said] }));
    return isOver ? [{ ...first, severity: 'medium', why: [...first.why, said] }] : own;
  });
}

const HINT = { severity: 'low' as const };

function alone(principle: DraftPrinciple, { banks, conversation }: DraftFacts): Omit<DraftFound, 'why'> {
  const merry = principle === 'tone-mismatch' && conversation.mood.id === 'upset';
  const rule = banks.rule(`${principle}/${merry ? 'breezy-to-serious' : MAIN_ENTRY[principle]}`);
  return { rule, severity: rule.entry.severity };
}
