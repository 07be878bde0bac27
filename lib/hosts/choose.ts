/** Which adapter a page is read with, of those that its script brought along. */
import { coversHost } from './matches';
import type { HostAdapter } from './types';

/** The adapter for an address; the last one where none names it. */
export function hostAt(hosts: readonly HostAdapter[], { hostname }: Pick<Location, 'hostname'>): HostAdapter {
  const named = hosts.find((host) => host.hostnames.some((pattern) => coversHost(pattern, hostname)));
  const host = named ?? hosts.at(-1);
  if (!host) throw new Error('A page is read with at least one adapter.');
  return host;
}

/** The adapter for a page that is there: a helpdesk on a company's own domain is told by its signs. */
export function recognise(
  hosts: readonly HostAdapter[],
  host: HostAdapter,
  location: Location,
  page: ParentNode,
): HostAdapter {
  if (host.hostnames.length > 0) return host;
  return hosts.find((known) => known.signs?.(location, page)) ?? host;
}
