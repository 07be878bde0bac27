/**
 * The second reader: weighs a sentence's words beside what the banks found in it, principle by principle. It turns a
 * phrase that reads well into a hint, a hint that does not into a finding, and speaks up where no pattern did. Its
 * weights stand in sentence-weights.json and are learnt from labelled exchanges by `npm run train-sentences`.
 */
import type { CompiledBanks, RuleMatch } from '../../phrasebank/compile';
import { clauseAt } from '../context/clause';
import { isQuoted } from '../context/quoted';
import type { PhraseContext, PhraseHit } from '../detectors/detector';
import type { Reading, Sentence } from '../document';
import type { TokenRange } from '../pattern/match';
import { rolesOf } from '../roles';
import type { Feature, LinearModel } from './linear';
import type { Company, Lines, Standing } from './lines';
import { isSettled } from './vetoes';
import { type WordFeature, wordFeatures, wordValue } from './words';

/** From this sum on a sentence is company for the others. */
export const CLEAR = 0;

/** What the banks say of a sentence before it is weighed. */
export interface Candidates {
  hits: readonly PhraseHit[];
  /** All matches, those that a context test left alone too. */
  matches: readonly RuleMatch[];
}

const WORD_VALUE = 4;
const CLASS_VALUE = 0.5;
const SETTING_VALUE = 0.5;
/** The entry of each principle's bank that stands for words alone. */
const ALONE = 'reads-as';
const NAMED = 3;

export function standingOf(principle: string, { hits, matches }: Candidates): Standing {
  const own = hits.filter(({ rule }) => rule.builtIn && rule.bank === principle);
  if (own.some((hit) => severity(hit) !== 'low')) return 'found';
  const matched = own.length > 0 || matches.some(({ rule }) => rule.builtIn && rule.bank === principle);
  return matched ? 'hinted' : 'alone';
}

/** What the banks found, as features. */
export function candidateFeatures(candidates: Candidates, targets: readonly string[]): Feature[] {
  const features: Feature[] = [];
  for (const principle of targets) {
    const own = candidates.hits.filter(({ rule }) => rule.builtIn && rule.bank === principle);
    const standing = standingOf(principle, candidates);
    if (standing === 'found') features.push({ id: `found:${principle}`, value: 1 });
    else if (own.length > 0) features.push({ id: `hint:${principle}`, value: 1 });
    else if (standing === 'hinted') features.push({ id: `left:${principle}`, value: 1 });
    for (const id of new Set(own.map(({ rule }) => rule.id))) features.push({ id: `rule:${id}`, value: 1 });
  }
  return features;
}

/** What the conversation lends to a sentence: the same words ring differently in a chat, or to somebody upset. */
export function settingFeatures({ sentence, conversation, document, banks }: PhraseContext): Feature[] {
  const { mood, source, problem, questions, customer } = conversation;
  const place = sentence.index === 0 ? 'first' : sentence.index === document.sentences.length - 1 ? 'last' : 'mid';
  const beside = (name: string, at: number) => {
    const other = document.sentences[at];
    return other
      ? [...rolesOf(other.reading, banks)].map((role) => ({ id: `${name}:${role}`, value: SETTING_VALUE }))
      : [];
  };
  return [
    // An excuse that is owned in the next breath, a rule with its way out
    ...beside('before', sentence.index - 1),
    ...beside('after', sentence.index + 1),
    { id: `mood:${mood.id}`, value: SETTING_VALUE },
    { id: `channel:${source.channel}`, value: SETTING_VALUE },
    { id: `place:${place}`, value: SETTING_VALUE },
    { id: `they:${problem ? 'report' : questions.length > 0 ? 'ask' : 'tell'}`, value: SETTING_VALUE },
    // Who told their story need not be asked for it
    { id: `told:${Math.min(3, customer.sentences.length)}`, value: SETTING_VALUE },
  ];
}

/** A sentence's words and word classes as features: what does not change while the sentence stands. */
export function readingFeatures(reading: Reading, classes: readonly string[], banks: CompiledBanks): Feature[] {
  const value = WORD_VALUE * wordValue(reading);
  return [
    ...wordFeatures(reading).map(({ id }) => ({ id, value })),
    ...classes.filter((name) => banks.has(name, reading)).map((name) => ({ id: `class:${name}`, value: CLASS_VALUE })),
  ];
}

/** A sentence, weighed: the log of the odds that each principle is broken. */
export interface Weighed {
  context: PhraseContext;
  candidates: Candidates;
  /** By target; null where there is no second reader. */
  sums: Float64Array | null;
}

export function weigh(candidates: Candidates, context: PhraseContext): Weighed {
  const { sentence, banks } = context;
  const judge = banks.judges.sentences;
  if (!judge) return { context, candidates, sums: null };
  const sums = judge.sumsOf(sentence.reading, banks).slice();
  for (const { id, value } of [...candidateFeatures(candidates, judge.model.targets), ...settingFeatures(context)])
    judge.model.add(sums, id, value);
  return { context, candidates, sums };
}

/** The fault that speaks loudest, as its sum; nothing where there is no second reader. */
export function loudestSum({ sums }: Weighed): number {
  return sums ? Math.max(...sums) : Number.NEGATIVE_INFINITY;
}

/** What is flagged once a sentence was weighed. Rules that are not built in pass as they are: nobody learnt with them. */
export function judged({ context, candidates, sums }: Weighed, company: Company): PhraseHit[] {
  const judge = context.banks.judges.sentences;
  const settled = (principle: string) => isSettled(principle, context, candidates.hits);
  const read = candidates.hits.map(
    (hit): PhraseHit => (hit.rule.builtIn && settled(hit.rule.bank) ? { ...hit, severity: 'low', settled: true } : hit),
  );
  if (!judge || !sums) return read;
  const { targets } = judge.model;
  const kept = read.filter((hit) => hit.settled || !hit.rule.builtIn || !targets.includes(hit.rule.bank));
  for (const [target, principle] of targets.entries()) {
    if (settled(principle)) continue;
    const own = candidates.hits.filter(({ rule }) => rule.builtIn && rule.bank === principle);
    const standing = standingOf(principle, candidates);
    const sum = sums[target] as number;
    const isOver = sum >= (judge.lines[company][standing][target] as number);
    const said = `weighed: ${sum.toFixed(1)}`;
    if (standing === 'found') {
      const quiet = isOver ? {} : { severity: 'low' as const };
      kept.push(...own.map((hit) => ({ ...hit, ...quiet, sum, why: [...hit.why, said] })));
      continue;
    }
    if (!isOver) {
      kept.push(...own);
      continue;
    }
    const why = [said, ...judge.why(context.sentence.reading, target)];
    const raised =
      loudestHint(own, why) ?? leftAlone(principle, candidates, context, why) ?? alone(principle, target, context, why);
    kept.push(...own.filter((hit) => !raised || hit.from >= raised.to || raised.from >= hit.to));
    if (raised) kept.push({ ...raised, sum });
  }
  return kept;
}

/** The longest hint, made loud. */
function loudestHint(own: readonly PhraseHit[], why: readonly string[]): PhraseHit | null {
  const [hit] = [...own].sort((a, b) => b.to - b.from - (a.to - a.from));
  return hit ? { ...hit, severity: 'medium', why: [...hit.why, ...why] } : null;
}

/** A pattern matched and a test left it alone: its words around it speak against the test. */
function leftAlone(
  principle: string,
  { matches }: Candidates,
  { sentence }: PhraseContext,
  why: readonly string[],
): PhraseHit | null {
  const [match] = matches
    .filter(
      ({ rule, from, to }) => rule.builtIn && rule.bank === principle && !isQuoted(sentence.reading, { from, to }),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  if (!match) return null;
  const { rule, from, to, pattern } = match;
  return { rule, sentence, from, to, severity: 'medium', why: [`pattern: ${pattern}`, ...why] };
}

/** No pattern at all: the clause whose words weigh most. */
function alone(principle: string, target: number, context: PhraseContext, why: readonly string[]): PhraseHit | null {
  const { sentence, banks } = context;
  const range = heaviestClause(sentence, target, banks);
  if (!range || isQuoted(sentence.reading, range)) return null;
  return { rule: banks.rule(`${principle}/${ALONE}`), sentence, ...range, why: [...why] };
}

function heaviestClause({ reading }: Sentence, target: number, banks: CompiledBanks): TokenRange | null {
  const { tokens } = reading;
  const weights = banks.judges.sentences?.byToken(reading, target) ?? [];
  let best: (TokenRange & { sum: number }) | null = null;
  for (let at = 0; at < tokens.length; ) {
    const { to } = clauseAt(reading, at, banks);
    const range = trimmed(reading, { from: at, to });
    if (range) {
      const sum = weights.slice(range.from, range.to).reduce((total, weight) => total + weight, 0);
      if (!best || sum > best.sum) best = { ...range, sum };
    }
    at = Math.max(to, at + 1);
  }
  return best && { from: best.from, to: best.to };
}

/** Without the marks at its ends; null where nothing else is left. */
function trimmed({ tokens }: Reading, { from, to }: TokenRange): TokenRange | null {
  const isWord = (index: number) => tokens[index]?.kind === 'word' || tokens[index]?.kind === 'number';
  let first = from;
  let last = to;
  while (first < last && !isWord(first)) first += 1;
  while (last > first && !isWord(last - 1)) last -= 1;
  return first < last ? { from: first, to: last } : null;
}

function severity({ rule, severity: own }: PhraseHit) {
  return own ?? rule.entry.severity;
}

/** The weights, ready to run. What a sentence's words come to is kept by its reading. */
export class SentenceJudge {
  readonly lines: Lines;
  private readonly classes: readonly string[];
  private readonly sums = new WeakMap<Reading, Float64Array>();

  constructor(
    readonly model: LinearModel,
    lines: Lines,
  ) {
    this.lines = lines;
    this.classes = model.named('class:');
  }

  /** Before anything that the banks found. Not to be changed by who asks. */
  sumsOf(reading: Reading, banks: CompiledBanks): Float64Array {
    const known = this.sums.get(reading);
    if (known) return known;
    const sums = this.model.start();
    for (const { id, value } of readingFeatures(reading, this.classes, banks)) this.model.add(sums, id, value);
    this.sums.set(reading, sums);
    return sums;
  }

  /** How much each token of a sentence weighs for a principle. */
  byToken(reading: Reading, target: number): number[] {
    const weights = reading.tokens.map(() => 0);
    for (const { id, from, to } of wordFeatures(reading)) {
      const share = this.model.weight(id, target) / Math.max(1, to - from);
      for (let at = from; at < to; at += 1) weights[at] = (weights[at] as number) + share;
    }
    return weights;
  }

  /** The words that weigh most, for 'explain': 'you should (+1.2)'. */
  why(reading: Reading, target: number): string[] {
    const value = WORD_VALUE * wordValue(reading);
    const seen = new Set<string>();
    return wordFeatures(reading)
      .map((feature) => ({ ...feature, weight: value * this.model.weight(feature.id, target) }))
      .filter(({ weight }) => weight > 0.1)
      .sort((a, b) => b.weight - a.weight)
      .map((feature) => ({ ...feature, text: textOf(reading, feature) }))
      .filter(({ text }) => text !== '' && seen.size !== seen.add(text).size)
      .slice(0, NAMED)
      .map(({ text, weight }) => `"${text}" (+${weight.toFixed(1)})`);
  }
}

function textOf({ text, tokens }: Reading, { from, to }: WordFeature): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}
