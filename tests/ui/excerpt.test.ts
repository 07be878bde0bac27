import { describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/engine/types';
import { inClause, inPlace, leadIn, merged, questionOf, quote } from '../../lib/panel/excerpt';
import { nameAtStart, nameOf } from '../../lib/panel/people';
import { tabInAddress } from '../../lib/panel/watched-tab';
import { finding, reviewOf } from '../background/fakes';

describe('excerpts', () => {
  it('quote one line, cut at a word', () => {
    expect(quote('  a\n b ', { start: 0, end: 7 })).toBe('a b');
    expect(quote('one two three', { start: 0, end: 13 }, 9)).toBe('one two…');
    expect(quote('abcdefghij', { start: 0, end: 10 }, 4)).toBe('abcd…');
  });

  it.each([
    ['a word in its clause', 'Hello. My bike, ordered ten days ago, is late.', 'ten', 'ordered ten days ago'],
    ['at the start', 'Late again. Why?', 'Late', 'Late again'],
    ['at the end', 'Well, this is bad', 'bad', 'this is bad'],
    ['a bracket ends a clause', 'I wrote twice (order 70415) to you.', 'twice', 'I wrote twice'],
    ['and begins one', 'My order (70415) never came.', 'never', 'never came'],
    ['an amount does not', 'You took 3.50 twice!', 'twice', 'You took 3.50 twice'],
    [
      'a long clause, cut at words',
      `${'word '.repeat(30)}angry${' word'.repeat(30)}`,
      'angry',
      'word word word word word angry word word word word word',
    ],
  ])('show %s', (_name, text, word, expected) => {
    const start = text.indexOf(word);
    const span = inClause(text, { start, end: start + word.length });
    expect(text.slice(span.start, span.end)).toBe(expected);
  });

  it('show what overlaps once', () => {
    const spans = [
      { start: 5, end: 9 },
      { start: 0, end: 2 },
      { start: 7, end: 12 },
    ];
    expect(merged(spans)).toEqual([
      { start: 5, end: 12 },
      { start: 0, end: 2 },
    ]);
  });

  it('show a short replacement of the same span, and nothing else', () => {
    const soon = finding('soon');
    expect(inPlace({ start: 0, end: 4, text: 'by noon' }, soon)).toEqual({ text: 'by noon', gaps: [] });
    expect(inPlace({ start: 0, end: 9, text: 'by noon' }, soon)).toBeNull();
    expect(inPlace({ start: 0, end: 4, text: 'x'.repeat(60) }, soon)).toBeNull();
    expect(inPlace(undefined, soon)).toBeNull();
  });

  it('lead into a gap with the words before it, of its own sentence', () => {
    const draft = 'Hello. I will write by [day].';
    const gap = { start: draft.indexOf('['), end: draft.indexOf(']') + 1, name: 'day' };
    expect(leadIn(draft, gap)).toBe('I will write by ');
    expect(leadIn(draft, gap, 10)).toMatch(/^… .*by $/);
  });

  it('find the question that a finding is about', () => {
    const review = reviewOf('');
    review.questions = [true, false, false].map((answered, start) => ({ answered, span: { start, end: start + 1 } }));
    review.findings = ['a', 'b'].map((id): Finding => ({ ...finding(id), principle: 'unanswered-question' }));
    expect(review.findings.map((each) => questionOf(each, review)?.span.start)).toEqual([1, 2]);
    expect(questionOf(finding('x'), review)).toBeNull();
  });
});

describe('names', () => {
  it.each([
    ['Priya Raman', 'Priya', 'Priya'],
    ['priya@example.com', 'the customer', 'The customer'],
    [undefined, 'the customer', 'The customer'],
    ['Dr. Priya Raman', 'Dr. Priya Raman', 'Dr. Priya Raman'],
  ])('%s', (given, inside, atStart) => {
    expect(nameOf(given)).toBe(inside);
    expect(nameAtStart(given)).toBe(atStart);
  });
});

describe('the tab in the address', () => {
  it.each([
    ['?tab=7', 7],
    ['?tab=7&docked', 7],
    ['', null],
    ['?tab=x', null],
    ['?tab=', null],
  ])('%s', (search, expected) => {
    expect(tabInAddress(search)).toBe(expected);
  });
});
