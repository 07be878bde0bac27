import { describe, expect, it } from 'vitest';
import { type Counts, countsFile, countsOf, readCountsFile } from '../../lib/store/counts-file';
import { noSums, type StoredDay } from '../../lib/store/days';
import { FileError } from '../../lib/store/file-faults';

const RULE = 'blame/you-failed-to';
const rules = { [RULE]: { shown: 3, taken: 1, byHand: 0, left: 2 } };
const days: StoredDay[] = [
  { day: '2026-03-01', sums: { ...noSums(), replies: 4, rules }, replies: {} },
  {
    day: '2026-03-03',
    sums: noSums(),
    replies: { a: { channel: 'chat', first: 50, last: 90, principles: {}, rules, strengths: [] } },
  },
];
const counts = countsOf(days, { name: 'Acme', version: 7 });

const faultsOf = (text: string) => {
  try {
    readCountsFile(text);
  } catch (error) {
    if (error instanceof FileError) return error.faults.join('\n');
    throw error;
  }
  return '';
};

describe('a file of counts', () => {
  it('has the sums by rule, from the first day to the last', () => {
    expect(counts).toEqual({
      reframe: 'counts',
      schema: 1,
      from: '2026-03-01',
      to: '2026-03-03',
      replies: 5,
      rules: { [RULE]: { shown: 6, taken: 2, byHand: 0, left: 4 } },
      pack: { name: 'Acme', version: 7 },
    });
  });

  it('is read as it was written, with nothing counted and without a pack, too', () => {
    expect(readCountsFile(countsFile(counts))).toEqual(counts);
    const none = countsOf([], null);
    expect(readCountsFile(countsFile(none))).toEqual(none);
  });

  it.each([
    ['no JSON', '{', /./],
    ['another file', '{"reframe":"settings"}', /reframe/],
    ['a newer one', countsFile({ ...counts, schema: 2 } as unknown as Counts), /schema/],
    ['with less than nothing', countsFile({ ...counts, replies: -1 }), /replies/],
    ['with an odd date', countsFile({ ...counts, from: 'March' }), /from: is no date/],
    ['with text', countsFile({ ...counts, text: 'Hi Priya' } as Counts), /text/],
  ])('that is %s is refused, and says where', (_, text, where) => {
    expect(faultsOf(text)).toMatch(where);
  });
});
