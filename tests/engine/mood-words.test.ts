import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../lib/engine/document';
import { moodOf, moodSigns } from '../../lib/engine/mood';
import { moodFeatures, scoreMood } from '../../lib/engine/mood-words';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();
const idsOf = (text: string) => moodFeatures(readDocument(text), []).map(({ id }) => id);

describe('the words of a message', () => {
  it('hold no number, account name or link', () => {
    const ids = idsOf('@Shop order 88213 for @ann_b at https://shop.example/a is late').join(' ');
    expect(ids).toContain('w:late');
    expect(ids).not.toMatch(/88213|ann_b|shop\.example/);
  });

  it('weigh what the weights say, and nothing where there are none', () => {
    const features = moodFeatures(readDocument('it came late'), [], 'chat');
    expect(scoreMood(features, { bias: -1, features: {} })).toBe(-1);
    expect(scoreMood(features, { bias: -1, features: { 'w:late': 3, 'n:chat': 1, 'b:came late': 1 } })).toBe(2);
    expect(scoreMood(features, { bias: 0, features: Object.create({ 'w:late': 3 }) })).toBe(0);
  });

  it('show why, where no sign is strong: the heaviest first', () => {
    const text = 'so it came to the wrong house';
    const weights = { bias: 1, features: { 'b:wrong house': 1, 'w:came': 4 } };
    const { id, evidence } = moodOf(readDocument(text), [], weights);
    expect(id).toBe('upset');
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['came', 'wrong house']);
  });
});

it('reads complaints without a strong word, and calm reports of a fault', () => {
  const rows = readFileSync(new URL('../corpus/moods.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { customer: string; mood: string; channel?: 'chat' });
  const right = rows.filter(({ customer, mood, channel }) => {
    const document = readDocument(customer);
    return moodOf(document, moodSigns(document, banks), banks.moodWeights, channel).id === mood;
  });
  expect(rows.length).toBeGreaterThan(300);
  expect(right.length / rows.length).toBeGreaterThan(0.93);
});
