/**
 * Gmail. A message's HTML comes from strangers and can imitate a composer, so that nothing inside a message's body
 * counts. No attribute says who wrote a message: senders are compared with the account that is signed in.
 */
import type { HostAdapter } from './types';

const QUOTES = ['.gmail_quote', '.gmail_attr', 'blockquote', '.gmail_signature', '[data-smartmail="gmail_signature"]'];

/** The address of the account that is signed in: it stands in the title of the window and on the account's button. */
function account(page: Document): string | null {
  const label = page.querySelector('a[aria-label][href*="SignOutOptions"]')?.getAttribute('aria-label') ?? '';
  return /[\w.+-]+@[\w.-]+\.\w+/.exec(label)?.[0] ?? /[\w.+-]+@[\w.-]+\.\w+/.exec(page.title)?.[0] ?? null;
}

export const gmail: HostAdapter = {
  id: 'gmail',
  name: 'Gmail',
  hostnames: ['mail.google.com'],

  boxes: ['.Ap [g_editable="true"]', 'div[role="textbox"][g_editable="true"]'],
  notBoxes: ['.a3s', '.gmail_quote', '[role="search"]'],
  notDraft: [
    '.gmail_signature',
    '.gmail_signature_prefix',
    '[data-smartmail="gmail_signature"]',
    '.gmail_attr',
    // Not the container of the quote: new text can stand inside it.
    'blockquote.gmail_quote',
  ],

  // A compose window of its own answers no thread; an inline reply answers the one around it.
  ticket: (box) =>
    box.closest('[role="dialog"]')
      ? box.closest('[role="dialog"]')
      : (box.closest('[role="main"], .nH.if') ?? box.ownerDocument),
  kind: () => 'reply',
  channel: () => 'email',

  thread: [
    {
      items: 'div.adn[data-message-id]',
      role(item) {
        const sender = item.querySelector('.gD[email]')?.getAttribute('email')?.toLowerCase();
        const own = account(item.ownerDocument)?.toLowerCase();
        if (!sender || !own) return null;
        return sender === own ? 'agent' : 'customer';
      },
      body: ['.a3s'],
      strip: QUOTES,
      sender: '.gD[name]',
    },
  ],
};
