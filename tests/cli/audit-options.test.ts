import { expect, test } from 'vitest';
import { parseOptions, UsageError } from '../../lib/cli/audit-options';

test('all that it knows', () => {
  expect(
    parseOptions([
      '-',
      '--no-suggestions',
      '--banks',
      'team',
      '--fail-under',
      '72.5',
      '--workers',
      '4',
      '--report',
      'r.html',
    ]),
  ).toEqual({
    file: '-',
    suggestions: false,
    banks: 'team',
    workers: 4,
    report: 'r.html',
    failUnder: 72.5,
  });
  expect(parseOptions(['replies.jsonl'])).toEqual({
    file: 'replies.jsonl',
    suggestions: true,
    banks: null,
    workers: 1,
    report: null,
    failUnder: null,
  });
});

test.each([
  ['no file', []],
  ['two files', ['a', 'b']],
  ['an unknown flag', ['-', '--colour']],
  ['a flag without its value', ['-', '--banks']],
  ['no workers', ['-', '--workers', '0']],
  ['half a worker', ['-', '--workers', '1.5']],
  ['a score that is none', ['-', '--fail-under', 'many']],
  ['an empty score', ['-', '--fail-under', '']],
  ['a score out of reach', ['-', '--fail-under', '101']],
])('%s is a usage error', (_name, args) => {
  expect(() => parseOptions(args)).toThrow(UsageError);
});
