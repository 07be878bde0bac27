import { describe, expect, it } from 'vitest';
import { FileError } from '../../lib/store/file-faults';
import { DEFAULTS, type Settings } from '../../lib/store/settings';
import { readSettingsFile, settingsFile } from '../../lib/store/settings-file';

const changed: Settings = {
  ...DEFAULTS,
  enabled: false,
  sitesOff: ['mail.google.com'],
  rulesOff: ['blame/you-failed-to'],
  severity: { jargon: 'low' },
  keys: { use: 'Alt+KeyU' },
  words: { avoid: [{ say: 'cheap', instead: 'good value' }], fine: ['RMA'] },
  snoozed: { '*': 1_900_000_000_000 },
  introduced: true,
};

const faultsOf = (text: string) => {
  try {
    readSettingsFile(text);
  } catch (error) {
    if (error instanceof FileError) return error.faults.join('\n');
    throw error;
  }
  return '';
};

describe('a settings file', () => {
  it('carries all that belongs to the agent, and nothing of this machine', () => {
    const { snoozed: _, introduced: __, sites: ___, ...carried } = changed;
    expect(readSettingsFile(settingsFile(changed))).toEqual(carried);
  });

  it('of an older version has the defaults for what it does not know', () => {
    const text = JSON.stringify({ reframe: 'settings', schema: 1, settings: { maxUnderlines: 3 } });
    expect(readSettingsFile(text)).toMatchObject({ maxUnderlines: 3, words: DEFAULTS.words, keys: {} });
  });

  it.each([
    ['no JSON', '{', /./],
    ['another file', '{"name": "reframe"}', /reframe/],
    ['a newer file', '{"reframe": "settings", "schema": 2, "settings": {}}', /schema/],
    ['an unknown setting', '{"reframe": "settings", "schema": 1, "settings": {"telemetry": true}}', /telemetry/],
    ['a wrong type', '{"reframe": "settings", "schema": 1, "settings": {"maxUnderlines": "many"}}', /maxUnderlines/],
    ['days below none', '{"reframe": "settings", "schema": 1, "settings": {"keepDays": -1}}', /keepDays/],
    [
      'a list that is too long',
      JSON.stringify({
        reframe: 'settings',
        schema: 1,
        settings: { words: { avoid: [], fine: Array(501).fill('x') } },
      }),
      /words.fine: has at most 500/,
    ],
  ])('that is %s is refused, and says where', (_, text, where) => {
    expect(faultsOf(text)).toMatch(where);
  });
});
