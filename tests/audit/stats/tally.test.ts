import { describe, expect, it, test } from 'vitest';
import { changes, standings } from '../../../lib/audit/stats/compare';
import { comparedPeriods, periodBefore, unitFor, unitsOf } from '../../../lib/audit/stats/days';
import { seriesOf, spanOf } from '../../../lib/audit/stats/series';
import { principleCount, tally, tallyByName } from '../../../lib/audit/stats/tally';
import { columnsOf, everyOf, type Row } from '../columns-of';

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

test('a tally counts replies, and no hints', () => {
  const columns = columnsOf([
    { score: 100, found: { jargon: 'low' } },
    { score: 9, found: { blame: 'high', 'no-follow-up': 'medium' } },
    { score: 55, found: { blame: 'medium' } },
  ]);
  const counted = tally(columns, everyOf(columns));
  expect(counted).toMatchObject({ n: 3, sum: 164, squares: 13_106, bins: [1, 0, 0, 0, 0, 1, 0, 0, 0, 1] });
  expect(principleCount(counted, 'blame')).toBe(2);
  expect(principleCount(counted, 'no-follow-up')).toBe(1);
  expect(principleCount(counted, 'jargon')).toBe(0);
  expect(tally(columns, Uint32Array.of(2)).n).toBe(1);
});

test('groups stand in the order of names, and replies without a name are in none', () => {
  const columns = columnsOf([{ team: 'West' }, { team: 'East', score: 10 }, {}, { team: 'East', score: 20 }]);
  const groups = tallyByName(columns, everyOf(columns), 'teams');
  expect(groups.map(([name, { n, sum }]) => [name, n, sum])).toEqual([
    ['East', 2, 30],
    ['West', 1, 80],
  ]);
  expect(tallyByName(columns, everyOf(columns), 'agents')).toEqual([]);
  expect(tallyByName(columns, everyOf(columns), 'channels').map(([name]) => name)).toEqual(['email']);
});

describe('standings', () => {
  const moments = (n: number, average: number, deviation: number) => ({
    n,
    sum: n * average,
    squares: (n - 1) * deviation ** 2 + n * average ** 2,
  });

  it('ten replies are not a ranking', () => {
    const { enough, few } = standings([
      ['Ada', moments(200, 70, 15)],
      ['Ben', moments(10, 20, 5)],
      ['Cy', moments(200, 71, 15)],
    ]);
    expect(few.map(({ name }) => name)).toEqual(['Ben']);
    expect(enough.map(({ name, side }) => [name, side])).toEqual([
      ['Ada', 0],
      ['Cy', 0],
    ]);
  });

  it('says who stands apart, at a confidence for all at once', () => {
    const alike = times(40, (at): [string, ReturnType<typeof moments>] => [`a${at}`, moments(100, 70, 15)]);
    // 3.2 points are 2.1 errors: apart from one other group, and chance among forty.
    const near = standings([...alike, ['near', moments(100, 73.2, 15)]]).enough.at(-1);
    expect(near?.side).toBe(0);
    expect(standings([...alike, ['far', moments(100, 60, 15)]]).enough.at(-1)?.side).toBe(-1);
    expect(standings([['alone', moments(100, 60, 15)]]).enough[0]?.side).toBe(0);
  });
});

describe('changes', () => {
  const replies = (count: number, blamed: number) => {
    const columns = columnsOf(times(count, (at): Row => ({ found: at < blamed ? { blame: 'high' } : {} })));
    return tally(columns, everyOf(columns));
  };

  it('tells a change from chance', () => {
    expect(changes(replies(200, 60), replies(200, 20))).toMatchObject([
      { principle: 'blame', side: 1, now: { value: 0.3 }, before: { value: 0.1 } },
    ]);
    expect(changes(replies(200, 22), replies(200, 20))?.[0]?.side).toBe(0);
    expect(changes(replies(200, 0), replies(200, 40))?.[0]?.side).toBe(-1);
  });

  it('compares nothing with too few', () => {
    expect(changes(replies(19, 5), replies(200, 20))).toBeNull();
    expect(changes(replies(20, 0), replies(20, 0))).toEqual([]);
  });
});

describe('time', () => {
  it('goes by days, weeks from Monday, or months, by how long it is', () => {
    expect(unitFor({ from: '2026-01-01', to: '2026-01-31' })).toBe('day');
    expect(unitFor({ from: '2026-01-01', to: '2026-02-01' })).toBe('week');
    expect(unitFor({ from: '2026-01-01', to: '2026-12-31' })).toBe('month');
    expect(unitsOf({ from: '2026-02-27', to: '2026-03-01' }, 'day').map(({ from }) => from)).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    // The 4th of March 2026 is a Wednesday.
    expect(unitsOf({ from: '2026-03-04', to: '2026-03-17' }, 'week')).toEqual([
      { from: '2026-03-04', to: '2026-03-08' },
      { from: '2026-03-09', to: '2026-03-15' },
      { from: '2026-03-16', to: '2026-03-17' },
    ]);
    expect(unitsOf({ from: '2027-12-15', to: '2028-03-01' }, 'month').map(({ to }) => to)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-01',
    ]);
  });

  it('compares with the period before, of the same length', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' });
    const all = { from: '2026-03-01', to: '2026-03-11' };
    expect(comparedPeriods({}, all)).toEqual({
      now: { from: '2026-03-07', to: '2026-03-11' },
      before: { from: '2026-03-01', to: '2026-03-05' },
    });
    expect(comparedPeriods({ from: '2026-03-10' }, all)).toEqual({
      now: { from: '2026-03-10', to: '2026-03-11' },
      before: { from: '2026-03-08', to: '2026-03-09' },
    });
    expect(comparedPeriods({}, { from: '2026-03-01', to: '2026-03-01' })).toBeNull();
    expect(comparedPeriods({ from: '2026-05-01' }, all)).toBeNull();
  });

  it('has a point for each unit, empty ones too, and leaves out what has no date', () => {
    const columns = columnsOf([
      { at: '2026-03-01', score: 50 },
      { at: '2026-03-01T23:59:59Z', score: 70 },
      { at: '2026-03-03T00:00:00Z' },
      {},
    ]);
    expect(spanOf(columns, everyOf(columns))).toEqual({ from: '2026-03-01', to: '2026-03-03' });
    const series = seriesOf(columns, everyOf(columns));
    expect(series?.unit).toBe('day');
    expect(series?.points.map(({ period, tally: { n, sum } }) => [period.from, n, sum])).toEqual([
      ['2026-03-01', 2, 120],
      ['2026-03-02', 0, 0],
      ['2026-03-03', 1, 80],
    ]);
    expect(seriesOf(columns, Uint32Array.of(3))).toBeNull();
  });
});
