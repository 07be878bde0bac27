/**
 * The customer's mood. Signs of moods.json decide on abuse; whether they are upset is weighed from the signs together
 * with their words (see mood-words.ts), or from the signs alone where a language has no weights.
 */
import type { CompiledBanks, Rule } from '../phrasebank/compile';
import type { Document, Reading } from './document';
import { type MoodWeights, moodFeatures, scoreMood, tellingWords } from './mood-words';
import type { Channel, Mood, MoodId, Span } from './types';

/** A sign in the customer's message, where it stands. */
export interface MoodSign extends Span {
  rule: Rule;
}

/** Signs that no pattern of words expresses; their weight and message stand in the bank under these ids. */
const CAPITALS = 'moods/capitals';
const PILED_MARKS = 'moods/piled-marks';
const ENOUGH = 1;
/** Where the signs alone are thin, so many of the heaviest words are shown beside them. */
const WORDS_SHOWN = 3;

interface Weighed extends Span {
  weight: number;
}

/** `strength`: how far they are upset, less what speaks for calm; from 1 on they are. */
export function moodOf(
  customer: Document,
  signs: readonly MoodSign[],
  weights: MoodWeights | null,
  channel?: Channel,
): Mood & { strength: number } {
  const rules = [...new Set(signs.map(({ rule }) => rule))];
  const weigh = (mood: MoodId, some = rules) =>
    some.filter(({ entry }) => entry.mood === mood).reduce((sum, { entry }) => sum + (entry.weight ?? 0), 0);
  const evidence = (mood: MoodId, more: readonly Weighed[] = []) =>
    tellingFirst([...signs.filter(({ rule }) => rule.entry.mood === mood).map(weighed), ...more]);
  let strength = weigh('upset') - weigh('calm');
  let words: Weighed[] = [];
  if (weights && customer.sentences.length > 0) {
    const features = moodFeatures(
      customer,
      rules.map(({ entry }) => entry.id),
      channel,
    );
    // A sign that a team has added has a weight of its own.
    const own = rules.filter(({ entry }) => !Object.hasOwn(weights.features, `s:${entry.id}`));
    strength = ENOUGH + scoreMood(features, weights) + weigh('upset', own) - weigh('calm', own);
    if (weigh('upset') < ENOUGH) words = tellingWords(features, weights, WORDS_SHOWN);
  }
  if (weigh('abusive') >= ENOUGH) return { id: 'abusive', evidence: evidence('abusive'), strength };
  if (strength >= ENOUGH) return { id: 'upset', evidence: evidence('upset', words), strength };
  return { id: 'calm', evidence: [], strength };
}

/** Every sign, in the order of the text. */
export function moodSigns(customer: Document, banks: CompiledBanks): MoodSign[] {
  return customer.sentences.flatMap(({ reading, start }) => {
    const placed = (rule: Rule, from: number, to: number): MoodSign => ({
      rule,
      start: start + (reading.tokens[from]?.start ?? 0),
      end: start + (reading.tokens[to - 1]?.end ?? 0),
    });
    // "I'm really disappointed" is what they said, not "disappointed"
    const leads = banks.find('feeling-lead', reading);
    const opening = (from: number) => Math.min(from, ...leads.filter(({ to }) => to === from).map((lead) => lead.from));
    const words = banks
      .matches(reading, 'moods')
      .map(({ rule, from, to }) => placed(rule, rule.entry.mood === 'calm' ? from : opening(from), to));
    const capitals = shoutedTokens(reading).map((at) => placed(banks.rule(CAPITALS), at, at + 1));
    const marks = piledMarks(reading).map(([from, to]) => placed(banks.rule(PILED_MARKS), from, to));
    return [...words, ...capitals, ...marks].sort((a, b) => a.start - b.start);
  });
}

/** Words in capitals that are neither a name nor a code: their neighbours are small, or they are no noun. */
function shoutedTokens({ tokens }: Reading): number[] {
  const small = tokens.filter(({ text }) => /^\p{Ll}{2,}/u.test(text)).length;
  return tokens.flatMap(({ text, pos, kind }, at) => {
    if (kind !== 'word' || !/^\p{Lu}{3,}$/u.test(text)) return [];
    const acronym = text.length < 4 && (pos === 'NOUN' || pos === 'PROPN');
    const vowel = /[AEIOUY]/.test(text);
    return vowel && (!acronym || small === 0) ? [at] : [];
  });
}

function piledMarks({ tokens }: Reading): [number, number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    let to = from;
    let marks = 0;
    while (/^[!?]+$/.test(tokens[to]?.text ?? '')) {
      marks += tokens[to]?.text.length ?? 0;
      to += 1;
    }
    if (marks > 1) found.push([from, to]);
    from = Math.max(from, to);
  }
  return found;
}

function weighed({ rule, start, end }: MoodSign): Weighed {
  return { start, end, weight: rule.entry.weight ?? 0 };
}

/** Overlapping places as one span, the most telling first: by weight, then by place. */
function tellingFirst(places: readonly Weighed[]): Span[] {
  const merged: Weighed[] = [];
  for (const { start, end, weight } of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.weight = Math.max(last.weight, weight);
    } else {
      merged.push({ start, end, weight });
    }
  }
  return merged
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .map(({ start, end }): Span => ({ start, end }));
}
