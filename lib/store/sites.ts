/** On or off for a site: what the switch, the shortcut and the settings do alike. */
import type { Settings } from './settings';

export type SiteSwitches = Pick<Settings, 'enabled' | 'sitesOff'>;

export function isOn(settings: SiteSwitches, site: string | null): boolean {
  return settings.enabled && !(site !== null && settings.sitesOff.includes(site));
}

/** Switching a site on where everything is off switches everything on: the agent wants to see it here, now. */
export function switchSite(settings: SiteSwitches, site: string, on: boolean): SiteSwitches {
  const others = settings.sitesOff.filter((off) => off !== site);
  return on ? { enabled: true, sitesOff: others } : { enabled: settings.enabled, sitesOff: [...others, site].sort() };
}
