/** Drafts of a length that nobody writes, and everybody pastes: near the caret first, then on while the agent rests. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptySnapshot } from '../../lib/page/snapshot';
import type { EditorWindow } from '../hosts/engines/mount';
import { type Chromium, openChromium, waitForHighlight } from './harness';
import { watch } from './page-helpers';
import { openEngine, ownDuring, quantile, ticketWith, type, WITH } from './speed-measure';

const QUIET = 'The parcel left our depot on Monday at nine, and the driver has it on the van now.';
const ANGRY = 'This is the third time I am writing. I am furious, and nobody answers. Where is my order?';
const START = 'You failed to include the receipt.';
const END = 'You must fill in form B2.';

/** Quiet paragraphs, and something to say at either end. */
function draftWith(length: number): string[] {
  const count = Math.ceil(length / (QUIET.length + 6));
  return [START, ...Array.from({ length: count }, (_, at) => `${at}. ${QUIET}`), END];
}

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await openChromium();
  await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(WITH).origin });
});
afterAll(() => chromium?.close());
afterEach(async () => {
  await page.close();
  expect(chromium.errors).toEqual([]);
});

async function open(engine: string): Promise<void> {
  chromium.serve(`${WITH}${engine}`, { html: ticketWith(engine, ['Hi Priya,'], [ANGRY]) });
  page = await openEngine(chromium, `${WITH}${engine}`);
}

async function paste(paragraphs: readonly string[]): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), paragraphs.join('\n'));
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+v');
  await page.waitForFunction(
    (length) => ((window as unknown as EditorWindow).editors[0]?.text() ?? '').length > length,
    paragraphs.join('').length,
  );
}

const ENGINES = ['contenteditable', 'prosemirror', 'lexical', 'react-fields'];

describe.each(ENGINES)('%s with 200,000 characters', (engine) => {
  it('stays usable, and the coach reads near the caret first (complaint 7)', async () => {
    await open(engine);
    const seen = await watch(chromium, page);
    let first = emptySnapshot();
    const pasted = await ownDuring(chromium, async () => {
      await paste(draftWith(200_000));
      first = await seen.until(
        'the part around the caret',
        ({ draft, review, status }) => status === 'ready' && draft.length > 200_000 && Boolean(review?.findings.length),
      );
    });
    expect(Math.max(...pasted.slices)).toBeLessThan(50);
    expect(first.reach).toBeDefined();
    const marked = first.review?.findings.map(({ span }) => first.draft.slice(span?.start, span?.end)) ?? [];
    expect(marked.some((phrase) => END.includes(phrase))).toBe(true);
    const typed = await type(chromium, page, ' and more words', 60);
    expect(Math.max(...typed.own.slices)).toBeLessThan(50);
    expect(quantile(typed.own.slices, 0.95)).toBeLessThan(25);
    expect(typed.keystrokes.every(({ inPlace }) => inPlace)).toBe(true);
    await seen.close();
  });
});

describe('contenteditable with a long draft', () => {
  it('says that it read the part around the caret first, reads on, and judges the whole at last', async () => {
    await open('contenteditable');
    await paste(draftWith(24_000));
    const seen = await watch(chromium, page);
    const part = await seen.until(
      'the part around the caret',
      ({ reach, review }) => reach === 'part' && review !== null,
    );
    expect(part.review?.findings.every(({ span }) => span !== null)).toBe(true);
    const sidebar = await chromium.openSidebar(page);
    const whole = await seen.until('the whole', ({ reach, status }) => reach === undefined && status === 'ready');
    const phrases = whole.review?.findings.map(({ span }) => span && whole.draft.slice(span.start, span.end)) ?? [];
    expect(phrases.some((phrase) => phrase && START.includes(phrase))).toBe(true);
    expect(phrases.some((phrase) => phrase && END.includes(phrase))).toBe(true);
    expect(phrases).toContain(null);
    await page.bringToFront();
    await page.keyboard.type(' So');
    await sidebar.getByText("I've read the part around your caret first", { exact: false }).waitFor();
    await sidebar.close();
    await seen.close();
  });

  it('underlines the other end once it was read, and makes its rewrite when it is asked for', async () => {
    await open('contenteditable');
    await paste(draftWith(60_000));
    await waitForHighlight(page, END.slice(0, -1)).catch(() => null);
    const seen = await watch(chromium, page);
    const all = await seen.until('every part', ({ reach }) => reach === 'parts');
    const far = all.review?.findings.find(({ span }) => span && span.start < START.length + 20);
    if (!far) throw new Error('nothing found at the other end');
    await seen.command({ name: 'select', finding: far.id });
    const made = await seen.until('its rewrite', ({ suggestions }) => suggestions[far.id] !== undefined);
    const [edit] = made.suggestions[far.id] ?? [];
    expect(edit && edit.start < START.length + 20).toBe(true);
    await seen.close();
  });
});
