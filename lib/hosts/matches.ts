/**
 * The addresses that the shipped manifest names: the helpdesks that an adapter knows well, and nothing else. Every other
 * site, the previews too, is asked for when the agent switches it on.
 */
export const MATCHES_OF = {
  zendesk: ['https://*.zendesk.com/*'],
  gmail: ['https://mail.google.com/*'],
  intercom: ['https://app.intercom.com/*', 'https://app.eu.intercom.com/*', 'https://app.au.intercom.com/*'],
};
export const MATCHES = Object.values(MATCHES_OF).flat();

type Address = Pick<URL, 'protocol' | 'hostname'>;

/** Does a hostname (`*.` for any subdomain, `*` for any) cover this one? */
export function coversHost(pattern: string, hostname: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}

/** Is the address covered by one of these match patterns? Of their kinds only those with all paths are known. */
export function isCovered(patterns: readonly string[], { protocol, hostname }: Address): boolean {
  return patterns.some((pattern) => {
    const [, scheme, host] = /^(https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
    return host !== undefined && protocol === `${scheme}:` && coversHost(host, hostname);
  });
}

/** The hostname of a match pattern, for people. */
export const hostnameOf = (pattern: string): string => pattern.replace(/^https?:\/\/(\*\.)?|\/\*$/g, '');

/** The match pattern to ask for, for a hostname as adapters have it. */
export const patternOf = (hostname: string): string => `https://${hostname}/*`;

/**
 * The match pattern of one site, from its address or its bare hostname. null where no coach may run: on pages that are
 * neither encrypted nor this computer's own.
 */
export function siteOf(address: string): string | null {
  const typed = address.trim();
  const hasScheme = /^[a-z][a-z+.-]*:\/\//i.test(typed);
  try {
    const { protocol, hostname } = new URL(hasScheme ? typed : `https://${typed}`);
    if (hostname === 'localhost' && (protocol === 'http:' || !hasScheme)) return 'http://localhost/*';
    return protocol === 'https:' && /^[^*]+\.[^*]+$/.test(hostname) ? patternOf(hostname) : null;
  } catch {
    return null;
  }
}
