/**
 * What an administrator enters for a pack to come by company policy, as a text for each way that there is. The browsers
 * hand a policy's values over as strings: the pack is the text of its file, in one line and in ASCII, so that no registry,
 * console or script has anything to get wrong.
 */
import type { Pack } from './pack';

/** Names of the values, as `public/managed-schema.json` has them. */
export interface PolicyValues {
  pack: string;
  /** The public key that packs must be signed with. */
  packKey?: string;
}

/** As the manifest has it; Chrome and Edge give one by themselves. */
export const FIREFOX_ID = 'reframe@reframe.example';

export interface PolicyText {
  /** The name of the file that it is saved as. */
  file: string;
  text: string;
}

export const POLICY_WAYS = ['google', 'windows', 'intune', 'linux', 'firefox'] as const;
export type PolicyWay = (typeof POLICY_WAYS)[number];

export function policyValues(pack: Pack, packKey?: string): PolicyValues {
  return { pack: ascii(JSON.stringify(pack)), ...(packKey && { packKey }) };
}

/** `id`: of the extension in Chrome and Edge. */
export function policyText(way: PolicyWay, values: PolicyValues, id: string): PolicyText {
  switch (way) {
    case 'google':
      return json(
        'reframe-google-admin.json',
        mapped(values, (Value) => ({ Value })),
      );
    case 'windows':
      return { file: 'reframe.reg', text: registry(values, id) };
    case 'intune':
      return { file: 'reframe.ps1', text: script(values, id) };
    case 'linux':
      return json('reframe.json', { '3rdparty': { extensions: { [id]: values } } });
    case 'firefox':
      return json('policies.json', { policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: values } } } });
  }
}

/** Chrome's and Edge's places, below HKEY_LOCAL_MACHINE. */
const KEYS = ['SOFTWARE\\Policies\\Google\\Chrome', 'SOFTWARE\\Policies\\Microsoft\\Edge'];
const keyOf = (root: string, id: string) => `${root}\\3rdparty\\extensions\\${id}\\policy`;

function registry(values: PolicyValues, id: string): string {
  const lines = Object.entries(values).map(([name, value]) => `"${name}"="${value.replace(/["\\]/g, '\\$&')}"`);
  const blocks = KEYS.map((root) => [`[HKEY_LOCAL_MACHINE\\${keyOf(root, id)}]`, ...lines, ''].join('\r\n'));
  return ['Windows Registry Editor Version 5.00', '', ...blocks].join('\r\n');
}

/** A key that is there already is not made anew: that would empty it of what else was set. */
const NEW_KEY = '  if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }';

function script(values: PolicyValues, id: string): string {
  const lines = Object.entries(values).map(
    ([name, value]) => `  Set-ItemProperty -Path $key -Name '${name}' -Value '${value.replaceAll("'", "''")}'`,
  );
  const keys = KEYS.map((root) => `  'HKLM:\\${keyOf(root, id)}'`).join(',\r\n');
  return [`foreach ($key in @(`, keys, ')) {', NEW_KEY, ...lines, '}', ''].join('\r\n');
}

function json(file: string, value: unknown): PolicyText {
  return { file, text: `${JSON.stringify(value, null, 2)}\n` };
}

function mapped<T>(values: PolicyValues, map: (value: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}

/** The same JSON with every sign beyond ASCII escaped. */
function ascii(text: string): string {
  return text.replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
