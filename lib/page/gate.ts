/** Whether the coach is on here: switched off everywhere or for this site, or asleep for a while. Pure. */
import type { Snooze } from '../messages';
import type { Settings } from '../store/settings';

export type Gate = { state: 'on' } | { state: 'off' } | { state: 'snoozed'; snooze: Snooze };

/** `now` in ms since 1970. */
export function gateFor(settings: Settings, site: string, now: number): Gate {
  if (!settings.enabled || settings.sitesOff.includes(site)) return { state: 'off' };
  const hour = settings.snoozed['*'] ?? 0;
  if (hour > now) return { state: 'snoozed', snooze: { scope: 'hour', until: hour } };
  const here = settings.snoozed[site] ?? 0;
  if (here > now) return { state: 'snoozed', snooze: { scope: 'site', until: here } };
  return { state: 'on' };
}

const HOUR_MS = 3_600_000;

/** The settings after a snooze. A site sleeps for a day: longer is what its switch is for. */
export function snooze(settings: Settings, scope: 'hour' | 'site', site: string, now: number): Partial<Settings> {
  const entry = scope === 'hour' ? { '*': now + HOUR_MS } : { [site]: now + 24 * HOUR_MS };
  return { snoozed: { ...settings.snoozed, ...entry } };
}

/** The settings once the agent wants to be coached here again. */
export function wake(settings: Settings, site: string): Partial<Settings> {
  const { '*': _, [site]: __, ...snoozed } = settings.snoozed;
  return { snoozed };
}
