/**
 * Intercom Inbox, which changes often: three generations of its thread are known. Nothing in the page says for certain
 * whether the composer writes to the customer or a note, so that this is unknown unless an older page marks it.
 */
import type { Turn } from '../engine/types';
import { marked } from './marked';
import { MAIL_QUOTES, MAIL_SIGNATURES } from './quotes';
import type { HostAdapter, Role } from './types';

/** Numbers that the middle generation gives to who wrote a part; 4 is a note, 5 a bot, 20 the system. */
const GROUPS: Record<string, Role> = { '1': 'customer', '3': 'agent' };
const PART = '[data-intercom-target="conversation-stream-content-part"]';
const BODY = ['.intercom-interblocks-html', '.interblocks-html', '.intercom-interblocks'];
const ADMIN = '[data-testid="admin-avatar-name"]';
/** Counterparts of the agent's mark, should the page have them. */
const CUSTOMER = ':is([data-testid^="user-avatar"], [data-testid^="customer-avatar"], [data-testid^="contact-avatar"])';
const NOTE = '.o__note, [class*="__note"], [class*="--note"], [data-testid*="note"]';
const BOT = '[data-testid^="bot-"], [data-testid^="operator-"], [data-testid^="fin-"], [data-testid^="workflow-"]';
const NOTE_TAB = '[data-intercom-target="note-tab"]';

function groupOf(item: Element): string | null {
  const group = item.closest('[data-part-group-category]') ?? marked(item, '[data-part-group-category]', BODY);
  return group?.getAttribute('data-part-group-category') ?? null;
}

function roleOf(item: Element): Role | null {
  const group = groupOf(item);
  if (group !== null) return GROUPS[group] ?? null;
  if (marked(item, NOTE, BODY) || marked(item, BOT, BODY)) return null;
  const agent = marked(item, ADMIN, BODY) !== null;
  const customer = marked(item, CUSTOMER, BODY) !== null;
  if (agent === customer) return null;
  return agent ? 'agent' : 'customer';
}

const part = (items: string) => ({
  items,
  role: roleOf,
  body: BODY,
  strip: [...MAIL_SIGNATURES, ...MAIL_QUOTES, '.intercom-interblocks-signature', 'button'],
  sender: `${ADMIN}, ${CUSTOMER}`,
  time: (item: Element) => marked(item, 'time[datetime]', BODY)?.getAttribute('datetime') ?? undefined,
});

/**
 * The header's line, if it is a person: it may be what the talk is about. A person's name is written with capitals, and
 * its words do not stand in the talk as plain words.
 */
function person(title: string | undefined, said: readonly Turn[]): string | undefined {
  const words = title?.replace(/\s+/g, ' ').trim().split(' ') ?? [];
  if (words.length === 0 || words.length > 4 || !words.every((word) => /^\p{Lu}[\p{L}'’.,-]*$/u.test(word)))
    return undefined;
  const talk = said.map(({ text }) => text).join('\n');
  const plain = new Set(talk.match(/[\p{L}'’]+/gu) ?? []);
  if (words.some((word) => plain.has(word.toLowerCase()))) return undefined;
  // One word alone may be anything, unless somebody is called so in the talk.
  return words.length > 1 || plain.has(words[0] as string) ? words.join(' ') : undefined;
}

export const intercom: HostAdapter = {
  id: 'intercom',
  name: 'Intercom',
  hostnames: ['app.intercom.com', 'app.eu.intercom.com', 'app.au.intercom.com'],
  expectsBox: (location) => /\/conversation\/\d+/.test(location.pathname),

  boxes: [
    '.ProseMirror.embercom-prosemirror-composer-editor',
    '[data-conversation-reply-composer] .ProseMirror[contenteditable="true"]',
    ':is([class*="inbox2__composer"], [class*="inbox-2__composer"], [class*="__composer__container"]) [contenteditable="true"]',
  ],
  notBoxes: [PART, '[class*="group/content-part"]', '[data-part-group-category]', '[role="search"]'],
  notDraft: ['blockquote', '.intercom-interblocks-signature'],
  send: [
    '[data-intercom-target="send-button"]',
    '[data-intercom-target="conversation-reply-send"]',
    ':is([data-conversation-reply-composer], [class*="__composer__container"]) button[type="submit"]',
    ':is([data-conversation-reply-composer], [class*="__composer__container"]) [data-testid*="send"]',
  ],
  watched: ['class', 'data-conversation-id', 'data-part-group-category'],

  ticket: (box) =>
    box.closest('[data-conversation-id], [class*="inbox2__conversation"], [class*="inbox-2__conversation"]') ??
    box.ownerDocument,
  kind(box, ticket) {
    if (box.closest('.conversation__text.o__note')) return 'note';
    const tab = ticket.querySelector(NOTE_TAB);
    if (!tab) return 'unknown';
    if (tab.classList.contains('o__selected')) return 'note';
    return tab.parentElement?.querySelector('.o__selected') ? 'reply' : 'unknown';
  },
  // The page shows a chat and an email alike; turns in a chat need no greeting, so the milder reading is taken.
  channel: () => 'chat',

  thread: [part(PART), part('[class*="group/content-part"]'), part('[data-part-group-category]')],
  customerName: (ticket, said) =>
    person(ticket.querySelector('[data-inbox-conversation-header-title]')?.textContent ?? undefined, said),
};
