/** What the tests of the helpdesks share: pages served at the helpdesk's address, and what the coach makes of them. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Snapshot } from '../../lib/messages';
import type { Settings } from '../../lib/store/settings';
import type { EditorWindow } from '../hosts/engines/mount';
import { type Body, type Chromium, waitForHighlight } from './harness';
import { openCoached, type Watch, watch } from './page-helpers';

export interface HostPage {
  page: Page;
  seen: Watch;
  /** Focuses the editor with this number, in the order of the page. */
  enter(index?: number): Promise<void>;
  /** What the engine's own model says. */
  model(index?: number): Promise<string>;
  /** The engine's own way to set its content. */
  fill(html: string, index?: number): Promise<void>;
}

export interface Host {
  open(address: string, html: string, headers?: Body['headers']): Promise<HostPage>;
  settings(settings: Partial<Settings>): Promise<void>;
  readonly chromium: Chromium;
}

/** One browser for the file. No test may leave an error in a page, or ask for anything outside. */
export function useHost(): Host {
  let chromium: Chromium;
  let opened: HostPage[] = [];
  const settings = async (next: Partial<Settings>) => {
    const worker = await chromium.serviceWorker();
    await worker.evaluate((settings) => chrome.storage.local.set({ settings }), next);
  };
  beforeAll(async () => {
    chromium = await openCoached();
  });
  afterAll(() => chromium?.close());
  afterEach(async () => {
    for (const { page, seen } of opened) {
      await seen.close();
      await page.close();
    }
    opened = [];
    await settings({});
    expect(chromium.errors).toEqual([]);
    expect(chromium.outside).toEqual([]);
  });
  return {
    get chromium() {
      return chromium;
    },
    settings,
    async open(address, html, headers) {
      chromium.serve(address.replace(/#.*$/, ''), { html, headers });
      const page = await chromium.open(address);
      await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
      const own: HostPage = {
        page,
        seen: await watch(chromium, page),
        enter: (index = 0) =>
          page.evaluate((at) => (window as unknown as EditorWindow).editors[at]?.element.focus(), index),
        model: (index = 0) =>
          page.evaluate((at) => (window as unknown as EditorWindow).editors[at]?.text() ?? '', index),
        fill: (html, index = 0) =>
          page.evaluate(({ at, html }) => (window as unknown as EditorWindow).editors[at]?.set(html), {
            at: index,
            html,
          }),
      };
      opened.push(own);
      return own;
    },
  };
}

/** What the coach knows of the conversation once the box is entered and read. */
export async function conversationIn({ seen }: HostPage, accept: (snapshot: Snapshot) => boolean = () => true) {
  const { conversation } = await seen.until(
    'the conversation',
    (snapshot) => snapshot.surface !== null && snapshot.review !== null && accept(snapshot),
  );
  return conversation;
}

/** The texts that are underlined, by the review; those of the draft as a whole not. */
export function flagged({ review, visible, draft }: Snapshot): string[] {
  return (review?.findings ?? []).flatMap(({ id, span }) =>
    span && visible.includes(id) ? [draft.slice(span.start, span.end)] : [],
  );
}

/** At Send, while the pointer rests on it, the coach says that `[day]` is open, and “Fill it in” selects it. */
export async function expectGapGuard(own: HostPage, send: string) {
  const { page } = own;
  await own.enter();
  await page.keyboard.type('I will write by [day].');
  await waitForHighlight(page, '[day]');
  await page.locator(send).hover();
  const notice = page.locator('reframe-send-notice .send-notice');
  await notice.waitFor();
  expect(await notice.innerText()).toContain('“[day]” is still open.');
  await notice.getByRole('button').click();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('[day]');
  await page.keyboard.type('Monday');
  await expect.poll(() => own.model()).toBe('I will write by Monday.');
}
