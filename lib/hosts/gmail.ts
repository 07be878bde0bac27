/**
 * Gmail. A message's HTML comes from strangers and can imitate a composer, so that nothing inside a message's body
 * counts. No attribute says who wrote a message: senders are compared with the account that is signed in.
 */
import { forNow } from './for-now';
import { accountName, isOurs, isRobot } from './gmail-account';
import { answeredBy, composerOf, forwards, threadBehind } from './gmail-compose';
import { marked } from './marked';
import { MAIL_QUOTES, MAIL_SIGNATURES } from './quotes';
import type { HostAdapter, Role } from './types';

const BODY = ['.a3s'];
const sender = (item: Element) => marked(item, '.gD[email]', BODY);

/** The addresses of all that wrote in a thread. */
const sendersIn = forNow((thread: ParentNode): string[] =>
  [...thread.querySelectorAll('.adn .gD[email], .kv .gD[email]')].flatMap((each) =>
    each.closest('.a3s') ? [] : [each.getAttribute('email')?.toLowerCase() ?? ''],
  ),
);

function roleOf(item: Element): Role | null {
  const address = sender(item)?.getAttribute('email')?.toLowerCase();
  if (!address || isRobot(address)) return null;
  const ours = isOurs(
    address,
    sendersIn(item.closest('[role="main"], .nH.if') ?? item.ownerDocument),
    item.ownerDocument,
  );
  return ours === null ? null : ours ? 'agent' : 'customer';
}

/** Written in the language of the page: only the English form is certain to be read right. */
function time(item: Element): string | undefined {
  const written = marked(item, '.g3[title]', BODY)
    ?.getAttribute('title')
    ?.replace(/[\u202f\u00a0]/g, ' ');
  if (!written || !/^(\w{3}, )?[A-Z][a-z]{2} \d{1,2}, \d{4}, /.test(written)) return undefined;
  const at = Date.parse(written);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

export const gmail: HostAdapter = {
  id: 'gmail',
  name: 'Gmail',
  hostnames: ['mail.google.com'],
  expectsBox: (location) =>
    /^\/mail\/u\/\d+/.test(location.pathname) && /[#?].*(\/[\w-]{12,}|compose=|view=cm)/.test(location.href),

  boxes: ['.Ap [g_editable="true"]', 'div[role="textbox"][g_editable="true"]', '.M9 [g_editable="true"]'],
  notBoxes: ['.a3s', '.gmail_quote', '[role="search"]'],
  notDraft: [
    '.gmail_signature',
    '.gmail_signature_prefix',
    '[data-smartmail="gmail_signature"]',
    '.gmail_attr',
    // Not the container of the quote: new text can stand inside it.
    'blockquote.gmail_quote',
  ],
  send: ['.aoO[role="button"]'],
  watched: ['role'],

  // Where the box stands: an inline reply in its thread, a pop-up in itself. The thread before stays in the page, unseen.
  ticket: (box) =>
    box.checkVisibility()
      ? (composerOf(box, '[role="dialog"]') ?? box.closest('[role="main"], .nH.if') ?? box.ownerDocument)
      : null,
  answers(box, ticket) {
    if (forwards(box)) return null;
    const popUp = composerOf(box, '[role="dialog"]');
    return popUp ? threadBehind(popUp, box) : ticket;
  },
  answered: answeredBy,
  kind: () => 'reply',
  channel: () => 'email',

  thread: [
    {
      // A message that is folded away may be no more than its row.
      items: 'div.adn[data-message-id], div.adn[data-legacy-message-id], .kv:not(:has(.adn)), .kQ:not(:has(.adn))',
      role: roleOf,
      body: BODY,
      strip: [...MAIL_SIGNATURES, ...MAIL_QUOTES],
      sender: (item) => sender(item)?.getAttribute('name') ?? undefined,
      time,
    },
  ],
  agentName: (thread) => accountName(thread),
};
