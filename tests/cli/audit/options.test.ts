import { expect, test } from 'vitest';
import { parseOptions, UsageError } from '../../../lib/cli/audit/options';

test('all that it knows', () => {
  const words =
    '- --no-suggestions --banks team --pack acme.json --fail-under 72.5 --workers 4 --report r.html --from csv --columns draft=Our=reply,id=No. --mask everyone --to jsonl --out o.jsonl --resume --progress';
  expect(parseOptions(words.split(' '))).toEqual({
    file: '-',
    format: 'csv',
    columns: { draft: 'Our=reply', id: 'No.' },
    mask: 'everyone',
    to: 'jsonl',
    out: 'o.jsonl',

    resume: true,
    suggestions: false,
    banks: 'team',
    pack: 'acme.json',
    workers: 4,
    report: 'r.html',
    failUnder: 72.5,
    progress: true,
  });
  expect(parseOptions(['replies.jsonl'])).toEqual({
    file: 'replies.jsonl',
    format: 'jsonl',
    columns: null,
    mask: false,
    to: 'jsonl',
    out: null,
    resume: false,
    suggestions: true,
    banks: null,
    pack: null,
    workers: null,
    report: null,
    failUnder: null,
    progress: false,
  });
});

test.each([
  ['a.csv', 'csv'],
  ['A.TSV', 'tsv'],
  ['a.b.json', 'json'],
  ['a.xlsx', 'xlsx'],
  ['a', 'jsonl'],
  ['-', 'jsonl'],
  ['csv', 'jsonl'],
])('%s is read as %s', (file, format) => {
  expect(parseOptions([file]).format).toBe(format);
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
  ['an unknown format', ['-', '--from', 'pdf']],
  ['masks for nobody', ['-', '--mask', 'nobody']],
  ['an unknown target', ['-', '--to', 'pdf']],
  ['a column without a name', ['-', '--columns', 'draft=']],
  ['a column that means nothing', ['-', '--columns', 'draft=a,colour=b']],
  ['columns without the draft', ['-', '--columns', 'customer=a']],
  ['to go on with nothing', ['-', '--resume']],
  ['to go on with a table', ['-', '--resume', '--out', 'o.csv', '--to', 'csv']],
  ['a report of what is not reviewed', ['-', '--to', 'replies', '--report', 'r.html']],
])('%s is a usage error', (_name, args) => {
  expect(() => parseOptions(args)).toThrow(UsageError);
});
