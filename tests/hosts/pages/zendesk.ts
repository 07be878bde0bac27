/** Zendesk's Agent Workspace around a real CKEditor 5, in the generations of its markup that are known. */
import { document, type Editor, editor } from './editor';

export interface ZendeskItem {
  /** The `type` of the message; null: the attribute is missing. */
  type: string | null;
  html: string;
  sender?: string;
  /** Beside the message: badges, tags. */
  marks?: string;
  /** Attributes of the item, and of an element in it. */
  on?: string;
  inside?: string;
  at?: string;
  body?: 'comment' | 'message';
}

export interface ZendeskTicket {
  id: number;
  items: ZendeskItem[];
  /** What the channel switcher says; null: an older page without one. */
  channel?: string | null;
  label?: string;
  composer?: keyof typeof COMPOSERS;
  html?: string;
  /** Anything else inside the ticket. */
  beside?: string;
}

export type Generation = 'ticket-id' | 'anchor' | 'panes' | 'older-panes' | 'selected-tab';

const COMPOSERS = {
  rich: { 'data-test-id': 'omnicomposer-rich-text-ckeditor' },
  chat: { 'data-test-id': 'omnicomposer-plain-text-ckeditor' },
  older: {},
} satisfies Record<string, Record<string, string>>;

/** Mounted tickets lie over each other with a layout each, as in the workspace; the first one is on show. */
export function zendesk(tickets: ZendeskTicket[], generation: Generation = 'ticket-id'): string {
  const shown = tickets[0]?.id ?? 0;
  const tabs = tickets.map(({ id }) =>
    generation === 'selected-tab'
      ? `<div data-entity-id="${id}" data-entity-is-selected="${id === shown}">#${id}</div>`
      : generation === 'panes' || generation === 'older-panes'
        ? `<div data-test-id="header-tab">#${id}</div>`
        : `<div data-test-id="header-tab" data-entity-id="${id}"${id === shown ? ' aria-current="page"' : ''}>#${id}</div>`,
  );
  const panes = tickets.map((ticket) => around(generation, ticket.id, ticket.id === shown, ticketHtml(ticket)));
  return document(
    'Zendesk',
    'ckeditor5',
    `<nav>${tabs.join('')}</nav><input type="search" aria-label="Search"><div class="all">${panes.join('')}</div>`,
    '.all { position: relative; height: 900px; } .all > * { position: absolute; inset: 0; background: #fff; }',
  );
}

function around(generation: Generation, id: number, shown: boolean, html: string): string {
  switch (generation) {
    case 'panes':
      return `<div class="ticket-panes-grid-layout" data-is-active="${shown}">${html}</div>`;
    case 'older-panes':
      return `<div class="ticket-panes-grid-layout${shown ? ' active' : ''}">${html}</div>`;
    case 'anchor':
      return `<div data-side-conversations-anchor-id="${id}">${html}</div>`;
    default:
      return `<main data-ticket-id="${id}">${html}</main>`;
  }
}

function ticketHtml(ticket: ZendeskTicket): string {
  return `<section>${ticket.items.map(itemHtml).join('')}</section>${ticket.beside ?? ''}${composerHtml(ticket)}`;
}

export function itemHtml(item: ZendeskItem): string {
  const body =
    item.body === 'message'
      ? `<div data-test-id="omni-log-message-content">${item.html}</div>`
      : `<div class="zd-comment">${item.html}</div>`;
  return `<article data-test-id="omni-log-comment-item" ${item.on ?? ''}>
    <div data-test-id="omni-log-item-message"${item.type === null ? '' : ` type="${item.type}"`}>
      ${item.marks ?? ''}<span data-test-id="omni-log-item-sender">${item.sender ?? ''}</span>
      ${item.inside ? `<span ${item.inside}></span>` : ''}
      ${item.at ? `<time datetime="${item.at}">then</time>` : ''}${body}<button type="button">More</button>
    </div></article>`;
}

function composerHtml({ channel = 'email', label = 'Composer', composer = 'rich', html }: ZendeskTicket): string {
  const box: Editor = { as: { ...COMPOSERS[composer], 'aria-label': label }, html };
  const switcher = `<button type="button" data-test-id="omnichannel-channel-switcher-button" data-channel="${channel}" aria-label="${label}">${label}</button>`;
  return `<div data-test-id="editor-view">${channel === null ? '' : switcher}
    <div class="zendesk-editor--rich-text-container">${editor(box)}</div>
    <button type="button" data-test-id="submit_button-button">Submit</button></div>`;
}

export const AGENT_BADGE = '<i data-test-id="omni-log-avatar-badge-AgentBadge"></i>';
export const NOTE_TAG = '<span data-test-id="omni-log-internal-note-tag">Intern</span>';
export const FROM_SIDE =
  '<span data-test-id="omni-log-item-originated-from"><span aria-label="Email via side conversation"></span></span>';
