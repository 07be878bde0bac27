import { describe, expect, it } from 'vitest';
import { digestOf } from '../../lib/pack/canonical';
import { makeKeyPair } from '../../lib/pack/keys';
import { FIREFOX_ID, POLICY_WAYS, policyText, policyValues } from '../../lib/pack/policy-texts';
import { readPack } from '../../lib/pack/read-pack';
import { sign, verify } from '../../lib/pack/sign';
import config from '../../wxt.config';
import { samplePack } from './sample-pack';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
/** With what breaks quoting: in JSON, in a registry's file and in PowerShell. */
const hard = samplePack({ name: 'Ünïcode 🙂 “quotes” \'single\' "double" \\back $env:X `tick`', note: 'two\nlines' });

/** What a browser would hand over of a text, read as each way reads it. */
const READ: Record<(typeof POLICY_WAYS)[number], (text: string) => Record<string, string>> = {
  google: (text) =>
    Object.fromEntries(
      Object.entries(JSON.parse(text) as Record<string, { Value: string }>).map(([name, { Value }]) => [name, Value]),
    ),
  linux: (text) => JSON.parse(text)['3rdparty'].extensions[ID],
  firefox: (text) => JSON.parse(text).policies['3rdparty'].Extensions[FIREFOX_ID],
  windows: (text) =>
    Object.fromEntries(
      [...text.matchAll(/^"(\w+)"="(.*)"\r$/gm)].map(([, name, value]) => [name, value?.replace(/\\(.)/g, '$1')]),
    ),
  intune: (text) =>
    Object.fromEntries(
      [...text.matchAll(/-Name '(\w+)' -Value '(.*)'\r$/gm)].map(([, name, value]) => [
        name,
        value?.replaceAll("''", "'"),
      ]),
    ),
};

describe('policy texts', () => {
  it.each(POLICY_WAYS)('hand over the very pack and key: %s', async (way) => {
    const key = await makeKeyPair();
    const pack = await sign(hard, key);
    const { text } = policyText(way, policyValues(pack, key.publicKey), ID);
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
    const { pack: value, packKey } = READ[way](text);
    const read = readPack(value ?? '', way);
    expect(await digestOf(read)).toBe(await digestOf(hard));
    expect(await verify(read, packKey ?? '')).toBe('signed');
  });

  it('name Chrome’s and Edge’s keys', () => {
    const { text } = policyText('windows', policyValues(samplePack()), ID);
    expect(text.startsWith('Windows Registry Editor Version 5.00\r\n')).toBe(true);
    expect(text).toContain(
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}\\policy]`,
    );
    expect(text).toContain(
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy]`,
    );
    expect(text).not.toContain('packKey');
  });

  it('have the id that the manifest has', () => {
    const manifest = (config.manifest as (env: { browser: string }) => unknown)({ browser: 'firefox' });
    expect(manifest).toMatchObject({ browser_specific_settings: { gecko: { id: FIREFOX_ID } } });
  });
});
