import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { POLICY_WAYS, type PolicyWay, policyText } from '../../lib/pack/policy-texts';
import { readPack } from '../../lib/pack/read-pack';
import { verify } from '../../lib/pack/sign';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const read = (name: string) => readFileSync(`docs/rollout/${name}`, 'utf8');
type Values = Record<string, string>;

/** What each way hands over, taken out of its example as its own tool does. */
const HANDED: Record<string, () => Values[]> = {
  'google-admin.json': () => {
    const entries = Object.entries<{ Value: string }>(JSON.parse(read('google-admin.json')));
    return [Object.fromEntries(entries.map(([name, { Value }]) => [name, Value]))];
  },
  'windows.reg': () => {
    const [head, ...parts] = read('windows.reg').split(/\r\n(?=\[)/);
    expect(head?.trim()).toBe('Windows Registry Editor Version 5.00');
    return parts.map((part) => {
      expect(part).toMatch(
        new RegExp(
          `^\\[HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Policies\\\\\\w+\\\\\\w+\\\\3rdparty\\\\extensions\\\\${ID}\\\\policy\\]`,
        ),
      );
      const lines = [...part.matchAll(/^"(\w+)"="((?:[^"\\]|\\.)*)"\r$/gm)];
      return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value.replace(/\\(.)/g, '$1')]));
    });
  },
  'intune.ps1': () => {
    const lines = [...read('intune.ps1').matchAll(/-Name '(\w+)' -Value '((?:[^']|'')*)'\r$/gm)];
    return [Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value.replaceAll("''", "'")]))];
  },
  'linux.json': () => [JSON.parse(read('linux.json'))['3rdparty'].extensions[ID]],
  'policies.json': () => [JSON.parse(read('policies.json')).policies['3rdparty'].Extensions['reframe@reframe.example']],
};

const FILES: Record<PolicyWay, string> = {
  google: 'google-admin.json',
  windows: 'windows.reg',
  intune: 'intune.ps1',
  linux: 'linux.json',
  firefox: 'policies.json',
};

describe('an example of the roll-out', () => {
  it.each(Object.keys(HANDED))('hands over a signed pack that is taken: %s', async (name) => {
    const handed = HANDED[name]?.() ?? [];
    expect(handed.length).toBe(name === 'windows.reg' ? 2 : 1);
    for (const { pack, packKey, ...others } of handed) {
      expect(await verify(readPack(pack ?? '', name), packKey ?? '')).toBe('signed');
      expect(others).toEqual({});
    }
  });

  it('is what the studio would write', () => {
    for (const way of POLICY_WAYS) {
      const name = FILES[way];
      const { pack = '', packKey = '' } = HANDED[name]?.()[0] ?? {};
      expect(policyText(way, { pack, packKey }, ID).text, name).toBe(read(name));
    }
  });

  it('has only values that the managed schema names, and all of its ways in the guide', () => {
    const { properties } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    expect(Object.keys(properties)).toEqual(['settings', 'pack', 'packKey']);
    const guide = read('README.md');
    for (const name of [...Object.keys(HANDED), ...Object.keys(properties)]) expect(guide).toContain(name);
  });
});
