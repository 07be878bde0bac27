/** What the tests of the coach in the page share: a ticket with a reply box, and the eyes of a sidebar on it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Edit, Finding } from '../../lib/engine/types';
import type { Command, Snapshot } from '../../lib/messages';
import { type Chromium, highlightRanges, openChromium } from './harness';

export const TICKET = 'https://acme.zendesk.com/agent/tickets/1';
export const REPLY = '#reply';

/** Flagged in any bank worth the name: an order, and a time that is none. Tests read spans and rewrites from the review. */
export const ROUGH = 'Hi Priya, you must send us the receipt. We will get back to you soon.';

/** The shipped build, unless REFRAME_BUILD names another. */
export const openCoached = (options: Parameters<typeof openChromium>[0] = {}) =>
  openChromium({ extension: process.env.REFRAME_BUILD, ...options });

/** A new tab with one of the pages in tests/hosts/pages. */
export async function openTicket(chromium: Chromium, fixture: string): Promise<Page> {
  chromium.serve(TICKET, { file: `tests/hosts/pages/${fixture}.html` });
  return chromium.open(TICKET);
}

/** What a test of one ticket page has at hand; made anew for each test. */
export interface Desk {
  chromium: Chromium;
  page: Page;
  seen: Watch;
}

/**
 * A browser for the file, and for each test a new tab with the fixture and a sidebar on it, given to `ready`. No test may
 * leave an error behind.
 */
export function useTicket(fixture: string, ready: (desk: Desk) => void): void {
  let chromium: Chromium;
  let desk: Desk;
  beforeAll(async () => {
    chromium = await openCoached();
  });
  afterAll(() => chromium?.close());
  beforeEach(async () => {
    const page = await openTicket(chromium, fixture);
    desk = { chromium, page, seen: await watch(chromium, page) };
    ready(desk);
  });
  afterEach(async () => {
    await desk.seen.close();
    await desk.page.close();
    expect(chromium.errors).toEqual([]);
  });
}

/** What a sidebar that watches a tab is told, and what it can ask for. */
export interface Watch {
  /** Waits until the page publishes something that is accepted. `what` is for people. */
  until(what: string, accept: (snapshot: Snapshot) => boolean): Promise<Snapshot>;
  command(command: Command): Promise<void>;
  close(): Promise<void>;
}

interface Watched {
  port?: chrome.runtime.Port;
  snapshot?: Snapshot | null;
}

/** Opens a sidebar's line to the background, by hand: a closed one opens again at the next question. */
export async function watch(chromium: Chromium, page: Page): Promise<Watch> {
  const tab = await chromium.tabId(page);
  const sidebar = await chromium.openSidebar(page);
  await page.bringToFront();
  const connect = (tab: number) => {
    const own = window as unknown as { watched: Watched };
    own.watched ??= {};
    if (own.watched.port) return;
    const port = chrome.runtime.connect({ name: 'coach-panel' });
    own.watched.port = port;
    port.onMessage.addListener((message) => {
      if (message.type === 'snapshot') own.watched.snapshot = message.snapshot;
    });
    port.onDisconnect.addListener(() => {
      own.watched = {};
    });
    port.postMessage({ type: 'watch', tab });
  };
  const look = async () => {
    await sidebar.evaluate(connect, tab);
    return sidebar.evaluate(() => (window as unknown as { watched: Watched }).watched.snapshot ?? null);
  };
  return {
    async until(what, accept) {
      const end = Date.now() + 15_000;
      for (;;) {
        const snapshot = await look();
        if (snapshot && accept(snapshot)) return snapshot;
        if (Date.now() > end) throw new Error(`Waited 15 s for ${what}; last was ${JSON.stringify(snapshot)}`);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
    async command(command) {
      await look();
      await sidebar.evaluate((command) => {
        (window as unknown as { watched: Watched }).watched.port?.postMessage({ type: 'command', command });
      }, command);
    },
    close: () => sidebar.close(),
  };
}

/** Reviewed to the last letter, with suggestions for all that is underlined. */
export const settled = (draft: string) => (snapshot: Snapshot) =>
  snapshot.status === 'ready' &&
  snapshot.draft === draft &&
  snapshot.visible.length > 0 &&
  snapshot.visible.every((id) => snapshot.suggestions[id] !== undefined);

/** The visible finding whose span holds `phrase` (of several places the `nth`), with its first suggestion. */
export function findingOn(snapshot: Snapshot, phrase: string, nth = 0): { finding: Finding; edit: Edit } {
  let at = -1;
  for (let count = 0; count <= nth; count++) at = snapshot.draft.toLowerCase().indexOf(phrase.toLowerCase(), at + 1);
  const finding = snapshot.review?.findings.find(
    ({ id, span }) => snapshot.visible.includes(id) && span && span.start <= at && span.end >= at + phrase.length,
  );
  const edit = finding && snapshot.suggestions[finding.id]?.[0];
  if (!finding || !edit) throw new Error(`Nothing to use on “${phrase}”: ${JSON.stringify(snapshot.review?.findings)}`);
  return { finding, edit };
}

export const apply = (draft: string, edit: Edit) => draft.slice(0, edit.start) + edit.text + draft.slice(edit.end);

export const textUnder = (snapshot: Snapshot, finding: Finding) =>
  finding.span ? snapshot.draft.slice(finding.span.start, finding.span.end) : '';

/** The text of a reply box, whatever its kind; blocks and line breaks are newlines. */
export function textOf(page: Page, selector = REPLY): Promise<string> {
  return page.locator(selector).evaluate((box) => {
    if (box instanceof HTMLTextAreaElement) return box.value;
    // innerText, not textContent: lines count
    return (box as HTMLElement).innerText.replace(/\u00a0/g, ' ').replace(/\n$/, '');
  });
}

export async function waitForText(page: Page, expected: string, selector = REPLY): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const text = await textOf(page, selector);
    if (text === expected) return;
    if (Date.now() > end)
      throw new Error(`Waited for ${JSON.stringify(expected)}; the box has ${JSON.stringify(text)}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

export const card = (page: Page) => page.locator('reframe-coach .card');

/** How many highlighted pixels of this colour are on the screen inside a rectangle of the viewport. */
export async function pixelsLike(
  page: Page,
  rect: { x: number; y: number; width: number; height: number },
  [red, green, blue]: readonly [number, number, number],
): Promise<number> {
  const clip = { x: rect.x, y: rect.y - 2, width: rect.width, height: rect.height + 8 };
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(
    async ({ picture, red, green, blue }) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const near = (value: number, wanted: number) => Math.abs(value - wanted) < 24;
        if (near(data[at] ?? 0, red) && near(data[at + 1] ?? 0, green) && near(data[at + 2] ?? 0, blue)) count++;
      }
      return count;
    },
    { picture, red, green, blue },
  );
}

export const INK = { high: [180, 84, 10], medium: [91, 95, 199] } as const;

/** Names and texts of what is highlighted, without places. */
export async function marks(page: Page): Promise<string[]> {
  return (await highlightRanges(page)).map(({ name, text }) => `${name} ${text}`);
}
