/** What the agent's own view makes of counted days. */
import { describe, expect, it } from 'vitest';
import type { PrincipleId } from '../../lib/engine/types';
import { asCsv, asJson } from '../../lib/progress/files';
import { bandOf, pathOf, runs } from '../../lib/progress/lines';
import { allFindings, periodsOf, perTen, ratesOf, totalOf, weeksOf } from '../../lib/progress/periods';
import { isClearFall, whatGotBetter, whatToTry } from '../../lib/progress/telling';
import { dayBefore, noSums, noTally, type StoredDay } from '../../lib/store/days';

const TODAY = '2026-03-29'; // a Sunday, and the day on which Europe's clocks change

function day(at: string, replies: number, found: Partial<Record<PrincipleId, number>> = {}): StoredDay {
  const principles = Object.fromEntries(
    Object.entries(found).map(([id, medium]) => [id, { ...noTally(), medium, open: medium }]),
  );
  return {
    day: at,
    replies: {},
    sums: { ...noSums(), replies, first: replies * 60, last: replies * 80, principles, strengths: { owns: replies } },
  };
}

describe('weeks', () => {
  it('begin on Monday and have no holes', () => {
    const weeks = weeksOf([day('2026-03-08', 2), day('2026-03-09', 3), day('2026-03-28', 1)], TODAY);
    expect(weeks.map(({ day: monday, sums }) => [monday, sums.replies])).toEqual([
      ['2026-03-02', 2],
      ['2026-03-09', 3],
      ['2026-03-16', 0],
      ['2026-03-23', 1],
    ]);
  });

  it('are none where nothing was counted', () => {
    expect(weeksOf([], TODAY)).toEqual([]);
  });

  it('put replies that stand alone beside those that are summed up', () => {
    const tally = { ...noTally(), high: 1, taken: 1 };
    const rules = { 'blame/you-failed-to': { shown: 1, taken: 1, byHand: 0, left: 0 } };
    const reply = { channel: 'chat', first: 50, last: 90, principles: { blame: tally }, rules } as const;
    const one: StoredDay = { ...day(TODAY, 2, { blame: 3 }), replies: { a: { ...reply, strengths: ['owns'] } } };
    const [week] = weeksOf([one], TODAY);
    expect(week?.sums).toMatchObject({
      replies: 3,
      first: 170,
      last: 250,
      channels: { chat: 1 },
      principles: { blame: { high: 1, medium: 3, taken: 1, open: 3 } },
      strengths: { owns: 3 },
    });
    expect(allFindings(totalOf([one]))).toEqual({ high: 1, medium: 3, taken: 1, byHand: 0, left: 0, open: 3 });
  });

  it('are drawn four at a time where there are many, the newest four whole', () => {
    const days = Array.from({ length: 22 }, (_, back) =>
      day(dayBefore(TODAY, 7 * back), 1, { blame: back < 4 ? 1 : 0 }),
    );
    const rates = ratesOf(weeksOf(days, TODAY), 'blame');
    expect(rates).toEqual([0, 0, 0, 0, 0, 1]);
    expect(ratesOf(weeksOf(days.slice(0, 3), TODAY), 'blame')).toEqual([1, 1, 1]);
  });
});

describe('the last four weeks', () => {
  it('and the four before have each their days, over the change of the clocks', () => {
    const days = [
      day('2026-02-01', 1),
      day('2026-02-02', 2),
      day('2026-03-01', 4),
      day('2026-03-02', 8),
      day(TODAY, 16),
    ];
    const { now, before } = periodsOf(days, TODAY);
    expect([before.replies, now.replies]).toEqual([6, 24]);
    expect(perTen(periodsOf([day(TODAY, 4, { blame: 2 })], TODAY).now, 'blame')).toBe(5);
  });

  const compare = (before: [number, number], now: [number, number]) =>
    periodsOf([day('2026-02-20', before[0], { blame: before[1] }), day(TODAY, now[0], { blame: now[1] })], TODAY);

  it('name what got clearly better', () => {
    expect(whatGotBetter(compare([38, 12], [40, 3]))).toEqual({ principle: 'blame', now: 3, before: 12 });
  });

  it.each([
    ['hardly changed', [40, 12], [40, 10]],
    ['got worse', [40, 3], [40, 12]],
    ['only seems to have, since fewer replies were written', [80, 12], [15, 2]],
    ['was rare', [40, 3], [40, 0]],
    ['rests on a few replies', [40, 30], [5, 0]],
    ['was never found', [40, 0], [40, 0]],
  ] as [string, [number, number], [number, number]][])('say nothing of what %s', (_, before, now) => {
    expect(whatGotBetter(compare(before, now))).toBeNull();
    expect(isClearFall(compare(before, now), 'blame')).toBe(false);
  });

  it('name what is found most to try, rather than what is getting better', () => {
    const { now } = periodsOf([day(TODAY, 20, { blame: 6, jargon: 5, hedging: 2 })], TODAY);
    expect(whatToTry(now, null)).toBe('blame');
    expect(whatToTry(now, { principle: 'blame', now: 6, before: 20 })).toBe('jargon');
    expect(whatToTry({ ...now, replies: 4 }, null)).toBeNull();
    expect(whatToTry(periodsOf([day(TODAY, 20, { hedging: 2 })], TODAY).now, null)).toBeNull();
  });
});

describe('lines', () => {
  it('break where a week has nothing', () => {
    const a = { x: 0, y: 1 };
    const b = { x: 1, y: 2 };
    expect(runs([null, a, b, null, a])).toEqual([[a, b], [a]]);
    expect(runs([])).toEqual([]);
    expect(pathOf([a, { x: 1.26, y: 2 }])).toBe('M0 1L1.3 2');
    expect(bandOf([a, b], [a, b])).toBe('M0 1L1 2L1 2L0 1Z');
  });
});

describe('files', () => {
  const days = [day('2026-03-01', 2), day('2026-03-02', 3, { blame: 2, jargon: 1 })];

  it('for a spreadsheet have a row for each day and principle', () => {
    const rows = asCsv(days).trimEnd().split('\r\n');
    expect(rows[0]).toBe('day,replies,score_first,score_last,principle,high,medium,taken,by_hand,left,open');
    expect(rows.slice(1)).toEqual([
      '2026-03-01,2,60,80,,0,0,0,0,0,0',
      '2026-03-02,3,60,80,blame,0,2,0,0,0,2',
      '2026-03-02,3,60,80,jargon,0,1,0,0,0,1',
    ]);
  });

  it('for machines have all, and no single reply', () => {
    const examples = [{ id: '2026-03-02/x/000', principle: 'blame', before: 'b', after: 'a' } as const];
    const read = JSON.parse(asJson(days, examples));
    expect(read).toMatchObject({ reframe: 'progress', schema: 1 });
    expect(read.days[1]).toMatchObject({ day: '2026-03-02', replies: 3, scoreFirst: 60, scoreLast: 80 });
    expect(read.examples).toEqual([{ day: '2026-03-02', principle: 'blame', before: 'b', after: 'a' }]);
  });
});
