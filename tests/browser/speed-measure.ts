/**
 * What a keystroke costs in a real editor: how long until the frame that shows it is done, and what of that is the
 * content script's, by the browser's own trace. Measured with the coach and, at an address that it does not know,
 * without it.
 */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { PAUSE_MS, SETTLE_MS } from '../../lib/page/pace';
import type { EditorWindow, Mounted } from '../hosts/engines/mount';
import type { Chromium } from './harness';

export const WITH = 'https://acme.zendesk.com/agent/tickets/';
export const WITHOUT = 'https://engines.example/';

/** A real reply's worth of paragraphs, flagged phrases and all, until there are so many characters. */
export function draftOf(characters: number): string[] {
  const drafts = readFileSync('tests/corpus/authored.jsonl', 'utf8').trim().split('\n');
  const all = drafts.flatMap((line) => (JSON.parse(line) as { draft: string }).draft.split(/\n+/)).filter(Boolean);
  const paragraphs: string[] = [];
  let length = 0;
  for (let at = 0; length < characters; at = (at + 1) % all.length) {
    const paragraph = (all[at] as string).slice(0, characters - length);
    paragraphs.push(paragraph);
    length += paragraph.length + 1;
  }
  return paragraphs;
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

/** A ticket with this engine as its reply box, and a thread of a dozen messages (each of `thread` in turn). */
export function ticketWith(engine: string, paragraphs: readonly string[], thread = paragraphs): string {
  const plain = engine === 'react-fields';
  const html = plain ? paragraphs.join('\n') : paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('');
  const as = plain ? {} : { 'data-test-id': 'omnicomposer-rich-text-ckeditor' };
  const message = (type: string, words: string) =>
    `<article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-message" type="${type}"><div class="zd-comment"><p>${words}</p></div></div></article>`;
  const messages = Array.from({ length: 12 }, (_, at) =>
    message(at % 2 ? 'end-user' : 'agent', escaped(thread[at % thread.length] ?? '')),
  );
  return `<!doctype html><meta charset="utf-8"><title>${engine}</title>
<style>[contenteditable] { max-height: 300px; overflow: auto }</style>
<main data-ticket-id="1">${messages.join('')}
<div data-test-id="omnicomposer"><div class="zendesk-editor--rich-text-container" data-editor data-as='${JSON.stringify(as)}' data-html="${escaped(html)}"></div></div></main>
<script src="/_engine/${engine}.js"></script>`;
}

/** Opens it, with the caret in the middle of the draft. */
export async function openEngine(chromium: Chromium, at: string): Promise<Page> {
  const page = await chromium.open(at);
  await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
  await page.evaluate(putCaret);
  return page;
}

/** Runs in the page. */
async function putCaret(): Promise<void> {
  const element = (window as unknown as EditorWindow).editors[0]?.element as HTMLElement;
  const own = element.ownerDocument;
  own.defaultView?.focus();
  element.focus();
  if (element.tagName === 'TEXTAREA') {
    const area = element as HTMLTextAreaElement;
    const at = area.value.indexOf(' ', area.value.length / 2);
    area.setSelectionRange(at, at);
  } else {
    const letters = own.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const half = (element.textContent?.length ?? 0) / 2;
    let passed = 0;
    let node = letters.nextNode() as Text;
    while (node && passed + node.length < half) {
      passed += node.length;
      node = letters.nextNode() as Text;
    }
    own.getSelection()?.collapse(node, Math.max(node.data.indexOf(' '), 0));
    node.parentElement?.scrollIntoView({ block: 'nearest' });
  }
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

export interface Keystroke {
  /** ms from the key to the end of the frame that shows it. */
  shown: number;
  /** Every underline drawn in that frame stood under the words that it stood under before. */
  inPlace: boolean;
}

interface Recorder {
  recorded: { keystrokes: Keystroke[]; longTasks: number[]; stop(): void };
}

/** Runs in the page: what is underlined in the editor; '' for nothing. */
export function underlines(): string {
  const { element } = (window as unknown as EditorWindow).editors[0] as Mounted;
  const view = element.ownerDocument.defaultView as Window & typeof globalThis;
  const texts: string[] = [];
  for (const [name, highlight] of view.CSS.highlights) {
    if (name.startsWith('reframe-')) for (const range of highlight) texts.push(String(range as Range));
  }
  return texts.sort().join('|');
}

/** Runs in the page, which has `underlined` of its own: from now on each key is timed. */
function record(): void {
  const page = window as unknown as EditorWindow & Recorder & { underlined(): string };
  const { underlined } = page;
  const element = page.editors[0]?.element as HTMLElement;
  const view = element.ownerDocument.defaultView as Window & typeof globalThis;
  const before = underlined();
  const keystrokes: Keystroke[] = [];
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const onKey = (event: Event) => {
    const from = event.timeStamp;
    view.requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        keystrokes.push({ shown: view.performance.now() - from, inPlace: underlined() === before });
      };
      port2.postMessage(null);
    });
  };
  view.addEventListener('keydown', onKey, { capture: true });
  page.recorded = {
    keystrokes,
    longTasks,
    stop() {
      view.removeEventListener('keydown', onKey, { capture: true });
      observer.disconnect();
    },
  };
}

/** What the content script did, by the trace; in ms of the main thread's own time, which a busy machine does not stretch. */
export interface OwnWork {
  slices: number[];
  /** Layouts and style recalculations that the script forced in the middle of its work. */
  layouts: number;
  styles: number;
}

export interface Typing {
  keystrokes: Keystroke[];
  longTasks: number[];
  own: OwnWork;
  /** Layouts of the whole page. */
  layouts: number;
}

/** Types, and gives what each key cost. `pace`: ms between the keys. */
export async function type(chromium: Chromium, page: Page, text: string, pace: number): Promise<Typing> {
  await page.evaluate(`window.underlined = ${underlines}`);
  await page.evaluate(record);
  const trace = await startTrace(chromium);
  await page.keyboard.type(text, { delay: pace });
  await page.waitForFunction((keys) => (window as unknown as Recorder).recorded.keystrokes.length >= keys, text.length);
  // What a keystroke sets off for later belongs to it: the reading after a pause, and what the sidebar is told.
  await page.evaluate((ms) => new Promise((rest) => setTimeout(rest, ms)), PAUSE_MS + SETTLE_MS);
  const { own, layouts } = await trace.stop();
  const { keystrokes, longTasks } = await page.evaluate(() => {
    const { recorded } = window as unknown as Recorder;
    recorded.stop();
    return { keystrokes: recorded.keystrokes, longTasks: recorded.longTasks };
  });
  return { keystrokes, longTasks, own, layouts };
}

/** What the content script does meanwhile. */
export async function ownDuring(chromium: Chromium, run: () => Promise<unknown>): Promise<OwnWork> {
  const trace = await startTrace(chromium);
  await run();
  return (await trace.stop()).own;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** µs */
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string } };
}

async function startTrace(chromium: Chromium): Promise<{ stop(): Promise<{ own: OwnWork; layouts: number }> }> {
  const session = (await chromium.context.browser()?.newBrowserCDPSession()) as CDPSession;
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (event.ph === 'X') events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'blink.user_timing'],
      recordMode: 'recordAsMuchAsPossible',
    },
  });
  return {
    async stop() {
      const complete = new Promise<unknown>((done) => session.once('Tracing.tracingComplete', done));
      await session.send('Tracing.end');
      await complete;
      await session.detach();
      return { own: ownWork(events), layouts: events.filter(({ name }) => name === 'Layout').length };
    },
  };
}

function ownWork(events: readonly TraceEvent[]): OwnWork {
  const calls = events.filter(
    ({ name, args }) => name === 'FunctionCall' && /content-scripts\//.test(args.data?.url ?? ''),
  );
  const inside = (event: TraceEvent) => (call: TraceEvent) =>
    call !== event &&
    call.tid === event.tid &&
    call.pid === event.pid &&
    event.ts >= call.ts &&
    event.ts < call.ts + (call.dur ?? 0);
  const outermost = calls.filter((call) => !calls.some(inside(call)));
  const forced = (wanted: string) =>
    events.filter((event) => event.name === wanted && outermost.some(inside(event))).length;
  return {
    slices: outermost.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000),
    layouts: forced('Layout'),
    styles: forced('UpdateLayoutTree'),
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
