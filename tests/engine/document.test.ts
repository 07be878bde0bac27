import { describe, expect, it } from 'vitest';
import { readDocument } from '../../lib/engine/document';

const HARD = [
  'By 3pm. See a.example/b, (www.c.example) or d.pdf; row Z. My 5 p.m. Then me@x.example.',
  'Hi Priya,\n\nI can’t refund it — sorry!  Two  spaces,\ttabs.\r\nWindows line.',
  'Costs £93.50 (24/7) at 9:30 am: https://x.example/a?b=c, me@x.example 😀👍🏽 ok',
  'I cannot. You can\'t; he cant. "Quoted," she said… [day, time] {{ticket.name}}',
  'a\u00A0b \u200Bzero ‘curly’ “double” naïve café e.g. this',
  '',
  '   ',
  '!!!',
];

describe('a document', () => {
  it.each(HARD)('places every token where it stands: %j', (text) => {
    for (const sentence of readDocument(text).sentences) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.reading.text);
      let at = 0;
      for (const token of sentence.reading.tokens) {
        expect(sentence.reading.text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(at);
        at = token.end;
      }
    }
  });

  it('loses no word', () => {
    for (const text of HARD) {
      const words = readDocument(text).sentences.map(({ reading }) =>
        reading.tokens.map((token) => token.text).join(''),
      );
      expect(words.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
    }
  });

  it('opens every way to write cannot', () => {
    for (const text of ["I can't go", 'I can’t go', 'I cannot go', 'I cant go']) {
      expect(readDocument(text).sentences[0]?.reading.tokens.map(({ norm }) => norm)).toEqual([
        'i',
        'can',
        'not',
        'go',
      ]);
    }
  });

  it.each([
    ["I'm late", ['i', 'am', 'late']],
    ['I’m late', ['i', 'am', 'late']],
    ['im late', ['i', 'am', 'late']],
    ['someone’ll call', ['someone', 'will', 'call']],
    ['an IM for you', ['an', 'im', 'for', 'you']],
  ])('opens a contraction that is one token to wink: %s', (text, norms) => {
    expect(readDocument(text).sentences[0]?.reading.tokens.map(({ norm }) => norm)).toEqual(norms);
  });

  it('keeps the reading of a sentence that did not change', () => {
    const before = readDocument('It is here. We sent it on Monday.\n\nSee you.');
    const after = readDocument('It is here. We sent it on Tuesday.\n\nSee you.');
    expect(after.sentences[0]?.reading).toBe(before.sentences[0]?.reading);
    expect(after.sentences[1]?.reading).not.toBe(before.sentences[1]?.reading);
    expect(after.sentences[2]?.reading).toBe(before.sentences[2]?.reading);
  });

  const sentencesOf = (text: string) => readDocument(text).sentences.map(({ reading }) => reading.text);

  it.each([
    [["I'll ring you by 3pm.", 'Then we talk.']],
    [['We ship it at 10:30am.', 'It arrives on Friday.']],
    [['It opens at 5 p.m.', 'Come then.']],
    [['Your seats are in row Z.', 'My colleague moved them.']],
    [['Dr. A. Smith sees you at 9am on Monday.']],
    [['Track it at northline.example/delay.', 'Thanks for waiting.']],
    [['Is it on https://north.example/a?b=c.', 'We look.']],
    [['Open settings.json and north.example now.', 'Then save.']],
    [['Thanks for waiting.', 'We sent it.']],
  ])('ends sentences where they end: %j', (sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it('keeps an address in one token, and the stop of a time out of it', () => {
    const [sentence] = readDocument('See northline.example/delay?id=7 by 3pm.').sentences;
    expect(sentence?.reading.tokens.map(({ text }) => text)).toEqual([
      'See',
      'northline.example/delay?id=7',
      'by',
      '3pm',
      '.',
    ]);
  });

  it('reads a sentence the same wherever it stands, and whatever was read before', () => {
    // Words that nothing else here has: the first reading of the sentence is in the middle of a paragraph.
    const sentence = 'The quokka ledger stands open.';
    const [, inside] = readDocument(`It is so. ${sentence}`).sentences;
    const [alone] = readDocument(sentence).sentences;
    expect(alone?.reading).toBe(inside?.reading);
    expect(alone?.reading.tokens.map(({ spaced }) => spaced)).toEqual([false, true, true, true, true, false]);
  });
});
