import { describe, expect, it } from 'vitest';
import { readDocument } from '../../lib/engine/document';
import { Classes, compilePattern } from '../../lib/engine/pattern/compile';
import { findAll } from '../../lib/engine/pattern/match';
import { PatternError } from '../../lib/engine/pattern/parse';

const classes = new Classes({ we: ['i', 'we'], refuse: ['<refund>', '<ship>', 'give back'], loop: ['a', '$loop'] });

/** The matched texts in the first sentence. */
function matches(pattern: string, text: string): string[] {
  const reading = readDocument(text).sentences[0]?.reading;
  if (!reading) return [];
  return findAll(compilePattern(pattern, classes), reading).map(({ from, to }) =>
    reading.text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end),
  );
}

describe('a pattern', () => {
  it.each([
    ['a word in any case', 'soon', 'We will write Soon', ['Soon']],
    ['a contraction, however it is written', "can't", 'I can’t and I cannot and I cant', ['can’t', 'cannot', 'cant']],
    ['a lemma', '<send>', 'I sent it and am sending more', ['sent', 'sending']],
    ['alternatives of several words', '(in due course|soon)', 'in due course or soon', ['in due course', 'soon']],
    ['an optional word', 'very? soon', 'very soon', ['very soon', 'soon']],
    ['a gap', 'i _{0,2} refund', 'I will gladly refund it', ['I will gladly refund']],
    ['a gap that stays in its clause', 'i _{0,3} refund', 'I see, you refund it', []],
    ['a part of speech', 'can not #VERB', "I can't refund it", ["can't refund"]],
    ['an auxiliary that is the main verb', 'can not #VERB that', "I can't do that", ["can't do that"]],
    ['a class of lemmas', 'not $refuse', "We won't be shipping, we don't refund", ["n't refund"]],
    ['a class with longer members', 'not $refuse', "we don't give back money", ["n't give back"]],
    ['the start of a sentence', '^ sadly', 'Sadly, that is sadly so', ['Sadly']],
    ['the end, before its marks', 'soon $', 'soon or soon!!', ['soon']],
    ['a phrase over a line end', 'get back to you', 'We will get back\nto you', ['get back\nto you']],
    ['the longest from each place', 'very? very? soon', 'very very soon', ['very very soon', 'very soon', 'soon']],
  ])('finds %s', (_what, pattern, text, found) => {
    expect(matches(pattern, text)).toEqual(found);
  });

  it('does not match inside a longer word', () => {
    expect(matches('can', 'The candle scans')).toEqual([]);
  });

  it.each([
    ['(a|b', 'a bracket that opens here is not closed', 0],
    ['a * b', '"*" has no meaning in a pattern; quote it to match it', 2],
    ['say $nope', 'there is no word class $nope', 4],
    ['say $nope?', 'there is no word class $nope', 4],
    ['a?', 'this pattern matches nothing at all as well', 0],
    ['_{3,1} a', 'a gap takes from 0 to 12 tokens, the smaller number first', 0],
    ['#VRB', '#VRB is no part of speech', 0],
    ['$loop', 'the word class $loop contains itself', 0],
  ])('%s is refused with its place', (pattern, message, at) => {
    try {
      compilePattern(pattern, classes);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PatternError);
      expect((error as PatternError).message).toContain(message);
      expect((error as PatternError).at).toBe(at);
    }
  });

  it('finds words that no pattern named when the sentence was first asked', () => {
    const own = new Classes({ greeting: ['hello', 'good (day|evening)'] });
    const reading = readDocument('Hello and a splendid morning').sentences[0]?.reading;
    if (!reading) throw new Error('there is a sentence');
    expect(findAll(compilePattern('$greeting', own), reading)).toEqual([{ from: 0, to: 1 }]);
    const later = new Classes({ praise: ['splendid', 'very <fine>'] }, own);
    expect(findAll(compilePattern('$greeting and a $praise', later), reading)).toEqual([{ from: 0, to: 4 }]);
    expect(findAll(compilePattern('morning', own), reading)).toEqual([{ from: 4, to: 5 }]);
  });

  it('costs time in proportion to the text, however nasty', () => {
    const nasty = `${'(a|a a|a a a)? '.repeat(12)}b`;
    const pattern = compilePattern(nasty, classes);
    const time = (words: number) => {
      const reading = {
        text: '',
        tokens: readDocument('a '.repeat(words)).sentences.flatMap((sentence) => sentence.reading.tokens),
      };
      // The best of a few: what else the machine does only ever adds to it.
      return Math.min(
        ...Array.from({ length: 7 }, () => {
          const begin = performance.now();
          findAll(pattern, { ...reading });
          return performance.now() - begin;
        }),
      );
    };
    expect(time(2000) / time(200)).toBeLessThan(60);
  });
});
