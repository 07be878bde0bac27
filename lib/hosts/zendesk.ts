/**
 * Zendesk Agent Workspace. Several tickets stay mounted at once, all with a layout, so that a box counts only inside
 * the ticket whose tab is chosen.
 */
import type { Channel } from '../engine/types';
import { marked } from './marked';
import { MAIL_QUOTES, MAIL_SIGNATURES } from './quotes';
import type { HostAdapter, Kind, Role } from './types';
import { activeTicket } from './zendesk-tickets';

/** What the switcher and the older pages call the channels on which a customer is written to. */
const CHANNELS: Record<string, Channel> = {
  email: 'email',
  web: 'email',
  api: 'email',
  mail: 'email',
  chat: 'chat',
  sms: 'chat',
  native_messaging: 'chat',
  messaging: 'chat',
  whatsapp: 'chat',
  line: 'chat',
  wechat: 'chat',
  telegram: 'chat',
  twitter: 'social',
  facebook: 'social',
  instagram: 'social',
};
const PRIVATE = /internal|private|note/i;

const SWITCHER = 'button[data-test-id="omnichannel-channel-switcher-button"]';
const CHAT = '[data-test-id="omnicomposer-plain-text-ckeditor"]';
const ITEM = 'article[data-test-id="omni-log-comment-item"]';
const BODY = ['.zd-comment', '[data-test-id="omni-log-message-content"]'];
/** Messages to somebody else, written beside the ticket. */
const SIDE_CONVERSATION =
  '[data-test-id*="side-conversation"], [data-test-id*="side_conversation"], [data-test-id*="sideconversation"]';
const FROM_SIDE =
  '[data-test-id="omni-log-item-originated-from"] [aria-label*="side conversation" i], [data-test-id="omni-log-item-originated-from"][aria-label*="side conversation" i]';
const AGENT_BADGE =
  '[data-test-id="omni-log-avatar-badge-AgentBadge"], [class*="omni-log-avatar-badge-AgentBadge"], #omni-log-avatar-badge-AgentBadge';
/** What no person wrote: rules, programs, bots. */
const BY_MACHINE = /^(apiinteraction|trigger|automation|system)|bot/i;

const ROLES: Record<string, Role> = { 'end-user': 'customer', agent: 'agent' };

function roleOf(item: Element): Role | null {
  const find = (selector: string) => marked(item, selector, BODY);
  if (find('[data-test-id="omni-log-internal-note-tag"]') || find(FROM_SIDE)) return null;
  if (BY_MACHINE.test(find('[data-originated-from]')?.getAttribute('data-originated-from') ?? '')) return null;
  const type = find('[data-test-id="omni-log-item-message"]')?.getAttribute('type');
  const badge = find(AGENT_BADGE) !== null;
  if (!type) return badge ? 'agent' : null;
  const role = ROLES[type] ?? null;
  // Marks that contradict each other say nothing.
  return role === 'customer' && badge ? null : role;
}

/** The channel that the box's own composer is switched to: the nearest switcher around it. */
function channelOf(box: Element, ticket: ParentNode): string | null {
  for (let around = box.parentElement; around; around = around.parentElement) {
    const switcher = marked(around, SWITCHER, [ITEM]);
    if (switcher) return switcher.getAttribute('data-channel');
    if (around === ticket) return null;
  }
  return ticket.querySelector(SWITCHER)?.getAttribute('data-channel') ?? null;
}

/** A side conversation's panel; a part of the page that holds the ticket's thread as well is none. */
function sideConversation(box: Element): Element | null {
  const panel = box.closest(SIDE_CONVERSATION);
  return panel && !panel.querySelector(`${ITEM}, ${SWITCHER}`) ? panel : null;
}

export const zendesk: HostAdapter = {
  id: 'zendesk',
  name: 'Zendesk',
  hostnames: ['*.zendesk.com'],
  expectsBox: (location) => /^\/agent\/tickets\/\d+/.test(location.pathname),

  boxes: [
    '[data-test-id="omnicomposer-rich-text-ckeditor"][contenteditable="true"]',
    '[data-test-id="omnicomposer-plain-text-ckeditor"][contenteditable="true"]',
    '[data-test-id="editor-view"] .zendesk-editor--rich-text-container [contenteditable="true"]',
    '.zendesk-editor--rich-text-container [contenteditable="true"]',
    '[data-test-id="omnicomposer"] textarea',
    '[data-test-id="editor-view"] textarea',
    '.comment_input textarea',
  ],
  notBoxes: [ITEM, '.zd-comment', '[role="search"]'],
  notDraft: ['.signature', '[data-smartmail="gmail_signature"]', 'blockquote', '.quotedText'],
  send: [
    '[data-test-id="submit_button-button"]',
    '[data-test-id="omnichannel-submit-button"]',
    '[data-test-id="omnicomposer-submit-button"]',
    '[data-test-id="chat-composer-send-button"]',
  ],
  watched: [
    'data-channel',
    'data-entity-id',
    'data-entity-is-selected',
    'data-is-active',
    'data-ticket-id',
    'aria-current',
    'aria-label',
    'class',
  ],

  ticket(box) {
    const ticket = activeTicket(box, ITEM);
    return ticket && (sideConversation(box) ?? ticket);
  },

  kind(box, ticket): Kind {
    if (sideConversation(box)) return 'unknown';
    const channel = channelOf(box, ticket);
    if (channel) return PRIVATE.test(channel) ? 'note' : CHANNELS[channel] ? 'reply' : 'unknown';
    const label = box.getAttribute('aria-label') ?? '';
    if (/^internal note/i.test(label)) return 'note';
    // Notes are not written in the chat's own composer.
    return /^public reply/i.test(label) || box.matches(CHAT) ? 'reply' : 'unknown';
  },

  channel(box, ticket) {
    const named = CHANNELS[channelOf(box, ticket) ?? ''];
    return named ?? (box.matches(CHAT) ? 'chat' : 'email');
  },

  thread: [
    {
      items: ITEM,
      role: roleOf,
      body: BODY,
      strip: [...MAIL_SIGNATURES, ...MAIL_QUOTES, '.quotedText'],
      sender: '[data-test-id="omni-log-item-sender"]',
      time: (item) => marked(item, 'time[datetime]', BODY)?.getAttribute('datetime') ?? undefined,
    },
  ],
};
