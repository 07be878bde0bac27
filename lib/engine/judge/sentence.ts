/**
 * The second reader: weighs a sentence's words beside what the banks found in it, principle by principle. It turns a
 * phrase that reads well into a hint, a hint that does not into a finding, and speaks up where no pattern did. Its
 * weights stand in sentence-weights.json and are learnt from labelled exchanges by `npm run train-sentences`.
 */
import type { CompiledBanks } from '../../phrasebank/compile';
import { clauseAt } from '../context/clause';
import { isQuoted } from '../context/quoted';
import type { PhraseContext, PhraseHit } from '../detectors/detector';
import type { Reading, Sentence } from '../document';
import type { TokenRange } from '../pattern/match';
import type { Company } from './lines';
import { builtInHits, type Candidates, candidateFeatures, settingFeatures, standingOf } from './sentence-features';
import { isSettled } from './vetoes';

/** From this sum on a sentence is company for the others. */
export const CLEAR = 0;

/** The entry of each principle's bank that stands for words alone. */
const ALONE = 'reads-as';

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
  return sums ? sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
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
  for (let target = 0; target < targets.length; target += 1) {
    const principle = targets[target] as string;
    const own = builtInHits(principle, candidates);
    const standing = standingOf(principle, candidates);
    const sum = sums[target] as number;
    const isOver = sum >= (judge.lines[company][standing][target] as number);
    // Nearly always: nothing was found, and the words say nothing
    if ((own.length === 0 && !isOver) || settled(principle)) continue;
    const said = `weighed: ${sum.toFixed(1)}`;
    if (standing === 'found') {
      const quiet = isOver ? {} : { severity: 'low' as const };
      kept.push(...own.map((hit) => ({ ...hit, ...quiet, sum, why: [...hit.why, said] })));
      continue;
    }
    if (!isOver || (standing === 'alone' && candidates.fine.has(principle))) {
      kept.push(...own);
      continue;
    }
    const why = [said, ...judge.why(context.sentence.reading, target)];
    const raised =
      loudestHint(own, why) ?? leftAlone(principle, candidates, context, why) ?? alone(principle, target, context, why);
    // A team's rule has said it already
    if (!raised || read.some((hit) => !hit.rule.builtIn && hit.rule.bank === principle && overlaps(hit, raised))) {
      kept.push(...own);
      continue;
    }
    kept.push(...own.filter((hit) => !overlaps(hit, raised)), { ...raised, sum });
  }
  return kept;
}

function overlaps(a: TokenRange, b: TokenRange): boolean {
  return a.from < b.to && b.from < a.to;
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
