/** Section A: bank matches through the detectors' context tests, one finding where several overlap. */
import type { RuleMatch } from '../phrasebank/compile';
import { PHRASE_DETECTORS } from './detectors';
import { blame } from './detectors/blame';
import type { DraftContext, PhraseContext, PhraseDetector, PhraseHit } from './detectors/detector';
import type { Sentence } from './document';
import { findGaps, touches } from './gaps';
import { CLEAR, judged, loudestSum, type Weighed, weigh } from './judge/sentence';
import type { Candidates } from './judge/sentence-features';
import { saidToCustomer, speaksToColleague } from './note-blame';
import type { TokenRange } from './pattern/match';
import { severityOf } from './severity';
import type { Severity, Span } from './types';

const RANK: Record<Severity, number> = { high: 2, medium: 1, low: 0 };
/** The word class with which a team's layer says what is fine here: nothing within it is flagged. */
export const FINE = 'fine-here';
/** As FINE, where an organisation's rules go over the agent's words: what the agent says is fine hides built-in rules only. */
export const FINE_BENEATH = 'fine-beneath';

/** The phrases to flag, in the order of the text. `known`: those of a sentence that need not be looked for again. */
export function findPhrases(
  context: DraftContext,
  known?: (sentence: Sentence) => PhraseHit[] | undefined,
): PhraseHit[] {
  const gaps = findGaps(context.document.text);
  const read = context.document.sentences.map((sentence): PhraseHit[] | Weighed => {
    const before = known?.(sentence);
    if (before) return before;
    const inSentence: PhraseContext = { ...context, sentence };
    return weigh(candidatesIn(inSentence), inSentence);
  });
  const clear = read.map(isClear);
  const note = context.conversation.source.kind === 'note';
  const found = read.flatMap((one, index) => {
    if (Array.isArray(one)) return one;
    const company = clear.some((other, at) => other && at !== index) ? 'among' : 'only';
    const hits = judged(one, company);
    const meant = note ? [...hits.filter(({ rule }) => rule.bank !== blame.principle), ...blamedIn(one.context)] : hits;
    return meant.filter((hit) => !gaps.some((gap) => within(spanOf(hit), gap)));
  });
  return toldOnce(found);
}

/** What a note says against the customer. The second reader learnt from replies, and is not asked. */
function blamedIn(context: PhraseContext): PhraseHit[] {
  const { sentence } = context;
  const said = saidToCustomer(sentence, context);
  const own = ({ rule }: RuleMatch) => rule.bank === blame.principle;
  const spoken = hitsOf(blame, context.banks.matches(said.reading).filter(own), { ...context, sentence: said });
  const plain = hitsOf(blame, context.banks.matches(sentence.reading).filter(own), context);
  const about = plain.filter((hit) => !speaksToColleague(sentence, hit));
  return joined(strongest([...spoken.map((hit) => ({ ...withArticle(hit), sentence })), ...about]), blame);
}

/** "The customer failed": the article belongs to whom it is about. */
function withArticle(hit: PhraseHit): PhraseHit {
  return hit.sentence.reading.tokens[hit.from - 1]?.pos === 'DET' ? { ...hit, from: hit.from - 1 } : hit;
}

/** Whether a sentence has a fault that is heard in the others. */
function isClear(one: PhraseHit[] | Weighed): boolean {
  return Array.isArray(one)
    ? one.some(({ sum }) => (sum ?? 0) >= CLEAR && sum !== undefined)
    : loudestSum(one) >= CLEAR;
}

/** What patterns and context tests find in a sentence, before it is weighed. */
export function candidatesIn(context: PhraseContext): Candidates {
  const { reading } = context.sentence;
  const [fine, beneath] = [fineIn(FINE, context), fineIn(FINE_BENEATH, context)];
  const some = fine.length + beneath.length > 0;
  const isFine = ({ from, to, rule }: TokenRange & Pick<RuleMatch, 'rule'>) => {
    const holds = (range: TokenRange) => range.from <= from && to <= range.to;
    return fine.some(holds) || (rule.builtIn && beneath.some(holds));
  };
  const matched = context.banks.matches(reading);
  const matches = some ? matched.filter((match) => !isFine(match)) : matched;
  const all: PhraseHit[] = [];
  for (const detector of PHRASE_DETECTORS) {
    const own = matches.length > 0 ? matches.filter(({ rule }) => rule.bank === detector.principle) : matches;
    if (own.length > 0 || detector.find) all.push(...joined(strongest(hitsOf(detector, own, context)), detector));
  }
  const hits = some ? all.filter((hit) => !isFine(hit)) : all;
  return {
    hits: hits.length > 1 ? hits.filter((hit) => !hits.some((other) => overshadows(other, hit))) : hits,
    matches,
    fine: some ? new Set(matched.filter(isFine).map(({ rule }) => rule.bank)) : NONE_FINE,
  };
}

function fineIn(name: string, { banks, sentence }: PhraseContext): readonly TokenRange[] {
  return banks.knows(name) ? banks.find(name, sentence.reading) : NO_RANGES;
}

const NO_RANGES: readonly TokenRange[] = [];
const NONE_FINE: ReadonlySet<string> = new Set();

/** What goes on from the sentence before it stays a hint: the reader has been told, and mends both at once. */
function toldOnce(hits: PhraseHit[]): PhraseHit[] {
  if (hits.length < 2) return hits;
  const once = new Set(PHRASE_DETECTORS.filter((one) => one.once).map(({ principle }): string => principle));
  const goesOn = (hit: PhraseHit, before: PhraseHit) =>
    before.rule.bank === hit.rule.bank &&
    before.sentence.index === hit.sentence.index - 1 &&
    severityOf(before) !== 'low';
  return hits.map((hit) =>
    once.has(hit.rule.bank) && hits.some((before) => goesOn(hit, before))
      ? { ...hit, severity: 'low' as const, why: [...hit.why, 'told in the sentence before'] }
      : hit,
  );
}

/** Where a hit stands in the draft. */
export function spanOf({ sentence, from, to }: PhraseHit): Span {
  const { tokens } = sentence.reading;
  return {
    start: sentence.start + (tokens[from]?.start ?? 0),
    end: sentence.start + (tokens[to - 1]?.end ?? 0),
  };
}

function hitsOf(detector: PhraseDetector, matches: readonly RuleMatch[], context: PhraseContext): PhraseHit[] {
  const { sentence } = context;
  const hits: PhraseHit[] = [];
  const test = (hit: PhraseHit) => {
    const tests = hit.rule.entry.always ? [] : detector.tests;
    if (!tests.every((one) => one.passes(hit, context))) return;
    const { from, to } = (!hit.rule.entry.always && detector.widen?.(hit, context)) || hit;
    hits.push({ ...hit, from, to, why: [...hit.why, ...tests.map((one) => `passed: ${one.id}`)] });
  };
  for (const { rule, from, to, pattern } of matches)
    if (applies(context, rule.entry.when)) test({ rule, sentence, from, to, why: [`pattern: ${pattern}`] });
  detector.find?.(context).forEach(test);
  return hits;
}

/** A place that is not known is none of those that an entry is for. */
function applies({ conversation, options }: DraftContext, when: RuleMatch['rule']['entry']['when']): boolean {
  if (!when) return true;
  const { channels, moods, hosts, teams } = when;
  return (
    isFor(channels, conversation.source.channel) &&
    isFor(moods, conversation.mood.id) &&
    isFor(hosts, options.host) &&
    isFor(teams?.map(alike), options.team && alike(options.team))
  );
}

/** None named: for all. */
function isFor<T>(places: readonly T[] | undefined, here: T | undefined): boolean {
  return !places?.length || (here !== undefined && places.includes(here));
}

/** People type the names of teams. */
const alike = (team: string): string => team.trim().toLowerCase();

/**
 * Of overlapping hits of one principle the most severe stays, then the team's, then the longest; its span covers what it
 * stands for.
 */
function strongest(hits: PhraseHit[]): PhraseHit[] {
  if (hits.length < 2) return hits;
  const kept: PhraseHit[] = [];
  const ordered = [...hits].sort(
    (a, b) =>
      RANK[severityOf(b)] - RANK[severityOf(a)] ||
      Number(a.rule.builtIn) - Number(b.rule.builtIn) ||
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from,
  );
  for (const hit of ordered) if (!kept.some((other) => hit.from < other.to && other.from < hit.to)) kept.push(hit);
  return kept.sort((a, b) => a.from - b.from);
}

/** Hits at most `reach` tokens apart become one that spans them all, under the most severe one's rule. A team's stand alone. */
function joined(hits: PhraseHit[], { join: reach, keepsApart, leansOn }: PhraseDetector): PhraseHit[] {
  if (reach === undefined || hits.length < 2) return hits;
  const kept: PhraseHit[] = [];
  const parted = (from: number, to: number, { reading }: Sentence) =>
    reading.tokens.slice(from, to).some(({ norm }) => keepsApart?.has(norm));
  const leans = ({ from, sentence }: PhraseHit) => leansOn?.has(sentence.reading.tokens[from]?.norm ?? '') ?? false;
  for (const hit of hits) {
    const last = kept[kept.length - 1];
    const ours = last?.rule.builtIn && hit.rule.builtIn;
    const near = ours && hit.from - last.to <= reach && (leans(hit) || !parted(last.to, hit.from, hit.sentence));
    if (!last || !near) kept.push(hit);
    else {
      const lead = RANK[severityOf(hit)] > RANK[severityOf(last)] ? hit : last;
      kept[kept.length - 1] = { ...lead, from: last.from, to: hit.to, why: [...last.why, ...hit.why] };
    }
  }
  return kept;
}

/** Two principles, one fault: the louder name of it stays. */
function overshadows(other: PhraseHit, hit: PhraseHit): boolean {
  return (
    PHRASE_DETECTORS.some(({ principle, yieldsTo }) => principle === hit.rule.bank && yieldsTo === other.rule.bank) &&
    hit.from < other.to &&
    other.from < hit.to &&
    other.to - other.from > hit.to - hit.from &&
    RANK[severityOf(other)] >= RANK[severityOf(hit)]
  );
}

function within(span: Span, outer: Span): boolean {
  return touches(span, outer) && span.start >= outer.start && span.end <= outer.end;
}

export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  return sentences.find((sentence) => offset >= sentence.start && offset < sentence.end);
}
