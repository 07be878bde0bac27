import { describe, expect, it } from 'vitest';
import { narrow } from '../../lib/editors/narrow';

describe('narrow', () => {
  const table: [string, string, string, string][] = [
    // old, new, what is taken out, what is written
    ['the whole', 'You must wait', 'Could I help', 'You must wait|Could I help'],
    ['a word in the middle', 'We will soon write', 'We will today write', 'soon|today'],
    ['no half words', 'I can wait', 'I cannot wait', 'can|cannot'],
    ['no half words at the end', 'unhappy', 'happy', 'unhappy|happy'],
    ['an addition takes the word beside it', 'a cat sat', 'a big cat sat', 'cat|big cat'],
    ['an addition at the end', 'Thanks.', 'Thanks. Bye.', 'Thanks.|Thanks. Bye.'],
    ['a removal keeps a word to write', 'a big cat', 'a cat', 'big cat|cat'],
    ['all gone', 'soon', '', 'soon|'],
  ];
  it.each(table)('%s', (_name, old, text, expected) => {
    const part = narrow({ start: 0, end: old.length }, old, text);
    expect(old.slice(0, part.start) + part.text + old.slice(part.end)).toBe(text);
    expect(`${old.slice(part.start, part.end)}|${part.text}`).toBe(expected);
  });

  it('always gives the new text, without splitting a pair of surrogates', () => {
    const texts = ['', 'a', 'a b', 'I’m 😀 here', 'I’m 😁 here', 'I can’t. Sorry', 'I can. Sorry', 'x\n\ny', 'x\ny'];
    for (const old of texts) {
      for (const text of texts) {
        const part = narrow({ start: 0, end: old.length }, old, text);
        expect(old.slice(0, part.start) + part.text + old.slice(part.end)).toBe(text);
        expect(part.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }
  });
});
