import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AUDIT, audit, run } from '../run';

vi.setConfig({ testTimeout: 240_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reframe-resume-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `{"id":"r${at}","draft":"You should have read page ${at}."}\n`).join('');

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const untilWritten = (path: string) =>
  vi.waitFor(() => expect(existsSync(path) && statSync(path).size).toBeGreaterThan(0), { timeout: 120_000 });

async function ended(child: ChildProcess): Promise<number> {
  const [code] = await once(child, 'exit');
  return code;
}

describe('--resume', () => {
  test('goes on behind the last whole row, and reports on all of them', async () => {
    const path = file('replies.jsonl', lines(20));
    const { out: whole } = await audit([path]);
    const half = whole.split('\n').slice(0, 7).join('\n');
    const out = file('half.jsonl', `${half}\n{"id":"r7","mood":"ca`);
    const report = join(folder, 'report.html');
    const { code } = await audit([path, '--out', out, '--resume', '--report', report]);
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(whole);
    expect(readFileSync(report, 'utf8')).toContain('20 replies read.');
    await audit([path, '--out', out, '--resume']);
    expect(readFileSync(out, 'utf8')).toBe(whole);
  });

  test('begins where nothing stands yet', async () => {
    const path = file('new.jsonl', lines(2));
    const out = join(folder, 'fresh.jsonl');
    expect((await audit([path, '--out', out, '--resume'])).code).toBe(0);
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(3);
  });

  test('says when the rows are of another file, and when the file would be overwritten', async () => {
    const path = file('mine.jsonl', lines(3));
    const other = file('other.jsonl', '{"id":"x","mood":"calm"}\n');
    await expect(audit([path, '--out', other, '--resume'])).rejects.toThrow(/not of this file/);
    await expect(audit([path, '--out', path])).rejects.toThrow(/overwrite/);
    expect(readFileSync(path, 'utf8')).toBe(lines(3));
  });
});

describe('a signal in the middle of a file', () => {
  test.each([
    ['SIGINT', 130, '1'],
    ['SIGTERM', 143, '2'],
  ] as const)('%s leaves whole rows, a report of them, and %i', async (signal, code, workers) => {
    const path = file(`${signal}.jsonl`, lines(5000));
    const out = join(folder, `${signal}.out`);
    const report = join(folder, `${signal}.html`);
    const child = spawn(
      'node',
      [...AUDIT, path, '--out', out, '--report', report, '--workers', workers, '--progress'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    await untilWritten(out);
    child.kill(signal);
    expect(await ended(child)).toBe(code);
    const rows = readFileSync(out, 'utf8').split('\n');
    expect(rows.pop()).toBe('');
    expect(rows.length).toBeLessThan(5000);
    rows.forEach((row, at) => {
      expect(JSON.parse(row).id).toBe(`r${at}`);
    });
    expect(err).toContain(`Stopped after ${rows.length} rows`);
    expect(readFileSync(report, 'utf8')).toContain('stopped before its end');
  });

  test('killed without a word, it goes on to the same rows', async () => {
    const path = file('killed.jsonl', lines(300));
    const out = join(folder, 'killed.out');
    const child = spawn('node', [...AUDIT, path, '--out', out, '--workers', '1'], { stdio: 'ignore' });
    await untilWritten(out);
    child.kill('SIGKILL');
    await ended(child);
    appendFileSync(out, '{"id":');
    expect((await run('node', [...AUDIT, path, '--out', out, '--resume'])).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe((await audit([path])).out);
  });
});
