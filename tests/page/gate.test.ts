import { describe, expect, it } from 'vitest';
import { gateFor, snooze, wake } from '../../lib/page/gate';
import { DEFAULTS } from '../../lib/store/settings';

const SITE = 'acme.zendesk.com';
const NOW = 1_800_000_000_000;

describe('gateFor', () => {
  it('is on unless something says otherwise', () => {
    expect(gateFor(DEFAULTS, SITE, NOW)).toEqual({ state: 'on' });
  });
  it('is off everywhere, or for one site', () => {
    expect(gateFor({ ...DEFAULTS, enabled: false }, SITE, NOW).state).toBe('off');
    const off = { ...DEFAULTS, sitesOff: [SITE] };
    expect(gateFor(off, SITE, NOW).state).toBe('off');
    expect(gateFor(off, 'other.zendesk.com', NOW).state).toBe('on');
  });
  it('sleeps for an hour everywhere', () => {
    const asleep = { ...DEFAULTS, ...snooze(DEFAULTS, 'hour', SITE, NOW) };
    const until = NOW + 3_600_000;
    expect(gateFor(asleep, 'mail.google.com', NOW)).toEqual({ state: 'snoozed', snooze: { scope: 'hour', until } });
    expect(gateFor(asleep, SITE, until).state).toBe('on');
  });
  it('sleeps on one site', () => {
    const asleep = { ...DEFAULTS, ...snooze(DEFAULTS, 'site', SITE, NOW) };
    expect(gateFor(asleep, SITE, NOW).state).toBe('snoozed');
    expect(gateFor(asleep, 'mail.google.com', NOW).state).toBe('on');
  });
  it('wakes at once, and leaves other sites asleep', () => {
    const both = { ...DEFAULTS, snoozed: { '*': NOW + 1, [SITE]: NOW + 1, 'mail.google.com': NOW + 1 } };
    expect(wake(both, SITE)).toEqual({ snoozed: { 'mail.google.com': NOW + 1 } });
  });
});
