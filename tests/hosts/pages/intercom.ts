/** Intercom's Inbox around a real ProseMirror, in the generations of its thread that are known. */
import { document, editor } from './editor';

export type Writer = 'customer' | 'agent' | 'note' | 'bot' | 'system' | 'unknown';

export interface IntercomPart {
  by: Writer;
  html: string;
  name?: string;
}

export type Generation = 'stream' | 'inbox2' | 'inbox-2';

export interface IntercomPage {
  generation?: Generation;
  title?: string;
  parts: IntercomPart[];
  /** Old pages mark the note's tab. */
  tabs?: 'reply' | 'note';
  /** The composer stands in an open shadow root, and so does the stream. */
  shadow?: boolean;
  /** The composer's own mark, by generation of the composer. */
  composer?: 'class' | 'attribute' | 'container';
}

const CATEGORY: Record<Writer, string> = { customer: '1', agent: '3', note: '4', bot: '5', system: '20', unknown: '77' };
const BODY: Record<Generation, string> = {
  stream: 'intercom-interblocks',
  inbox2: 'interblocks-html',
  'inbox-2': 'intercom-interblocks-html',
};

export function intercom(page: IntercomPage): string {
  const { generation = 'inbox2', title = 'Priya Raman', parts } = page;
  const family = generation === 'inbox-2' ? 'inbox-2' : 'inbox2';
  const stream = parts.map((part) => partHtml(generation, part)).join('');
  return document(
    'Inbox',
    'prosemirror',
    `<input role="search" aria-label="Search"><div class="${family}__conversation" data-conversation-id="7">
      <h2 data-inbox-conversation-header-title>${title}</h2><div class="${family}__stream">${page.shadow ? `<conversation-stream><template shadowrootmode="open">${stream}</template></conversation-stream>` : stream}</div>
      ${composerHtml(page, family)}</div>`,
  );
}

export function partHtml(generation: Generation, { by, html, name = '' }: IntercomPart): string {
  const body = `<div class="${BODY[generation]}">${html}</div>`;
  if (generation === 'inbox-2') {
    const mark =
      by === 'agent' || by === 'note'
        ? `<span data-testid="admin-avatar-name">${name}</span>`
        : by === 'customer'
          ? `<span data-testid="user-avatar-name">${name}</span>`
          : by === 'bot'
            ? '<span data-testid="bot-avatar-name">Fin</span>'
            : '';
    return `<div class="flex group/content-part${by === 'note' ? ' inbox-2__note' : ''}">${mark}${body}</div>`;
  }
  const category = `data-part-group-category="${CATEGORY[by]}"`;
  const part = (attributes: string) =>
    `<div data-intercom-target="conversation-stream-content-part" ${attributes}>${body}</div>`;
  return generation === 'stream' ? part(category) : `<div ${category}>${part('')}</div>`;
}

function composerHtml({ tabs, shadow, composer = 'class' }: IntercomPage, family: string): string {
  const tab = (name: string) =>
    tabs
      ? `<a data-intercom-target="${name}-tab" class="tab${tabs === name ? ' o__selected' : ''}">${name}</a>`
      : '';
  const box = editor({ as: composer === 'class' ? { class: 'embercom-prosemirror-composer-editor' } : {} });
  const place = shadow ? '<reply-composer></reply-composer>' : box;
  const around = composer === 'attribute' ? 'data-conversation-reply-composer' : `class="${family}__composer__container"`;
  return `<div>${tab('reply')}${tab('note')}</div><div ${around}>${place}<button type="submit">Send</button></div>
    ${shadow ? `<template id="composer">${box}</template>` : ''}`;
}
