import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { reviewRow } from '../../lib/audit/review-row';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { EMPTY_LAYER } from '../../lib/phrasebank/layer';
import { AUDIT, audit, run } from './run';

// Some tests start the command, which loads the engine.
vi.setConfig({ testTimeout: 60_000 });

const BAD = 'You should have read the terms.';
const CUSTOMER = 'This is the third time my router has failed and I am furious. When will it work?';
const jsonl = (...lines: unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reframe-audit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('what it gives', () => {
  test('a row for each line, in order, as the live coach sees it', async () => {
    const lines = [
      { id: 'a', draft: BAD, customer: CUSTOMER },
      { id: 'b', draft: 'Thanks, Priya. Your parcel is on its way.', channel: 'chat' as const },
    ];
    const { code, err, rows } = await audit([file('two.jsonl', jsonl(...lines))]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const live = lines.map((line) => reviewRow(line, builtInBanks(), { suggestions: true }));
    expect(rows).toEqual(JSON.parse(JSON.stringify(live)));
    expect(rows[0].mood).toBe('upset');
    const blame = rows[0].findings.find((finding: { principle: string }) => finding.principle === 'blame');
    expect(BAD.slice(blame.start, blame.end)).toBe(blame.quote);
    expect(blame.suggestions.length).toBeGreaterThan(0);
  });

  test('the same from standard input, through npm', async () => {
    const { code, rows } = await run('npm', ['run', '-s', 'audit', '--', '-'], jsonl({ id: 'a', draft: BAD }));
    expect(code).toBe(0);
    expect(rows.map((row) => row.id)).toEqual(['a']);
  });

  test('no suggestions where none are wanted', async () => {
    const { rows } = await audit(['-', '--no-suggestions'], jsonl({ id: 'a', draft: BAD }));
    expect(rows[0].findings.length).toBeGreaterThan(0);
    expect(rows[0].findings.filter((finding: object) => 'suggestions' in finding)).toEqual([]);
  });

  test('nothing for nothing', async () => {
    expect(await audit(['-'], '')).toMatchObject({ code: 0, out: '', err: '' });
    expect(await audit([file('blank.jsonl', '\n  \n\r\n')])).toMatchObject({ code: 0, out: '', err: '' });
  });

  test('line numbers for lines without an id, and numbers as ids', async () => {
    const { rows } = await audit(
      ['-'],
      jsonl({ draft: 'Hello.' }, { id: 70415, draft: 'Hello.' }, { draft: 'Hello.' }),
    );
    expect(rows.map((row) => row.id)).toEqual(['1', '70415', '3']);
  });

  test('a byte order mark, CRLF, no last newline, U+2028 and fields it does not know are no trouble', async () => {
    const text = `\ufeff{"id":"a","draft":"One.\u2028Two.","colour":"red"}\r\n{"id":"b","draft":"Three."}`;
    const { code, rows } = await audit([file('odd.jsonl', text)]);
    expect(code).toBe(0);
    expect(rows.map((row) => row.id)).toEqual(['a', 'b']);
  });

  test('options of a line are the live ones', async () => {
    const { rows } = await audit(
      ['-'],
      jsonl({ id: 'on', draft: BAD }, { id: 'off', draft: BAD, options: { off: { principles: ['blame'] } } }),
    );
    const principles = rows.map((row) => row.findings.map((finding: { principle: string }) => finding.principle));
    expect(principles[0]).toContain('blame');
    expect(principles[1]).not.toContain('blame');
  });
});

describe('bad lines', () => {
  test('say what is wrong in their place, and the run goes on', async () => {
    const input = [
      '{"id":"a","draft":"Hello."}',
      '{"id":"b","draft":',
      '{"id":"c"}',
      '{"id":"d","draft":5,"channel":"fax"}',
      '["e"]',
      '{"id":"f","draft":"Hello.","conversation":{"earlier":[{"from":"us","text":"Hi"}]}}',
      '{"id":"g","draft":"Hello."}',
    ].join('\n');
    const { code, err, rows } = await audit(['-'], input);
    expect(code).toBe(1);
    expect(err).toContain('5 of 7');
    expect(rows.map((row) => [row.id, 'error' in row])).toEqual([
      ['a', false],
      [null, true],
      ['c', true],
      ['d', true],
      [null, true],
      ['f', true],
      ['g', false],
    ]);
    expect(rows[1].error).toMatch(/^line 2: is not JSON/);
    expect(rows[2].error).toBe('line 3: "draft" is missing');
    expect(rows[3].error).toBe('line 4: "draft" is text in quotes; "channel" is "email", "chat" or "social"');
    expect(rows[5].error).toBe('line 6: "conversation.earlier.0.from" is "customer" or "agent"');
  });

  test('bytes that are not UTF-8 are never turned into other text', async () => {
    const latin = Buffer.concat([Buffer.from('{"id":"a","draft":"caf'), Buffer.from([0xe9]), Buffer.from('"}\n')]);
    const { code, rows } = await audit([file('latin.jsonl', latin)]);
    expect(code).toBe(1);
    expect(rows).toEqual([{ id: null, error: 'line 1: is not UTF-8 text' }]);
  });
});

describe('how it ends', () => {
  test.each([
    ['a flag it does not know', ['-', '--colour'], 'Usage:'],
    ['a missing file', ['no-such.jsonl'], 'There is no “no-such.jsonl”'],
    ['a folder', ['tests'], 'That is a folder'],
    ['missing banks', ['-', '--banks', 'no-such'], 'There is no “no-such”'],
  ])('2 for %s', async (_name, args, says) => {
    const { code, out, err } = await run(process.execPath, [...AUDIT, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  test('3 under the wanted mean score, 0 at it', async () => {
    const input = jsonl({ id: 'a', draft: BAD, customer: CUSTOMER }, { id: 'b', draft: BAD, customer: CUSTOMER });
    const { code, rows } = await audit(['-'], input);
    expect(code).toBe(0);
    const [{ score }] = rows;
    expect(score).toBeLessThan(100);
    expect((await audit(['-', '--fail-under', String(score)], input)).code).toBe(0);
    const under = await audit(['-', '--fail-under', '100'], input);
    expect(under.code).toBe(3);
    expect(under.err).toContain(`${score.toFixed(1)}, under 100`);
  });

  test('in peace when nobody reads on', async () => {
    const many = file('many.jsonl', jsonl({ id: 'a', draft: BAD }).repeat(5000));
    const child = spawn(process.execPath, [...AUDIT, many], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('at once when interrupted, with whole lines', async () => {
    const child = spawn(process.execPath, [...AUDIT, '-'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.write(jsonl({ id: 'a', draft: BAD }));
    const [first] = await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(JSON.parse(String(first)).id).toBe('a');
  });
});

describe('--workers', () => {
  test('gives the same rows in the same order, bad ones in their place', async () => {
    const lines = Array.from({ length: 150 }, (_, at) =>
      at % 40 === 7 ? '{"id":' : JSON.stringify({ id: `r${at}`, draft: at % 3 ? BAD : 'Thanks, it is on its way.' }),
    );
    const many = file('threads.jsonl', lines.join('\n'));
    const alone = await audit([many]);
    const together = await audit([many, '--workers', '2']);
    expect(alone.code).toBe(1);
    expect(together).toMatchObject({ code: 1, out: alone.out, err: alone.err });
    expect(alone.rows.map((row) => row.id).slice(6, 9)).toEqual(['r6', null, 'r8']);
  });
});

describe('--report', () => {
  test('is one HTML file that holds no script and no markup of a reply', async () => {
    const path = join(folder, 'report.html');
    const draft = `${BAD} <img src=x onerror=alert(1)>`;
    const { code } = await audit(['-', '--report', path], jsonl({ id: '<b>a</b>', draft, customer: CUSTOMER }));
    expect(code).toBe(0);
    const html = readFileSync(path, 'utf8');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|<img|<b>|https?:|\$\d|report_/);
    expect(html).toContain('You should have');
    expect(html).toContain('1 reply read.');
  });

  test('says at once that it can’t be written, before anything is read', async () => {
    const nowhere = join(folder, 'no', 'report.html');
    await expect(audit(['-', '--report', nowhere], jsonl({ id: 'a', draft: BAD }))).rejects.toThrow(
      /report can’t be written/,
    );
  });
});

describe('--banks', () => {
  const bank = (entry: object) => ({
    schema: 1,
    id: 'jargon',
    language: 'en',
    version: 1,
    title: 'Jargon',
    why: { short: 'Short.', long: 'Long.', example: { before: 'Before.', after: 'After.' } },
    entries: [entry],
  });
  const entry = {
    id: 'zonk',
    patterns: ['zonk the widget'],
    severity: 'medium',
    message: 'Nobody outside says so.',
    rewrites: ['switch it off'],
    source: 'A test',
    examples: [{ flag: 'Please [[zonk the widget]].' }, { allow: 'Please switch it off.' }],
  };

  test('lays a folder over the built-in banks', async () => {
    const banks = mkdtempSync(join(folder, 'banks-'));
    writeFileSync(join(banks, 'jargon.json'), JSON.stringify(bank(entry)));
    const draft = `Please zonk the widget. ${BAD}`;
    const { code, rows } = await audit(['-', '--banks', banks], jsonl({ id: 'a', draft }));
    expect(code).toBe(0);
    const rules = rows[0].findings.map((finding: { rule: string }) => finding.rule);
    expect(rules).toContain('jargon/zonk');
    expect(rules.some((rule: string) => rule.startsWith('blame/'))).toBe(true);
  });

  test('leaves a bank of a language that is not read yet quiet, and says so', async () => {
    const banks = mkdtempSync(join(folder, 'banks-'));
    writeFileSync(join(banks, 'jargon.json'), JSON.stringify({ ...bank(entry), language: 'de' }));
    const { code, rows, err } = await audit(['-', '--banks', banks], jsonl({ id: 'a', draft: 'Zonk the widget.' }));
    expect(code).toBe(0);
    expect(err).toMatch(/jargon\.json is for drafts in “de”/);
    expect(rows[0].findings.map((finding: { rule: string }) => finding.rule)).not.toContain('jargon/zonk');
  });

  test('names file, entry and field of a fault', async () => {
    const banks = mkdtempSync(join(folder, 'banks-'));
    writeFileSync(join(banks, 'jargon.json'), JSON.stringify(bank({ ...entry, patterns: ['(open'] })));
    const faulty = audit(['-', '--banks', banks], jsonl({ id: 'a', draft: BAD }));
    await expect(faulty).rejects.toThrow(/jargon\.json.*"zonk".*patterns/);
  });
});

describe('--pack', () => {
  const words = { avoid: [{ say: 'widget', instead: 'device' }], fine: [] };
  const pack = (change: object = {}) => ({
    reframe: 'pack',
    schema: 1,
    id: 'acme',
    name: 'Acme',
    language: 'en',
    version: 3,
    savedAt: '2026-03-01T09:00:00.000Z',
    author: 'Mia',
    note: '',
    after: [],
    pilot: [],
    layer: { ...EMPTY_LAYER, words, principlesOff: ['blame'], weights: { tone: 0 } },
    ...change,
  });
  const write = (value: object) => {
    const file = join(mkdtempSync(join(folder, 'pack-')), 'acme.pack.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const input = jsonl({ id: 'a', draft: `Please send the widget back. ${BAD}` });
  const found = (rows: { findings: { rule: string; message: string }[] }[]) => rows[0]?.findings ?? [];

  test('lays a pack over the banks: its words, what it switches off, its weights', async () => {
    const plain = await audit(['-'], input);
    expect(found(plain.rows).some(({ rule }) => rule.startsWith('blame/'))).toBe(true);
    const report = join(folder, 'with-pack.html');
    const { code, rows, err } = await audit(['-', '--pack', write(pack()), '--report', report], input);
    expect(readFileSync(report, 'utf8')).toContain('Acme, version 3');
    expect(code).toBe(0);
    expect(err).toContain('With the pack “Acme”, version 3.');
    const [word] = found(rows).filter(({ rule }) => rule === 'jargon/team-widget');
    expect(word?.message).toContain('device');
    expect(found(rows).some(({ rule }) => rule.startsWith('blame/'))).toBe(false);
  });

  test('in a language that is not read yet stays quiet, and says so', async () => {
    const { rows, err } = await audit(['-', '--pack', write(pack({ language: 'de' }))], input);
    expect(err).toContain('“de”');
    expect(found(rows)).toEqual(found((await audit(['-'], input)).rows));
  });

  test('is refused with its faults before anything is read', async () => {
    const bad = write(pack({ layer: { ...EMPTY_LAYER, weights: { tone: -1 } } }));
    await expect(audit(['-', '--pack', bad], input)).rejects.toThrow(/acme\.pack\.json.*weights\.tone/);
  });
});
