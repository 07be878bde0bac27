import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvLine } from '../../lib/audit/csv-line';

test.each([
  ['=HYPERLINK("https://x.example","a")', `'=HYPERLINK("https://x.example","a")`],
  ['+1', "'+1"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['a "b", c\r\nd', 'a "b", c\r\nd'],
  ['1 = 1', '1 = 1'],
  ['', ''],
])('%j is read back as %j', (text, back) => {
  expect(parse(csvLine([text, 'end']))).toEqual([[back, 'end']]);
});

test('numbers stay numbers, and what is missing is empty', () => {
  expect(csvLine([-0.5, null, undefined, 0])).toBe('-0.5,,,0\r\n');
});
