/** What was counted, as files to take along. They hold nothing that the page does not show. */
import { csvLine } from '../audit/csv-line';
import { type KeptExample, noSums, type StoredDay, sumsOf } from '../store/days';

const COLUMNS = [
  'day',
  'replies',
  'score_first',
  'score_last',
  'principle',
  'high',
  'medium',
  'taken',
  'by_hand',
  'left',
  'open',
];

/** One record a day; scores are averages. */
export function asJson(days: readonly StoredDay[], examples: readonly KeptExample[]): string {
  const counted = days.map((stored) => {
    const { replies, first, last, ...rest } = sumsOf(stored);
    return {
      day: stored.day,
      replies,
      scoreFirst: average(first, replies),
      scoreLast: average(last, replies),
      ...rest,
    };
  });
  const sentences = examples.map(({ id, ...example }) => ({ day: id.slice(0, noDay.length), ...example }));
  return `${JSON.stringify({ reframe: 'progress', schema: 1, days: counted, examples: sentences }, null, 2)}\n`;
}

/** One row for each day and principle, for a spreadsheet; a day without findings has one row. Without sentences. */
export function asCsv(days: readonly StoredDay[]): string {
  const rows = days.flatMap((stored) => {
    const { replies, first, last, principles } = { ...noSums(), ...sumsOf(stored) };
    const head = [stored.day, replies, average(first, replies), average(last, replies)];
    const each = Object.entries(principles).map(([id, { high, medium, taken, byHand, left, open }]) => [
      ...head,
      id,
      high,
      medium,
      taken,
      byHand,
      left,
      open,
    ]);
    return each.length ? each : [[...head, '', 0, 0, 0, 0, 0, 0]];
  });
  return [COLUMNS, ...rows].map(csvLine).join('');
}

const noDay = '0000-00-00';

/** To one decimal; 0 where there is nothing. */
const average = (sum: number, count: number) => (count ? Math.round((sum / count) * 10) / 10 : 0);
