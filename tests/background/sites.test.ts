import { describe, expect, it } from 'vitest';
import { isOn, switchSite } from '../../lib/store/sites';

const SITE = 'acme.zendesk.com';

describe('the switch', () => {
  it.each([
    ['on everywhere', { enabled: true, sitesOff: [] }, SITE, true],
    ['off here', { enabled: true, sitesOff: [SITE] }, SITE, false],
    ['off elsewhere', { enabled: true, sitesOff: ['b.example'] }, SITE, true],
    ['off everywhere', { enabled: false, sitesOff: [] }, SITE, false],
    ['no site known', { enabled: true, sitesOff: [SITE] }, null, true],
  ])('%s', (_name, settings, site, expected) => {
    expect(isOn(settings, site)).toBe(expected);
  });

  it('switches a site off once, and on again', () => {
    const off = switchSite(switchSite({ enabled: true, sitesOff: ['z.example'] }, SITE, false), SITE, false);
    expect(off).toEqual({ enabled: true, sitesOff: [SITE, 'z.example'] });
    expect(switchSite(off, SITE, true)).toEqual({ enabled: true, sitesOff: ['z.example'] });
  });

  it('switching a site on ends off everywhere', () => {
    expect(switchSite({ enabled: false, sitesOff: [SITE] }, SITE, true)).toEqual({ enabled: true, sitesOff: [] });
  });
});
