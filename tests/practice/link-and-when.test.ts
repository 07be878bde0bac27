import { describe, expect, it } from 'vitest';
import { readLink } from '../../lib/practice/link';
import { ago, momentAgo } from '../../lib/practice/when';

describe('the address of a link', () => {
  it.each([
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
    [' example.com/help ', 'https://example.com/help'],
    ['http://example.com', 'http://example.com/'],
    ['mailto:care@example.com', 'mailto:care@example.com'],
    ['', null],
    ['hello', null],
    ['two words.com', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['mailto:nobody', null],
    ['https://', null],
  ])('%j is %j', (typed, link) => {
    expect(readLink(typed)).toBe(link);
  });
});

describe('how long ago', () => {
  it.each([
    [3, '3 min. ago'],
    [59, '59 min. ago'],
    [75, '1 hr. ago'],
    [700, '12 hr. ago'],
    [1510, 'yesterday'],
    [4520, '3 days ago'],
  ])('%d minutes', (minutes, text) => {
    expect(ago(minutes, 'en-US')).toBe(text);
  });

  it('gives the moment for machines', () => {
    expect(momentAgo(90, Date.UTC(2024, 4, 3, 12))).toBe('2024-05-03T10:30:00.000Z');
  });
});
