import { describe, expect, it } from 'vitest';
import { dateOrder, isAmbiguous, parseDate } from '../../../lib/audit/import/dates';

describe('parseDate', () => {
  it.each([
    ['2026-03-01T14:05:09Z', '2026-03-01T14:05:09.000Z'],
    ['2026-03-01T14:05:09.123+02:00', '2026-03-01T12:05:09.000Z'],
    ['2026-03-01 14:05', '2026-03-01T14:05:00.000Z'],
    ['2026-03-01 14:05:09 UTC', '2026-03-01T14:05:09.000Z'],
    ['2026-03-01 14:05:09 -0500', '2026-03-01T19:05:09.000Z'],
    ['2026/3/1', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01', '2026-03-01T12:00:00.000Z'],
    ['Tue, 03 Mar 2026 14:05:00 +0100', '2026-03-03T13:05:00.000Z'],
    ['Tue, 3 Mar 2026 14:05:00 GMT (UTC)', '2026-03-03T14:05:00.000Z'],
    ['3 March 2026', '2026-03-03T12:00:00.000Z'],
    ['March 3rd, 2026 at 2:05 PM', '2026-03-03T14:05:00.000Z'],
    ['Mar 3, 2026, 12:05 AM', '2026-03-03T00:05:00.000Z'],
    ['03-Mar-2026 14:05', '2026-03-03T14:05:00.000Z'],
    ['31/12/2026 14:05', '2026-12-31T14:05:00.000Z'],
    ['12/31/2026 2:05 PM', '2026-12-31T14:05:00.000Z'],
    ['31.12.2026, 14:05', '2026-12-31T14:05:00.000Z'],
    ['03.04.2026', '2026-04-03T12:00:00.000Z'],
    ['04/04/26', '2026-04-04T12:00:00.000Z'],
    ['1772374500', '2026-03-01T14:15:00.000Z'],
    ['1772374500000', '2026-03-01T14:15:00.000Z'],
  ])('reads %s', (text, iso) => expect(parseDate(text)).toBe(iso));

  it.each([
    '',
    'soon',
    '03/04/2026',
    '2026-02-30',
    '31/04/2026',
    '25:00',
    '2026-03-01 25:00',
    '12345',
    '1042',
    '99999999999999',
    '2026-13-01',
    '1/2',
    'Friday',
    '+49 170 1234567',
    '13:05 PM 2026',
  ])('knows no date in "%s"', (text) => expect(parseDate(text)).toBe(''));

  it('reads what could be two dates in the order of its column', () => {
    expect(parseDate('03/04/2026', 'day-first')).toBe('2026-04-03T12:00:00.000Z');
    expect(parseDate('03/04/2026', 'month-first')).toBe('2026-03-04T12:00:00.000Z');
    expect(parseDate('25/04/2026', 'month-first')).toBe('2026-04-25T12:00:00.000Z');
    expect(isAmbiguous('03/04/2026')).toBe(true);
    expect(isAmbiguous('25/04/2026')).toBe(false);
  });
});

describe('dateOrder', () => {
  it('takes one clear date for all', () => {
    expect(dateOrder(['03/04/2026', '', '25/04/2026 10:00'])).toBe('day-first');
    expect(dateOrder(['03/04/2026', '04/25/2026'])).toBe('month-first');
  });

  it('does not know where none tells, or two contradict each other', () => {
    expect(dateOrder(['03/04/2026', '2026-04-25'])).toBeUndefined();
    expect(dateOrder(['25/04/2026', '04/25/2026'])).toBeUndefined();
  });
});
