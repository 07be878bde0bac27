/** The way back from a reply to its ticket. Pure. */

/** Zendesk's exports have the address for programs. */
const ZENDESK_API = /^(https:\/\/[^/]+)\/api\/v2\/tickets\/(\d+)\.json$/;

/** https only: a link of an export must not run anything, nor show a ticket to whoever listens. */
export function ticketLink(given: string, ticket: string, template: string | undefined): string | undefined {
  const [, site, id] = ZENDESK_API.exec(given.trim()) ?? [];
  const address = site ? `${site}/agent/tickets/${id}` : given.trim() || fromTemplate(template, ticket);
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' && !url.username && !url.password ? url.href : undefined;
}

function fromTemplate(template: string | undefined, ticket: string): string {
  return template && ticket && template.includes('{ticket}')
    ? template.replaceAll('{ticket}', encodeURIComponent(ticket))
    : '';
}
