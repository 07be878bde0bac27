import { describe, expect, it } from 'vitest';
import { timeChoices } from '../../lib/panel/time-choices';

const clock = (iso: string, hour12 = true) => ({ now: new Date(iso), language: 'en', hour12 });
const SUNDAY = '2026-11-22T10:00';
const MONDAY = '2026-11-23T10:00';
const MONDAY_LATE = '2026-11-23T16:30';
const FRIDAY = '2026-11-27T10:00';

describe('near choices for a time', () => {
  it.each([
    ['a working morning', 'day, time', 'by ', MONDAY, ['5 pm today', 'tomorrow noon', 'Wednesday noon']],
    ['too late for today', 'day, time', 'by ', MONDAY_LATE, ['tomorrow noon', 'Wednesday noon', 'Thursday noon']],
    ['over the weekend', 'day, time', 'by ', FRIDAY, ['5 pm today', 'Monday noon', 'Tuesday noon']],
    ['on a Sunday', 'day, time', 'by ', SUNDAY, ['tomorrow noon', 'Tuesday noon', 'Wednesday noon']],
    ['a day alone', 'day', 'by ', MONDAY, ['today', 'tomorrow', 'Wednesday']],
    ['a day after "on"', 'date', 'on ', MONDAY, ['Wednesday', 'Thursday']],
    ['a time alone', 'time', 'at ', MONDAY, ['noon', '5 pm']],
    ['a span of time', 'time', 'within ', MONDAY, ['2 hours', '24 hours', '48 hours']],
    ['no time at all', 'reason', 'since ', MONDAY, []],
    ['a word that only looks like one', 'payday bonus', 'of ', MONDAY, []],
  ])('%s', (_name, name, before, now, expected) => {
    expect(timeChoices(name, before, clock(now))).toEqual(expected);
  });

  it('writes hours as the agent does', () => {
    expect(timeChoices('day, time', 'by ', clock(MONDAY, false))[0]).toBe('17:00 today');
  });

  it('never offers a weekend', () => {
    for (let day = 1; day <= 28; day++) {
      const offered = timeChoices('day', 'by ', clock(`2026-02-${String(day).padStart(2, '0')}T09:00`)).join();
      expect(offered).not.toMatch(/Saturday|Sunday/);
    }
  });
});
