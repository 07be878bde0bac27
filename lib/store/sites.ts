/** On or off for a site: what the switch, the shortcut and the settings do alike. */
import { isCovered, MATCHES } from '../hosts/matches';
import type { Settings } from './settings';

export type SiteSwitches = Pick<Settings, 'enabled' | 'sitesOff'>;

export function isOn(settings: SiteSwitches, site: string | null): boolean {
  return settings.enabled && !(site !== null && settings.sitesOff.includes(site));
}

/** May the coach run at this address: on a helpdesk of the manifest, a site that the agent chose, or a page of its own? */
export function isPermitted({ sites }: Pick<Settings, 'sites'>, place: Pick<URL, 'protocol' | 'hostname'>): boolean {
  return /-extension:$/.test(place.protocol) || isCovered([...MATCHES, ...sites], place);
}

/** Switching a site on where everything is off switches everything on: the agent wants to see it here, now. */
export function switchSite(settings: SiteSwitches, site: string, on: boolean): SiteSwitches {
  const others = settings.sitesOff.filter((off) => off !== site);
  return on ? { enabled: true, sitesOff: others } : { enabled: settings.enabled, sitesOff: [...others, site].sort() };
}
