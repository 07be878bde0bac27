/** The practice desk as a person uses it: real keys, and what the sidebar shows. */
import type { KeyInput, Page } from 'puppeteer-core';
import type { Snapshot } from '../messages';
import { type KeyCommand, keysInForce, parseKey } from '../page/keys';
import type { Ticket } from '../practice/ticket';

const BOX = '[data-practice-reply]';
const TIMEOUT_MS = 30_000;

/** Goes to a ticket, without the introduction. Firefox navigates such a page only from within. */
export async function openTicket(desk: Page, ticket: Ticket): Promise<void> {
  const search = `?ticket=${ticket.id}&intro=off`;
  await desk.evaluate((search) => {
    location.search = search;
  }, search);
  await waitUntil(
    desk,
    (id, box) =>
      new URLSearchParams(location.search).get('ticket') === id &&
      location.search.includes('intro=off') &&
      document.querySelector(box) !== null,
    `the ticket ${ticket.id} to open`,
    ticket.id,
    `[data-practice-ticket] ${BOX}`,
  );
  // tsx names functions through a helper of its own, which functions that are sent into the page call as well.
  await desk.evaluate('globalThis.__name = (named) => named');
}

/** Types into the reply box, one key event a character. */
export async function typeReply(desk: Page, text: string): Promise<void> {
  await desk.click(BOX);
  await desk.keyboard.type(text);
}

/** Presses the key of a command, as it is by default on this machine. */
export async function pressKey(desk: Page, command: KeyCommand): Promise<void> {
  const key = parseKey(keysInForce({}, process.platform === 'darwin')[command]);
  if (!key) throw new Error(`There is no key for ${command}.`);
  const held: KeyInput[] = [];
  if (key.ctrl) held.push('Control');
  if (key.alt) held.push('Alt');
  if (key.shift) held.push('Shift');
  if (key.meta) held.push('Meta');
  for (const modifier of held) await desk.keyboard.down(modifier);
  await desk.keyboard.press(key.code as KeyInput);
  for (const modifier of held.reverse()) await desk.keyboard.up(modifier);
}

/**
 * What the coach publishes of this tab, as the sidebar hears it: the settled snapshot of a finished review, with its
 * suggestions, for which `draft` stands in the box (white space aside), or any other than `not` does.
 */
export async function readCoach(desk: Page, wanted: { draft: string } | { not: string }): Promise<Snapshot> {
  const snapshot = await desk.evaluate(listen, wanted, TIMEOUT_MS, SETTLED_MS);
  if (snapshot) return snapshot;
  throw new Error(`The coach did not answer within ${TIMEOUT_MS / 1000} s.`);
}

/**
 * A draft that just changed is first published with the review of the text before, then with its own: what stays the
 * same for this long (ms) is the answer.
 */
const SETTLED_MS = 1000;

/** Runs in the page: no reference to anything outside. Null when time is up. */
async function listen(
  wanted: { draft: string } | { not: string },
  timeout: number,
  settled: number,
): Promise<Snapshot | null> {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const fits = ({ status, review, draft, visible, suggestions }: Snapshot) =>
    status === 'ready' &&
    review !== null &&
    visible.every((id) => id in suggestions) &&
    ('draft' in wanted ? bare(draft) === bare(wanted.draft) : bare(draft) !== bare(wanted.not));
  const tab = await chrome.tabs.getCurrent();
  return new Promise((done) => {
    const port = chrome.runtime.connect({ name: 'coach-panel' });
    const finish = (snapshot: Snapshot | null) => {
      clearTimeout(deadline);
      port.disconnect();
      done(snapshot);
    };
    const deadline = setTimeout(() => finish(null), timeout);
    let quiet: ReturnType<typeof setTimeout> | undefined;
    port.onMessage.addListener((message: { type: string; snapshot: Snapshot | null }) => {
      clearTimeout(quiet);
      const { snapshot } = message;
      if (snapshot && fits(snapshot)) quiet = setTimeout(() => finish(snapshot), settled);
    });
    port.postMessage({ type: 'watch', tab: tab?.id });
  });
}

/** What is underlined in the box: highlighted ranges, or the marks over a textarea. */
export function countUnderlines(desk: Page): Promise<number> {
  return desk.evaluate(() => {
    const names = [...CSS.highlights.keys()].filter((name) => name.startsWith('reframe-'));
    return names.reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0);
  });
}

/** Waits until the docked sidebar shows this text. */
export function waitForSidebar(desk: Page, text: string): Promise<void> {
  return waitUntil(
    desk,
    (text) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[src*="sidepanel.html"]');
      // Text that is not rendered is not shown, so no textContent.
      return (frame?.contentDocument?.body?.innerText ?? '').replace(/\s+/g, ' ').includes(text);
    },
    `the sidebar to show “${text}”`,
    text.replace(/\s+/g, ' '),
  );
}

/** Waits until the card at the underline is open. */
export function waitForCard(desk: Page): Promise<void> {
  return waitUntil(
    desk,
    () => document.querySelector('reframe-coach')?.shadowRoot?.querySelector('[role=dialog]:not([hidden])') != null,
    'the card to open',
  );
}

async function waitUntil<Args extends unknown[]>(
  desk: Page,
  condition: (...args: Args) => boolean,
  what: string,
  ...args: Args
): Promise<void> {
  await desk
    .waitForFunction(condition as (...args: unknown[]) => boolean, { timeout: TIMEOUT_MS }, ...args)
    .catch(() => {
      throw new Error(`Waited ${TIMEOUT_MS / 1000} s for ${what}.`);
    });
}
