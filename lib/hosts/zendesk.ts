/**
 * Zendesk Agent Workspace. Several tickets stay mounted at once, all with a layout, so that a box counts only inside
 * the ticket whose tab is chosen.
 */
import type { Channel } from '../engine/types';
import type { HostAdapter, Kind } from './types';

/** Names of channels that the switcher and the older pages give. */
const CHANNELS: Record<string, Channel> = {
  email: 'email',
  web: 'email',
  api: 'email',
  chat: 'chat',
  sms: 'chat',
  native_messaging: 'chat',
  messaging: 'chat',
  whatsapp: 'chat',
  twitter: 'social',
  facebook: 'social',
  instagram: 'social',
};

const TICKET = '[data-ticket-id], [data-side-conversations-anchor-id]';
const ACTIVE_TAB = '[data-test-id="header-tab"][aria-current="page"], [data-entity-is-selected="true"]';
const ACTIVE_PANE = '.ticket-panes-grid-layout[data-is-active="true"], .ticket-panes-grid-layout.active';
const PANE = '.ticket-panes-grid-layout';
const SWITCHER = 'button[data-test-id="omnichannel-channel-switcher-button"]';

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
  notBoxes: ['[data-test-id="omni-log-comment-item"]', '.zd-comment', '[role="search"]'],
  notDraft: ['.signature', 'blockquote', '.quotedText'],

  ticket(box) {
    const page = box.ownerDocument;
    const pane = box.closest(PANE);
    if (pane && page.querySelector(ACTIVE_PANE)) return pane.matches(ACTIVE_PANE) ? pane : null;
    const own = box.closest(TICKET);
    const active = page.querySelector(ACTIVE_TAB)?.getAttribute('data-entity-id');
    if (!own) return pane ?? page;
    const id = own.getAttribute('data-ticket-id') ?? own.getAttribute('data-side-conversations-anchor-id');
    return active && id !== active ? null : own;
  },

  kind(box, ticket): Kind {
    const channel = ticket.querySelector(SWITCHER)?.getAttribute('data-channel');
    if (channel) return channel === 'internal' ? 'note' : 'reply';
    const label = box.getAttribute('aria-label') ?? '';
    if (/^internal note/i.test(label)) return 'note';
    return /^public reply/i.test(label) ? 'reply' : 'unknown';
  },

  channel(box, ticket) {
    const named = ticket.querySelector(SWITCHER)?.getAttribute('data-channel');
    if (named && CHANNELS[named]) return CHANNELS[named];
    return box.matches('[data-test-id="omnicomposer-plain-text-ckeditor"]') ? 'chat' : 'email';
  },

  thread: [
    {
      items: 'article[data-test-id="omni-log-comment-item"]',
      role(item) {
        if (item.querySelector('[data-test-id="omni-log-internal-note-tag"]')) return null;
        if (item.querySelector('[data-test-id="omni-log-item-originated-from"] [aria-label*="via side conversation"]'))
          return null;
        const origin =
          item.getAttribute('data-originated-from') ??
          item.querySelector('[data-originated-from]')?.getAttribute('data-originated-from');
        if (origin === 'ApiInteraction' || origin === 'Trigger') return null;
        const type = item.querySelector('[data-test-id="omni-log-item-message"]')?.getAttribute('type');
        if (type === 'end-user') return 'customer';
        if (type === 'agent') return 'agent';
        return null;
      },
      body: ['.zd-comment', '[data-test-id="omni-log-message-content"]'],
      strip: ['div.signature', '.signature', 'blockquote', '.gmail_quote', '.quotedText'],
      sender: '[data-test-id="omni-log-item-sender"]',
      time: (item) => item.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined,
    },
  ],
};
