import { describe, expect, it } from 'vitest';
import { HOSTS, hostFor } from '../../lib/hosts';
import { isCovered, MATCHES, patternOf, siteOf } from '../../lib/hosts/matches';

describe('siteOf', () => {
  it.each([
    ['help.example.com', 'https://help.example.com/*'],
    [' https://help.example.com/tickets/7?x=1#y ', 'https://help.example.com/*'],
    ['Help.Example.com:8443/x', 'https://help.example.com/*'],
    ['localhost:3000', 'http://localhost/*'],
    ['http://localhost:3000/x', 'http://localhost/*'],
    ['http://help.example.com', null],
    ['chrome://extensions', null],
    ['file:///tmp/x.html', null],
    ['help', null],
    ['*', null],
    ['*.com/*', null],
    ['', null],
  ])('%s', (typed, site) => {
    expect(siteOf(typed)).toBe(site);
  });
});

describe('isCovered', () => {
  const covered = (patterns: string[], address: string) => isCovered(patterns, new URL(address));
  it.each([
    [['https://*.zendesk.com/*'], 'https://acme.zendesk.com/agent', true],
    [['https://*.zendesk.com/*'], 'https://zendesk.com.evil.example/', false],
    [['https://*.zendesk.com/*'], 'https://evilzendesk.com/', false],
    [['https://*.zendesk.com/*'], 'http://acme.zendesk.com/', false],
    [['https://tool.example/*'], 'https://sub.tool.example/', false],
    [['http://localhost/*'], 'http://localhost:3000/', true],
    [['https://*/*'], 'https://any.example/', true],
    [[], 'https://any.example/', false],
  ])('%s %s', (patterns, address, expected) => {
    expect(covered(patterns, address)).toBe(expected);
  });
});

describe('hosts', () => {
  it('are in the manifest where they are well known, and asked for where they are previews', () => {
    for (const { id, hostnames, preview } of HOSTS) {
      for (const pattern of hostnames.map(patternOf))
        expect(MATCHES.includes(pattern), `${id} ${pattern}`).toBe(!preview);
    }
  });

  it.each([
    ['acme.freshdesk.com', 'freshdesk'],
    ['secure.helpscout.net', 'helpscout'],
    ['acme.lightning.force.com', 'salesforce'],
    ['outlook.office.com', 'outlook'],
    ['desk.zoho.in', 'zoho'],
    ['app.frontapp.com', 'front'],
    ['acme.zendesk.com', 'zendesk'],
    ['freshdesk.com.example', 'generic'],
  ])('%s is %s', (hostname, id) => {
    expect(hostFor({ hostname }).id).toBe(id);
  });
});
