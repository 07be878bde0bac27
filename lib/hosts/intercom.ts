/**
 * Intercom Inbox, which changes often: three generations of its thread are known. Nothing in the page says for certain
 * whether the composer writes to the customer or a note, so that this is unknown unless an older page marks it.
 */
import type { HostAdapter, Role } from './types';

/** Numbers that the middle generation gives to who wrote a part. */
const GROUPS: Record<string, Role> = { '1': 'customer', '3': 'agent' };
const BODY = ['.intercom-interblocks-html', '.interblocks-html', '.intercom-interblocks'];
const STRIP = ['blockquote', '.gmail_quote', 'button'];

const grouped = (item: Element): Role | null => {
  const group = item.closest('[data-part-group-category]') ?? item.querySelector('[data-part-group-category]');
  return GROUPS[group?.getAttribute('data-part-group-category') ?? ''] ?? null;
};

export const intercom: HostAdapter = {
  id: 'intercom',
  name: 'Intercom',
  hostnames: ['app.intercom.com', 'app.eu.intercom.com', 'app.au.intercom.com'],
  expectsBox: (location) => /\/conversation\/\d+/.test(location.pathname),

  boxes: [
    '.ProseMirror.embercom-prosemirror-composer-editor',
    '[data-conversation-reply-composer] .ProseMirror[contenteditable="true"]',
    '[class*="__composer__container"] [contenteditable="true"]',
  ],
  notBoxes: ['[data-intercom-target="conversation-stream-content-part"]', '[role="search"]'],
  notDraft: ['blockquote', '.intercom-interblocks-signature'],

  ticket: (box) =>
    box.closest('[data-conversation-id], [class*="inbox2__conversation"], [class*="inbox-2__conversation"]') ??
    box.ownerDocument,
  kind(_box, ticket) {
    if (
      ticket.querySelector(
        '[data-intercom-target=note-tab].o__selected, .conversation__text.o__note [contenteditable="true"]',
      )
    )
      return 'note';
    return 'unknown';
  },
  // The page shows a chat and an email alike; turns in a chat need no greeting, so the milder reading is taken.
  channel: () => 'chat',

  thread: [
    { items: '[data-intercom-target="conversation-stream-content-part"]', role: grouped, body: BODY, strip: STRIP },
    {
      items: '[class*="group/content-part"]',
      // Only an agent's part is marked; the others may be the customer's or a bot's.
      role: (item) => grouped(item) ?? (item.querySelector('[data-testid="admin-avatar-name"]') ? 'agent' : null),
      body: BODY,
      strip: STRIP,
    },
    { items: '[data-part-group-category]', role: grouped, body: BODY, strip: STRIP },
  ],
  customerName: (ticket) =>
    ticket.querySelector('[data-inbox-conversation-header-title]')?.textContent?.trim() || undefined,
};
