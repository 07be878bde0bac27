import { expect, test } from 'vitest';
import { parseOptions, UsageError } from '../../lib/cli/audit-options';

test('all that it knows', () => {
  expect(parseOptions(['-', '--no-suggestions', '--banks', 'team', '--fail-under', '72.5'])).toEqual({
    file: '-',
    suggestions: false,
    banks: 'team',
    failUnder: 72.5,
  });
  expect(parseOptions(['replies.jsonl'])).toEqual({
    file: 'replies.jsonl',
    suggestions: true,
    banks: null,
    failUnder: null,
  });
});

test.each([
  ['no file', []],
  ['two files', ['a', 'b']],
  ['an unknown flag', ['-', '--colour']],
  ['a flag without its value', ['-', '--banks']],
  ['a score that is none', ['-', '--fail-under', 'many']],
  ['an empty score', ['-', '--fail-under', '']],
  ['a score out of reach', ['-', '--fail-under', '101']],
])('%s is a usage error', (_name, args) => {
  expect(() => parseOptions(args)).toThrow(UsageError);
});
