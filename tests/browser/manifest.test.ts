/** What both browsers ask for at the install: nothing but the helpdesks that are well known. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MATCHES } from '../../lib/hosts/matches';

const manifestOf = (build: string) => JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));

describe.each([
  ['chrome-mv3', ['activeTab', 'scripting', 'sidePanel', 'storage']],
  ['firefox-mv3', ['activeTab', 'scripting', 'storage']],
])('%s', (build, permissions) => {
  it('asks for no more than it needs, and for other sites one at a time', () => {
    const manifest = manifestOf(build);
    expect(manifest.permissions.toSorted()).toEqual(permissions);
    expect(manifest.host_permissions.toSorted()).toEqual(MATCHES.toSorted());
    expect(manifest.content_scripts).toHaveLength(1);
    expect(manifest.content_scripts[0].matches.toSorted()).toEqual(MATCHES.toSorted());
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://localhost/*']);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
  });
});
