import { describe, expect, it } from 'vitest';
import { readDocument } from '../../lib/engine/document';
import { moodOf, moodSigns } from '../../lib/engine/mood';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { marks } from '../../lib/phrasebank/schema';
import moods from '../../phrasebanks/en/moods.json';

const banks = builtInBanks();
const signsIn = (text: string) => moodSigns(readDocument(text), banks);
const moodIn = (text: string) => moodOf(readDocument(text), signsIn(text), banks.moodWeights);

describe('the mood', () => {
  it.each([
    ['calm', 'Hi, could I move my booking to Friday please? Thanks, Ann'],
    ['calm', 'Hello, my invoice shows the wrong address. Could you change it? Kind regards, Jo'],
    ['calm', 'Just wanted to say your driver was lovely 😊'],
    ['calm', ''],
    ['upset', "I've called four times and nobody answers. I'm furious."],
    ['upset', 'You charged me TWICE and my rent bounced!!'],
    ['upset', 'Three weeks of waiting and the sofa never came. What a shambles.'],
    ['upset', 'This app is an absolute disgrace, it lost all my photos'],
    ['abusive', 'You absolute moron, where is my parcel?'],
    ['abusive', "Fix it or I'll find out where you live"],
    ['abusive', 'Your staff are braindead apes.'],
  ])('%s: %s', (mood, text) => {
    expect(moodIn(text).id).toBe(mood);
  });

  it('shows the words that tell it, the most telling first and without overlap', () => {
    const text = "You charged me twice!! I'm really furious.";
    const { evidence } = moodIn(text);
    const words = evidence.map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(["I'm really furious", 'You charged me twice!!']);
  });

  it('has no evidence of calm', () => {
    expect(moodIn('When do you open?').evidence).toEqual([]);
  });
});

describe.each(moods.entries.map((entry) => [entry.id, entry] as const))('the sign %s', (id, entry) => {
  const found = (text: string) => signsIn(text).filter(({ rule }) => rule.entry.id === id);

  it.each(entry.examples.flatMap((example) => ('flag' in example && example.flag ? [example.flag] : [])))(
    'in %s',
    (flag) => {
      const marked = marks(flag);
      expect(marked?.span).toBeTruthy();
      const { text, span } = marked as { text: string; span: { start: number; end: number } };
      expect(found(text).some(({ start, end }) => start < span.end && span.start < end)).toBe(true);
    },
  );

  it.each(entry.examples.flatMap((example) => ('allow' in example && example.allow ? [example.allow] : [])))(
    'not in %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
