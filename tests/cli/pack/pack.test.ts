import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../lib/cli/pack/commands';
import { parseOptions } from '../../../lib/cli/pack/options';
import { digestOf } from '../../../lib/pack/canonical';
import { makeKeyPair, type SigningKey, writePrivateKey } from '../../../lib/pack/keys';
import type { Pack } from '../../../lib/pack/pack';
import { readPack } from '../../../lib/pack/read-pack';
import { verify } from '../../../lib/pack/sign';
import { writePack } from '../../../lib/pack/write-pack';
import type { Layer } from '../../../lib/phrasebank/layer';
import { samplePack } from '../../pack/sample-pack';
import { run } from '../run';

const folder = mkdtempSync(join(tmpdir(), 'packs-'));
const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const file = (name: string, pack: Pack) => write(name, writePack(pack));

async function pack(...args: string[]) {
  let out = '';
  let err = '';
  const options = parseOptions(args);
  const code = await COMMANDS[options.command](options, {
    say: (text) => {
      out += text;
    },
    tell: (line) => {
      err += `${line}\n`;
    },
  });
  return { code, out, err };
}

const withLayer = (change: Partial<Layer>, more: Partial<Pack> = {}): Pack => {
  const sample = samplePack(more);
  return { ...sample, layer: { ...sample.layer, ...change } };
};
const [rule] = samplePack().layer.rules;
const widget = rule as NonNullable<typeof rule>;

let key: SigningKey;
let keyFile: string;
beforeAll(async () => {
  key = await makeKeyPair();
  keyFile = write('key.pem', await writePrivateKey(key));
});

describe('check', () => {
  it('says that a pack is fine once every example held', async () => {
    const { code, out, err } = await pack('check', file('fine.json', samplePack()));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Acme support, version 12: 3 entries, 2 examples, all fine/);
  });

  it('names every example that does not hold, and goes on with the next file', async () => {
    const bad = withLayer({ rules: [{ ...widget, examples: [{ allow: 'Your widget is here.' }] }] });
    const { code, out, err } = await pack('check', file('bad.json', bad), file('fine.json', samplePack()));
    expect(code).toBe(1);
    expect(err).toContain('bad.json: ');
    expect(err).toContain('jargon/widget');
    expect(out).toContain('fine.json');
  });

  it('names what is no pack', async () => {
    const { code, err } = await pack(
      'check',
      write('none.json', '{"reframe":"settings"}'),
      write('text.json', 'hello'),
    );
    expect(code).toBe(1);
    expect(err).toContain('none.json: field "reframe"');
    expect(err).toContain('text.json: is not JSON');
  });
});

describe('sign and verify', () => {
  it('signs with the studio’s key so that it verifies with the public one, as text and as a file', async () => {
    const signed = join(folder, 'signed.json');
    expect(await pack('sign', file('plain.json', samplePack()), '--key', keyFile, '--out', signed)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(await verify(readPack(readFileSync(signed, 'utf8'), ''), key.publicKey)).toBe('signed');
    expect((await pack('verify', signed, '--key', key.publicKey)).code).toBe(0);
    const pem = write('public.pem', `-----BEGIN PUBLIC KEY-----\n${key.publicKey}\n-----END PUBLIC KEY-----\n`);
    expect((await pack('verify', signed, '--key', pem)).code).toBe(0);
  });

  it('says what is wrong with a signature', async () => {
    const plain = file('plain.json', samplePack());
    expect(await pack('verify', plain, '--key', key.publicKey)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not signed'),
    });
    const signed = JSON.parse((await pack('sign', plain, '--key', keyFile)).out) as Pack;
    const altered = file('altered.json', { ...signed, note: 'altered' });
    expect(await pack('verify', altered, '--key', key.publicKey)).toMatchObject({
      code: 1,
      err: expect.stringContaining('altered after'),
    });
    const other = await makeKeyPair();
    expect(await pack('verify', file('other.json', signed), '--key', other.publicKey)).toMatchObject({
      code: 1,
      err: expect.stringContaining('another key'),
    });
  });
});

describe('diff', () => {
  it('says what changed, field by field', async () => {
    const after = withLayer({ rules: [{ ...widget, message: 'Say gizmo.' }], rulesOff: ['canned/rest-assured'] });
    const { code, out } = await pack('diff', file('a.json', samplePack()), file('b.json', after));
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '~ Rules: Our words, not theirs · widget',
        '    Message',
        '      - Customers know these as gizmos.',
        '      + Say gizmo.',
        '+ Rules switched off: Set phrase · rest assured',
        '',
      ].join('\n'),
    );
  });
});

describe('merge', () => {
  const base = samplePack();
  const ours = withLayer({ rulesOff: ['canned/rest-assured'] }, { version: 13 });
  const theirs = withLayer({ rules: [{ ...widget, message: 'Say gizmo.' }] }, { version: 15, author: 'Grace' });
  const files = () => [file('base.json', base), file('ours.json', ours), file('theirs.json', theirs)];

  it('writes a version that follows on both', async () => {
    const merged = join(folder, 'merged.json');
    expect(await pack('merge', ...files(), '--out', merged)).toMatchObject({ code: 0, err: '' });
    const read = readPack(readFileSync(merged, 'utf8'), '');
    expect(read.version).toBe(16);
    expect(read.note).toBe('Merged version 15 of Grace');
    expect(read.after).toEqual([await digestOf(ours), await digestOf(theirs)]);
    expect(read.layer).toMatchObject({ rulesOff: ['canned/rest-assured'], rules: [{ message: 'Say gizmo.' }] });
  });

  it('tells what both changed, and writes nothing until it is settled', async () => {
    const other = file('other.json', withLayer({ rules: [{ ...widget, message: 'Gizmos.' }] }));
    const [baseFile = '', , theirsFile = ''] = files();
    const { code, out, err } = await pack('merge', baseFile, other, theirsFile);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('! Rules: Our words, not theirs · widget, Message');
    expect(err).toContain('B: Say gizmo.');
    const settled = await pack('merge', baseFile, other, theirsFile, '--take', 'theirs');
    expect((JSON.parse(settled.out) as Pack).layer.rules[0]?.message).toBe('Say gizmo.');
  });

  it('takes an empty base for an unknown one, as git hands it over', async () => {
    const [, oursFile = '', theirsFile = ''] = files();
    const { code, out } = await pack('merge', write('empty.json', ''), oursFile, theirsFile, '--take', 'ours');
    expect(code).toBe(0);
    expect((JSON.parse(out) as Pack).layer.words).toEqual(base.layer.words);
  });
});

describe('the command', () => {
  it('exits with 2 where it is called wrongly, and says how it is called', async () => {
    const call = (...args: string[]) => run('node', ['--import', 'tsx', 'lib/cli/pack.ts', ...args]);
    const [none, unknown, missing, fine] = await Promise.all([
      call(),
      call('polish', 'x'),
      call('check', join(folder, 'nothing.json')),
      call('diff', file('a.json', samplePack()), file('b.json', samplePack())),
    ]);
    expect([none.code, unknown.code, missing.code, fine.code]).toEqual([2, 2, 2, 0]);
    expect(none.err).toContain('Usage: npm run -s pack');
    expect(missing.err).toContain('can’t be read');
  }, 60_000);

  it.each([
    [['sign', 'a.json'], 'needs a key'],
    [['diff', 'a.json'], 'takes 2 FILE'],
    [['check', 'a.json', '--out', 'b'], 'no --out'],
    [['merge', 'a', 'b', 'c', '--take', 'mine'], 'ours or theirs'],
    [['check', 'a', '--what'], 'what'],
  ])('refuses %j', (args, why) => {
    expect(() => parseOptions(args)).toThrow(why);
  });
});
