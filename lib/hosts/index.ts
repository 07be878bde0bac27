/** The helpdesks that the coach knows. */
import { hostAt } from './choose';
import { freshdesk } from './freshdesk';
import { front } from './front';
import { generic } from './generic';
import { gmail } from './gmail';
import { gorgias } from './gorgias';
import { helpscout } from './helpscout';
import { hubspot } from './hubspot';
import { intercom } from './intercom';
import { outlook } from './outlook';
import { salesforce } from './salesforce';
import type { HostAdapter } from './types';
import { zendesk } from './zendesk';
import { zoho } from './zoho';

/** Known from less than first-hand facts: the agent switches them on. */
export const PREVIEWS: readonly HostAdapter[] = [
  freshdesk,
  helpscout,
  hubspot,
  salesforce,
  outlook,
  gorgias,
  zoho,
  front,
];

export const HOSTS: readonly HostAdapter[] = [zendesk, gmail, intercom, ...PREVIEWS];

/** The adapter for an address; a site that none knows is read by the generic one. */
export function hostFor(address: Pick<Location, 'hostname'>): HostAdapter {
  return hostAt([...HOSTS, generic], address);
}

/** Does the adapter with this id know where the customer's messages are? */
export function readsThread(id: string | undefined): boolean {
  const host = [...HOSTS, generic].find((known) => known.id === id);
  return host === undefined || host.thread.length > 0;
}
