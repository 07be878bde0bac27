/** What tests do in a page and see in it, whatever browser it is. */
import type { Page } from 'playwright-core';

/** A page or a frame, of Playwright or of Puppeteer. */
export interface Evaluates {
  evaluate<T>(run: () => T | Promise<T>): Promise<T>;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One underlined (or otherwise marked) stretch of text, as the browser itself knows it. */
export interface HighlightRange {
  /** The highlight's name: `reframe-…`. */
  name: string;
  text: string;
  /** In the viewport, in CSS pixels; empty where the text is not rendered. */
  rects: Rect[];
}

/** Clicks into a field and types, one real key event a character; a newline is the Enter key. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).click();
  await page.keyboard.type(text);
}

/** A picture of the page as it is now, for people to look at: `.output/recordings/<name>.png`. */
export async function record(page: Page, name: string): Promise<void> {
  // The caret as it is: to hide it would put a style sheet into the page.
  await page.screenshot({ path: `.output/recordings/${name}.png`, caret: 'initial' });
}

/**
 * Every range of every highlight named `reframe-*` that is drawn in this page or frame.
 * A textarea has none: its underlines are the overlay's elements.
 */
export function highlightRanges(page: Evaluates): Promise<HighlightRange[]> {
  return page.evaluate(readHighlights);
}

/**
 * Waits until a range with exactly this text is highlighted and rendered, and gives it.
 * The time limit (ms) is generous for a busy machine.
 */
export async function waitForHighlight(page: Evaluates, text: string, timeout = 15_000): Promise<HighlightRange> {
  return waitForRanges(
    page,
    (ranges) => ranges.find((range) => range.text === text),
    `“${text}” to be highlighted`,
    timeout,
  );
}

/** Waits until no range with exactly this text (or, without one, none at all) is highlighted. */
export async function waitForNoHighlight(page: Evaluates, text?: string, timeout = 15_000): Promise<void> {
  const gone = (ranges: HighlightRange[]) => !ranges.some((range) => text === undefined || range.text === text);
  const what = text === undefined ? 'all highlights' : `the highlight of “${text}”`;
  await waitForRanges(page, gone, `${what} to go`, timeout);
}

/** Asks again after each frame of the page until `accept` gives something truthy. */
async function waitForRanges<T>(
  page: Evaluates,
  accept: (ranges: HighlightRange[]) => T,
  what: string,
  timeout: number,
): Promise<NonNullable<T>> {
  const until = Date.now() + timeout;
  for (;;) {
    const ranges = await highlightRanges(page);
    const accepted = accept(ranges);
    if (accepted) return accepted;
    if (Date.now() > until) {
      const seen = ranges.map((range) => `${range.name}: “${range.text}”`).join(', ') || 'nothing';
      throw new Error(`Waited ${timeout} ms for ${what}; highlighted is ${seen}.`);
    }
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
  }
}

/** Runs in the page: no reference to anything outside. */
export function readHighlights(): HighlightRange[] {
  const ranges: HighlightRange[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('reframe-')) continue;
    for (const abstract of highlight) {
      const range = document.createRange();
      range.setStart(abstract.startContainer, abstract.startOffset);
      range.setEnd(abstract.endContainer, abstract.endOffset);
      const rects = [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
      ranges.push({ name, text: range.toString(), rects: rects.filter((rect) => rect.width > 0) });
    }
  }
  return ranges;
}
