/**
 * The small linear model behind the customer's mood: people complain without a strong word, so every word and pair of
 * words weighs a little, beside the signs of moods.json. Weights stand in mood-words.json and are learnt from labelled
 * messages by `npm run train-mood`.
 */
import type { Document } from './document';
import type { Channel, Span } from './types';

/** mood-words.json: what each feature adds for 'upset'; below zero it speaks for 'calm'. */
export interface MoodWeights {
  bias: number;
  features: Readonly<Record<string, number>>;
}

/** A trait of the message, with the places where it stands; none for a trait of the whole. */
export interface MoodFeature {
  id: string;
  value: number;
  places: Span[];
}

/** A word counts less than a sign: there are many of them. */
const WORD_VALUE = 0.5;
const NEGATIONS = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'without', 'none']);
const LINK = /^(?:https?:|www\.)/;

/**
 * `s:` a sign by its entry id, `w:` a word, `b:` a pair of words, `n:` the message's shape and channel. Numbers, names
 * of accounts and links are one word each, so that nobody's data is ever learnt.
 */
export function moodFeatures(customer: Document, signs: readonly string[], channel?: Channel): MoodFeature[] {
  const found = new Map<string, MoodFeature>();
  const add = (id: string, value: number, place?: Span) => {
    const known = found.get(id) ?? { id, value, places: [] };
    found.set(id, known);
    if (place) known.places.push(place);
  };
  for (const sign of new Set(signs)) add(`s:${sign}`, 1);
  let tokens = 0;
  let negations = 0;
  let past = 0;
  for (const { reading, start } of customer.sentences) {
    let before = '^';
    let from = start;
    for (const token of reading.tokens) {
      tokens += 1;
      if (NEGATIONS.has(token.norm)) negations += 1;
      if (token.pos === 'VERB' && /ed$/i.test(token.text)) past += 1;
      if (LINK.test(token.norm)) continue;
      const word = wordOf(token.norm);
      const place = { start: start + token.start, end: start + token.end };
      add(`w:${word}`, WORD_VALUE, place);
      add(`b:${before} ${word}`, WORD_VALUE, { start: from, end: place.end });
      before = word;
      from = place.start;
    }
  }
  const text = customer.text.trim();
  add(`n:words-${Math.min(5, Math.max(0, Math.floor(Math.log2(tokens + 1)) - 1))}`, 1);
  add(`n:sentences-${Math.min(5, customer.sentences.length)}`, 1);
  add(`n:negations-${Math.min(3, negations)}`, 1);
  add(`n:past-${Math.min(4, past)}`, 1);
  if (text.endsWith('?')) add('n:ends-with-question', 1);
  if (!text.includes('?')) add('n:asks-nothing', 1);
  if (text.includes('!')) add('n:exclaims', 1);
  if (/^\p{Ll}/u.test(text)) add('n:small-letters', 1);
  if (channel) add(`n:${channel}`, 1);
  return [...found.values()];
}

/** From 0 on they are upset: the log of the odds. */
export function scoreMood(features: readonly MoodFeature[], { bias, features: weights }: MoodWeights): number {
  return features.reduce((sum, { id, value }) => sum + value * weightOf(weights, id), bias);
}

/** The words that weigh most, the heaviest first. */
export function tellingWords(
  features: readonly MoodFeature[],
  { features: weights }: MoodWeights,
  most: number,
): (Span & { weight: number })[] {
  return features
    .filter(({ id, places }) => places.length > 0 && /\p{L}{3}/u.test(id) && weightOf(weights, id) > 0)
    .map(({ id, value, places }) => ({ ...(places[0] as Span), weight: value * weightOf(weights, id) }))
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, most);
}

function weightOf(weights: MoodWeights['features'], id: string): number {
  return Object.hasOwn(weights, id) ? (weights[id] as number) : 0;
}

function wordOf(norm: string): string {
  if (norm.length > 1 && norm.startsWith('@')) return '@';
  return /\d/.test(norm) ? '#' : norm;
}
