/** What the tests on the real editor engines share: a ticket with the engine in its reply box, and the engine's own word. */

import type { Page } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { EditorWindow } from '../hosts/engines/mount';
import { type Chromium, type HighlightRange, highlightRanges, type Rect } from './harness';
import { openCoached, TICKET, type Watch, watch } from './page-helpers';

/** The engines of tests/hosts/engines, by the names that people know. */
const NAMES: Record<string, string> = {
  contenteditable: 'contenteditable',
  ckeditor5: 'CKEditor 5',
  ckeditor4: 'CKEditor 4',
  tinymce: 'TinyMCE',
  prosemirror: 'ProseMirror',
  tiptap: 'TipTap',
  lexical: 'Lexical',
  quill: 'Quill',
  slate: 'Slate',
  draft: 'Draft',
  'react-fields': 'React textarea',
};

export const ENGINES = Object.entries(NAMES).map(([engine, name]) => ({ engine, name }));

const AS = '{"data-test-id":"omnicomposer-rich-text-ckeditor"}';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A Zendesk ticket whose reply box is this engine, with `html` in it. */
export const ticketWith = (engine: string, html = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ticket 1 in ${engine}</title></head><body>
<div data-test-id="header-tab" aria-current="page" data-entity-id="1">#1</div>
<main data-ticket-id="1">
  <article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-message" type="end-user">
    <span data-test-id="omni-log-item-sender">Priya Raman</span>
    <div class="zd-comment"><p>My order #48213 was meant to arrive last Thursday. When will it come?</p></div>
  </div></article>
  <div data-test-id="omnicomposer">
    <button data-test-id="omnichannel-channel-switcher-button" data-channel="email">Public reply</button>
    <div data-editor data-as="${escaped(AS)}" data-html="${escaped(html)}"></div>
  </div>
</main><script src="/_engine/${engine}.js"></script></body></html>`;

/** A page of Playwright or of Puppeteer, as far as both are alike. */
export type AnyPage = Pick<Page, 'evaluate'> | Pick<FirefoxPage, 'evaluate'>;

function ask<T>(page: AnyPage, run: () => T): Promise<T> {
  return (page as Pick<Page, 'evaluate'>).evaluate(run);
}

/** The text by the engine's own model. */
export const modelText = (page: AnyPage) =>
  ask(page, () => (window as unknown as EditorWindow).editors.at(-1)?.text() ?? '');

export const modelHtml = (page: AnyPage) =>
  ask(page, () => (window as unknown as EditorWindow).editors.at(-1)?.html() ?? '');

/** The text as a person sees it: blank lines between paragraphs are the engine's affair. */
export const seenText = (page: AnyPage) =>
  ask(page, () => {
    const box = (window as unknown as EditorWindow).editors.at(-1)?.element as HTMLElement;
    const text = box.tagName === 'TEXTAREA' ? (box as HTMLTextAreaElement).value : box.innerText;
    return text
      .replace(/[\u200b\u2060\ufeff]/g, '')
      .replace(/\s*\n\s*/g, '\n')
      .trim();
  });

/** Does a hard space stand in the reply, by the page or by the model? */
export async function hasHardSpace(page: AnyPage): Promise<boolean> {
  const shown = await ask(page, () => (window as unknown as EditorWindow).editors.at(-1)?.element.textContent ?? '');
  return /\u00a0|&nbsp;/.test(shown + (await modelHtml(page)));
}

/** Lines as they are compared between engines: blank ones stand for nothing. */
export const lines = (text: string) => text.split('\n').filter((line) => line.trim());

export interface EngineDesk {
  chromium: Chromium;
  page: Page;
  seen: Watch;
}

/**
 * A browser, a tab and a sidebar for the file; `open` puts a new ticket with an engine into the tab. One tab for all: to
 * open a sidebar takes longer than most of these tests.
 */
export function useEngines(): (engine: string, html?: string) => Promise<EngineDesk> {
  let desk: EngineDesk;
  beforeAll(async () => {
    const chromium = await openCoached();
    chromium.serve(TICKET, { html: '<!doctype html><title>No ticket yet</title>' });
    const page = await chromium.open(TICKET);
    desk = { chromium, page, seen: await watch(chromium, page) };
  });
  afterAll(() => desk?.chromium.close());
  afterEach(() => {
    expect(desk.chromium.errors).toEqual([]);
    expect(desk.chromium.outside).toEqual([]);
  });
  return async (engine, html) => {
    const { chromium, page, seen } = desk;
    chromium.serve(TICKET, { html: ticketWith(engine, html) });
    await page.goto(TICKET);
    await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
    // What the sidebar was told of the ticket before is no answer.
    await seen.until('the new ticket', ({ status, draft }) => status === 'no-box' && draft === '');
    return desk;
  };
}

/** Where to click to stand in the reply box, in the viewport, in whatever frame it is. */
export const placeInBox = (page: AnyPage) =>
  ask(page, () => {
    const box = (window as unknown as EditorWindow).editors.at(-1)?.element as HTMLElement;
    const frame = box.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
    const { x, y } = (box.querySelector('p, div') ?? box).getBoundingClientRect();
    return { x: x + (frame?.x ?? 0) + 8, y: y + (frame?.y ?? 0) + 9 };
  });

/** Clicks into the reply box, and waits until the engine has the focus. */
export async function enterBox(page: AnyPage & { mouse: { click(x: number, y: number): Promise<void> } }) {
  const { x, y } = await placeInBox(page);
  await page.mouse.click(x, y);
  await expect
    .poll(() =>
      ask(page, () => {
        const box = (window as unknown as EditorWindow).editors.at(-1)?.element as HTMLElement;
        return box.ownerDocument.activeElement === box && box.ownerDocument.hasFocus();
      }),
    )
    .toBe(true);
}

/** The underline of a phrase, in whatever frame it is drawn. */
export async function underlined(page: Page, phrase: string): Promise<HighlightRange> {
  let found: HighlightRange | undefined;
  await expect
    .poll(async () => {
      for (const frame of page.frames()) {
        const ranges = await highlightRanges(frame).catch((): HighlightRange[] => []);
        found ??= ranges.find(({ text }) => text === phrase);
      }
      return found?.text;
    })
    .toBe(phrase);
  return found as HighlightRange;
}

export type { Rect };
