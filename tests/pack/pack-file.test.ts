import { describe, expect, it } from 'vitest';
import { digestOf } from '../../lib/pack/canonical';
import { packInfo } from '../../lib/pack/info';
import { MOST_BYTES, readPack } from '../../lib/pack/read-pack';
import { writePack } from '../../lib/pack/write-pack';
import { BankError } from '../../lib/phrasebank/schema';
import { samplePack } from './sample-pack';

function faultsIn(text: string): string[] {
  try {
    readPack(text, 'p.json');
    return [];
  } catch (error) {
    if (error instanceof BankError) return error.faults;
    throw error;
  }
}
const withField = (change: object) => JSON.stringify({ ...samplePack(), ...change });

describe('a pack’s file', () => {
  it('comes back as it was, whatever stands before and behind it', () => {
    expect(readPack(writePack(samplePack()), 'p')).toEqual(samplePack());
    expect(readPack(`\uFEFF${writePack(samplePack())}\n\n`, 'p')).toEqual(samplePack());
  });

  it('is the same text in whatever order it was made, and ends with a line', async () => {
    const turned = Object.fromEntries(Object.entries(samplePack()).reverse()) as unknown as ReturnType<
      typeof samplePack
    >;
    expect(writePack(turned)).toBe(writePack(samplePack()));
    expect(writePack(turned)).toMatch(/^\{\n {2}"reframe": "pack",[\s\S]*\n\}\n$/);
    expect(await digestOf(turned)).toBe(await digestOf(samplePack()));
  });

  it.each([
    ['', 'is not JSON'],
    ['{', 'is not JSON'],
    ['null', 'is no pack of Reframe'],
    ['[]', 'field "reframe": is missing'],
    [withField({ reframe: 'settings' }), 'field "reframe": is "pack"'],
    [withField({ schema: 2 }), 'field "schema": is 1: a newer pack'],
    [withField({ id: '../x y' }), 'field "id"'],
    [withField({ name: '<img src=x onerror=alert(1)>' }), 'field "name": has no HTML'],
    [withField({ note: 'a\n<script>' }), 'field "note": has no HTML'],
    [withField({ version: 1.5 }), 'field "version": is a whole number'],
    [withField({ version: '12' }), 'field "version": is a number'],
    [withField({ savedAt: 'yesterday' }), 'field "savedAt"'],
    [withField({ after: ['x'] }), 'field "after.0"'],
    [withField({ pilot: 'Returns' }), 'field "pilot": is a list'],
    [withField({ layer: null }), 'field "layer"'],
    [withField({ telemetry: true }), 'field "telemetry": is not known here'],
    [withField({ signature: { key: 'x' } }), 'field "signature.value": is missing'],
  ])('is refused with the place of the fault: %s', (text, fault) => {
    expect(faultsIn(text).join('\n')).toContain(fault);
  });

  it('names all faults at once', () => {
    expect(faultsIn(withField({ id: '', language: 'English', version: 0 }))).toHaveLength(3);
  });

  it('is refused where it is too large, without being read', () => {
    const large = withField({ note: 'x'.repeat(MOST_BYTES) });
    expect(faultsIn(large)).toEqual(['is larger than 5 MB']);
    expect(faultsIn(withField({ note: 'é'.repeat(MOST_BYTES / 2) }))).toEqual(['is larger than 5 MB']);
  });

  it('is shown by its name, version and size', async () => {
    expect(await packInfo(samplePack(), true)).toMatchObject({
      name: 'Acme support',
      version: 12,
      entries: 3,
      signed: true,
    });
  });
});
