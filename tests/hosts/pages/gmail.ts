/** Gmail around native contenteditables: a thread, inline replies, pop-ups and a composer's window of its own. */
import { document, editor, escape } from './editor';

export interface GmailMessage {
  id: string;
  from: [name: string, email: string];
  html: string;
  /** 'row': only its row is there. 'hidden': its body is there, and not shown. */
  folded?: 'row' | 'hidden' | 'super';
  title?: string;
  /** Composers right below the message. */
  reply?: GmailComposer;
}

export interface GmailComposer {
  html?: string;
  /** Values of the composer's hidden fields: subject, to, rm, uet, from. */
  fields?: Record<string, string>;
  as?: Record<string, string>;
}

export interface GmailPage {
  account?: { title?: string; button?: string };
  subject?: string;
  thread?: GmailMessage[];
  popUps?: GmailComposer[];
  /** Without the page's frame around it, as a composer that was popped out. */
  own?: GmailComposer;
}

export function gmail({ account = { title: DANA }, subject = 'My order', thread = [], popUps = [], own }: GmailPage) {
  const title = account.title ? `${subject} - ${account.title} - Acme Mail` : 'Acme Mail';
  const button = account.button
    ? `<header id="gb" role="banner"><a class="gb_B" role="button" aria-label="${escape(account.button)}" href="#account">D</a></header>`
    : '';
  const main = thread.length
    ? `<div class="nH" role="main"><h2 class="hP">${escape(subject)}</h2><div role="list">${thread.map(messageHtml).join('')}</div></div>`
    : '';
  const dialogs = popUps.map((each) => `<div role="dialog" class="nH Hd">${composerHtml(each)}</div>`).join('');
  return document(
    title,
    'contenteditable',
    `${button}<input aria-label="Search mail">${main}${own ? composerHtml(own) : ''}${dialogs}`,
    '[role="dialog"] { width: 420px; } .kQ { display: none; }',
  );
}

export const DANA = 'dana@acme.example';

export function messageHtml(message: GmailMessage): string {
  const { folded } = message;
  const head = `<span class="gD" email="${message.from[1]}" name="${message.from[0]}">${message.from[0]}</span>
    <span class="g2" email="${DANA}" name="me">me</span><span class="g3" title="${message.title ?? ''}">then</span>`;
  const body =
    folded === 'row' || folded === 'super'
      ? ''
      : `<div class="ii gt"><div class="a3s aiL"${folded ? ' style="display: none"' : ''}>${message.html}</div></div>`;
  const reply = message.reply ? `<div class="ip adB">${composerHtml(message.reply)}</div>` : '';
  const row = folded === 'super' ? 'kQ' : folded ? 'kv' : 'h7';
  return `<div class="${row}" role="listitem"><div class="adn ads" data-message-id="#msg-f:${message.id}">${head}${body}${reply}</div></div>`;
}

export function composerHtml({ html = '', fields = {}, as = {} }: GmailComposer): string {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`);
  const box = editor({
    as: { class: 'Am Al editable', role: 'textbox', g_editable: 'true', 'aria-label': 'Nachrichtentext', ...as },
    html,
  });
  return `<div class="M9"><form class="bAs">${inputs.join('')}<div class="Ap">${box}</div>
    <div role="button" class="T-I J-J5-Ji aoO" tabindex="0">Send</div></form></div>`;
}
