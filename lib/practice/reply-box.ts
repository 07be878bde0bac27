/**
 * The reply boxes of the practice desk: a textarea for chat, a rich one for email and social media, so that both
 * kinds of editor are practised. A box is made once for each ticket and kept, so that its draft survives a look at
 * another ticket. The box is no part of what is rendered: its text is the agent's.
 */
import { t } from '../ui/text';
import type { Ticket } from './ticket';
import { firstName } from './tickets';
import { plainWords } from './words';

export interface ReplyBox {
  element: HTMLElement;
  rich: boolean;
  text(): string;
  isEmpty(): boolean;
  /** Replaces all that stands in the box as typing would: the coach sees it, and one undo brings the old text back. */
  fill(text: string): void;
}

export interface ReplyBoxes {
  of(ticket: Ticket): ReplyBox;
}

export function createReplyBoxes(onInput: (ticket: Ticket, box: ReplyBox) => void): ReplyBoxes {
  const boxes = new Map<string, ReplyBox>();
  return {
    of(ticket) {
      const known = boxes.get(ticket.id);
      if (known) return known;
      const box = ticket.channel === 'chat' ? plainBox(ticket) : richBox(ticket);
      box.element.addEventListener('input', () => onInput(ticket, box));
      boxes.set(ticket.id, box);
      return box;
    },
  };
}

function plainBox(ticket: Ticket): ReplyBox {
  const element = document.createElement('textarea');
  element.rows = 3;
  dress(element, ticket);
  return {
    element,
    rich: false,
    text: () => element.value,
    isEmpty: () => plainWords(element.value) === '',
    fill(text) {
      element.focus();
      element.select();
      type(text);
    },
  };
}

function richBox(ticket: Ticket): ReplyBox {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  element.role = 'textbox';
  element.ariaMultiLine = 'true';
  dress(element, ticket);
  // An emptied box may keep a <br>, so that :empty would not bring the placeholder back.
  const mark = () => element.toggleAttribute('data-empty', plainWords(element.textContent ?? '') === '');
  element.addEventListener('input', mark);
  mark();
  return {
    element,
    rich: true,
    // innerText, not textContent: lines count, as the coach reads them
    text: () => element.innerText,
    isEmpty: () => plainWords(element.textContent ?? '') === '',
    fill(text) {
      element.focus();
      getSelection()?.selectAllChildren(element);
      type(text);
    },
  };
}

function dress(element: HTMLElement, ticket: Ticket): void {
  element.className = 'reply-box';
  element.id = `reply-${ticket.id}`;
  element.setAttribute('data-practice-reply', '');
  element.setAttribute('aria-label', t('practice_replyTo', ticket.customer));
  const placeholder = t('practice_placeholder', firstName(ticket.customer));
  element.setAttribute(element instanceof HTMLTextAreaElement ? 'placeholder' : 'data-placeholder', placeholder);
  element.lang = 'en';
}

/** execCommand is the one way to write that browsers undo as a single step. */
function type(text: string): void {
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
}
