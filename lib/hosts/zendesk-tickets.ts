/** Which of Zendesk's mounted tickets a box belongs to, and whether that one is on show. */

/** Names of the attribute with a ticket's number, the newest first. */
const ID = ['data-ticket-id', 'data-side-conversations-anchor-id'];
const WITH_ID = ID.map((name) => `[${name}]`).join(',');
const TABS = ['[data-test-id="header-tab"][aria-current="page"]', '[data-entity-is-selected="true"]'];
const PANE = '.ticket-panes-grid-layout';
const ACTIVE_PANE = `${PANE}[data-is-active="true"], ${PANE}.active`;

/** The ticket around a box, as far as its thread (`item`) reaches; null where another one is on show. */
export function activeTicket(box: Element, item: string): ParentNode | null {
  const page = box.ownerDocument;
  const own = box.closest(WITH_ID);
  const pane = box.closest(PANE);
  const shown = shownId(page);
  const ids = own ? [idOf(own)] : pane ? [...pane.querySelectorAll(WITH_ID)].map(idOf) : [];
  if (shown && ids.length) {
    if (!ids.includes(shown)) return null;
  } else if (pane && page.querySelector(ACTIVE_PANE) && !pane.matches(ACTIVE_PANE)) return null;
  // The number may stand on the composer's half of the ticket only.
  if (own && (own.querySelector(item) || !pane?.querySelector(item))) return own;
  return pane ?? own ?? alone(page, shown);
}

/** The number of the ticket on show: by the tabs, else by the address. */
function shownId(page: Document): string | null {
  for (const tab of TABS) {
    const chosen = page.querySelector(tab);
    const id = (chosen?.closest('[data-entity-id]') ?? chosen?.querySelector('[data-entity-id]'))?.getAttribute(
      'data-entity-id',
    );
    if (id) return id;
  }
  return /^\/agent\/tickets\/(\d+)/.exec(page.location?.pathname ?? '')?.[1] ?? null;
}

function idOf(ticket: Element): string | null {
  return ID.map((name) => ticket.getAttribute(name)).find(Boolean) ?? null;
}

/** Nothing around the box says which ticket it is of: the page as a whole, unless it has marked tickets elsewhere. */
function alone(page: Document, shown: string | null): ParentNode {
  const marked = shown ? ID.map((name) => page.querySelector(`[${name}="${CSS.escape(shown)}"]`)).find(Boolean) : null;
  return marked ?? page.querySelector(ACTIVE_PANE) ?? page;
}
