/** A line's row depends on that line alone: not on its place, on what was read before it, nor on how a file was split. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { audit, run } from '../run';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const corpus = readFileSync('tests/corpus/authored.jsonl', 'utf8').split('\n').filter(Boolean);
const replies = corpus.slice(0, 60).map((line) => {
  const { id, draft, customer } = JSON.parse(line);
  return JSON.stringify({ id, draft, customer });
});
/** wink-nlp took “year's” for a word of its own once it had read “year's.” */
const ALIKE = ["last year's.", "last year's bill.", "last year's 1i."].map((end, at) =>
  JSON.stringify({
    id: `alike-${at}`,
    draft: `Hi Sal,\n\nThanks for writing about your bill being double ${end}\n\nMick`,
    customer: 'My bill is double what it was last year.',
  }),
);
const lines = [...replies, ...ALIKE, '{"id":"bad","draft":5}', 'nonsense'];

let folder: string;
let whole: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reframe-split-'));
  ({ out: whole } = await audit(['-', '--no-suggestions'], lines.join('\n')));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('in whatever order', async () => {
  const shuffled = lines.map((line, at) => ({ line, at })).toSorted((a, b) => ((a.at * 37) % 65) - ((b.at * 37) % 65));
  const { out } = await audit(['-', '--no-suggestions'], shuffled.map(({ line }) => line).join('\n'));
  const rows = whole.split('\n');
  // The words of a fault name the line's number.
  const good = (text: string | undefined) => (text?.includes('"error"') ? '' : text);
  const back = out.split('\n').map((row, at) => ({ row, at: shuffled[at]?.at ?? -1 }));
  for (const { row, at } of back) if (at >= 0) expect(good(row)).toBe(good(rows[at]));
});

test('in a process that read nothing else', async () => {
  const alone = await run('node', ['--import', 'tsx', 'lib/cli/audit.ts', '-', '--no-suggestions'], ALIKE[1]);
  expect(whole).toContain(alone.out);
});

test('split as Spark’s pipe does it, a process for each partition', async () => {
  const { out: read } = await audit(['-', '--to', 'replies'], lines.join('\n'));
  const rows = read.split('\n').filter(Boolean);
  const partitions = [rows.slice(0, 20), rows.slice(20, 21), rows.slice(21)];
  const parts = [];
  for (const part of partitions) {
    parts.push(await audit(['-', '--no-suggestions'], `${part.join('\n')}\n`));
  }
  expect(parts.map(({ out }) => out).join('')).toBe(whole);
});

const parallel = spawnSync('parallel', ['--version']).stdout?.includes('GNU') ?? false;

test.skipIf(!parallel)('through GNU parallel (skipped where it is not installed)', async () => {
  const path = join(folder, 'lines.jsonl');
  writeFileSync(path, lines.join('\n'));
  process.env.BLOCK = '8k';
  const { out, code } = await run('lib/cli/pipelines/parallel.sh', [path, '--no-suggestions']);
  expect(out).toBe(whole);
  // Of its blocks so many had bad lines.
  expect(code).toBe(1);
});
