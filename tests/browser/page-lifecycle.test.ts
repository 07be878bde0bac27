import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../lib/store/settings';
import { type Chromium, typeInto, waitForHighlight, waitForNoHighlight } from './harness';
import {
  apply,
  card,
  findingOn,
  marks,
  openCoached,
  openTicket,
  REPLY,
  ROUGH,
  settled,
  textOf,
  textUnder,
  type Watch,
  waitForText,
  watch,
} from './page-helpers';

let chromium: Chromium;
let page: Page;
let seen: Watch;

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium.close());
afterEach(async () => {
  await setSettings({});
  await seen.close();
  await page.close();
  expect(chromium.errors).toEqual([]);
});

async function open(fixture: string) {
  page = await openTicket(chromium, fixture);
  seen = await watch(chromium, page);
}

/** As the settings page writes them; what is not named has its default. */
async function setSettings(settings: Partial<Settings>) {
  const worker = await chromium.serviceWorker();
  await worker.evaluate((settings) => chrome.storage.local.set({ settings }), settings);
}

/** All that an extension can leave in a page. */
function traces() {
  return page.locator(REPLY).evaluate((box) => ({
    elements: [...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('reframe-')).length,
    highlights: [...CSS.highlights.keys()],
    sheets: document.adoptedStyleSheets.length,
    box: (box.cloneNode() as Element).outerHTML,
    siblings: box.parentElement?.childElementCount,
  }));
}

async function waitForTraces(expected: Awaited<ReturnType<typeof traces>>) {
  await expect.poll(traces, { timeout: 10_000 }).toEqual(expected);
}

describe('any page: the switch', () => {
  const fixtures = ['zendesk-contenteditable', 'zendesk-textarea'] as const;
  const offs: [string, Partial<Settings>][] = [
    ['everywhere', { enabled: false }],
    ['for this site', { sitesOff: ['acme.zendesk.com'] }],
    ['for an hour', { snoozed: { '*': 8.64e15 } }],
  ];
  for (const fixture of fixtures) {
    it.each(offs)(`off %s leaves no trace of the coach (${fixture}) (complaint 2)`, async (_name, off) => {
      await setSettings(off);
      await open(fixture);
      await page.locator(REPLY).click();
      await seen.until('to be off', ({ status }) => status === 'off' || status === 'snoozed');
      const clean = await traces();
      expect(clean).toMatchObject({ elements: 0, highlights: [], sheets: 0 });

      await setSettings({});
      await typeInto(page, REPLY, ROUGH);
      const snapshot = await seen.until('a review', settled(ROUGH));
      await page.keyboard.press('Alt+Period');
      await card(page).waitFor();

      await setSettings(off);
      await waitForTraces(clean);
      expect(await textOf(page)).toBe(ROUGH);
      // Its keys are the page's again, and nothing is written.
      await page.keyboard.press('Alt+Enter');
      await page.keyboard.press('Alt+Period');
      expect(await traces()).toEqual(clean);

      await setSettings({});
      await page.locator(REPLY).click();
      await waitForHighlight(page, textUnder(snapshot, findingOn(snapshot, 'soon').finding));
    });
  }

  it('sleeps for one reply until the box is emptied', async () => {
    await open('zendesk-contenteditable');
    await typeInto(page, REPLY, ROUGH);
    await seen.until('a review', settled(ROUGH));
    await seen.command({ name: 'snooze', scope: 'reply' });
    await waitForNoHighlight(page);
    await seen.until('to sleep', (each) => each.status === 'snoozed' && each.snooze?.scope === 'reply');
    await page.keyboard.type(' More.');
    await seen.until('the draft', (each) => each.draft === `${ROUGH} More.`);
    expect(await marks(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    await waitForHighlight(page, textUnder(snapshot, findingOn(snapshot, 'soon').finding));
  });

  it('sleeps for this site and wakes from the sidebar', async () => {
    await open('zendesk-contenteditable');
    await typeInto(page, REPLY, ROUGH);
    await seen.until('a review', settled(ROUGH));
    await seen.command({ name: 'snooze', scope: 'site' });
    await seen.until('to sleep', (each) => each.status === 'snoozed' && each.snooze?.scope === 'site');
    await waitForNoHighlight(page);
    await seen.command({ name: 'wake' });
    await seen.until('a review', settled(ROUGH));
  });
});

describe('any page: the background', () => {
  it('may be ended while the agent types, and the coach comes back by itself', async () => {
    await open('zendesk-contenteditable');
    await typeInto(page, REPLY, 'Hi Priya, you must ');
    await chromium.killServiceWorker();
    await page.keyboard.type('send us the receipt. We will get back to you soon.');
    const snapshot = await seen.until('a review', settled(ROUGH));
    const { finding, edit } = findingOn(snapshot, 'soon');
    await waitForHighlight(page, textUnder(snapshot, finding));
    await chromium.killServiceWorker();
    await seen.until('the coach to be back', settled(ROUGH));
    await seen.command({ name: 'use', finding: finding.id });
    await waitForText(page, apply(ROUGH, edit));
  });
});

describe('any page: reply boxes', () => {
  it('each have a draft of their own, and the focused one is published', async () => {
    await open('zendesk-two-boxes');
    await typeInto(page, REPLY, ROUGH);
    const first = await seen.until('the first draft', settled(ROUGH));
    const left = findingOn(first, 'you must').finding;
    await seen.command({ name: 'leave', finding: left.id });
    await seen.until('it to be left', (each) => each.left.includes(left.id));

    const other = 'You must wait until then.';
    await typeInto(page, '#second', other);
    const second = await seen.until('the second draft', settled(other));
    expect(second.left).toEqual([]);
    const { finding, edit } = findingOn(second, 'You must');
    // The first one's underlines stay where they are.
    await waitForHighlight(page, textUnder(first, findingOn(first, 'soon').finding));
    await seen.command({ name: 'use', finding: finding.id });
    await waitForText(page, apply(other, edit), '#second');
    expect(await textOf(page)).toBe(ROUGH);

    await page.locator(REPLY).click();
    const again = await seen.until('the first draft again', (each) => each.draft === ROUGH);
    expect(again.left).toEqual([left.id]);
  });

  it('may stand in a frame that the page fills itself (case 25)', async () => {
    await open('zendesk-contenteditable');
    await page.evaluate(() => {
      const own = document.querySelector('[data-test-id="omnicomposer"]') as HTMLElement;
      const frame = document.createElement('iframe');
      frame.width = '600';
      own.replaceWith(frame);
      const inner = frame.contentDocument as Document;
      const box = inner.createElement('div');
      box.id = 'framed';
      box.contentEditable = 'true';
      box.dataset.testId = 'omnicomposer-rich-text-ckeditor';
      box.style.cssText = 'min-height: 100px';
      inner.body.append(box);
    });
    const framed = page.frameLocator('iframe').locator('#framed');
    await framed.click();
    await page.keyboard.type(ROUGH);
    const snapshot = await seen.until('a review', settled(ROUGH));
    const { finding, edit } = findingOn(snapshot, 'soon');
    await seen.command({ name: 'use', finding: finding.id });
    expect(snapshot.surface).toMatchObject({ host: 'zendesk', site: 'acme.zendesk.com' });
    await expect.poll(() => framed.textContent()).toBe(apply(ROUGH, edit));
    await setSettings({ sitesOff: ['acme.zendesk.com'] });
    await expect.poll(() => page.locator('reframe-coach').count()).toBe(0);
  });

  it('that the adapter does not know are said to be lost (complaint 9)', async () => {
    await open('zendesk-contenteditable');
    await page.evaluate(() => {
      const box = document.querySelector('#reply') as HTMLElement;
      box.removeAttribute('data-test-id');
    });
    await page.locator(REPLY).click();
    await seen.until('to be lost', ({ status }) => status === 'lost');
  });

  it('are not search fields (complaint 2)', async () => {
    await open('zendesk-contenteditable');
    await typeInto(page, 'input[type=search]', ROUGH);
    await page.locator(REPLY).click();
    await seen.until('the reply box', (each) => each.status !== 'no-box' && each.draft === '');
  });

  it('that are filled before anyone is seen to enter them are read', async () => {
    await open('zendesk-textarea');
    // As a window in the background does: the text comes, the focus is told to nobody.
    await page.locator(REPLY).evaluate((box, text) => {
      (box as HTMLTextAreaElement).value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, ROUGH);
    await seen.until('a review', settled(ROUGH));
  });

  it('that the page fills by itself are read', async () => {
    await open('zendesk-contenteditable');
    await page.locator(REPLY).click();
    await page.locator(REPLY).evaluate((box, text) => {
      const line = document.createElement('p');
      line.textContent = text;
      box.replaceChildren(line);
    }, ROUGH);
    await seen.until('a review', settled(ROUGH));
  });

  it('that go leave nothing behind, and one made anew is found (case 24)', async () => {
    await open('zendesk-contenteditable');
    await typeInto(page, REPLY, ROUGH);
    await seen.until('a review', settled(ROUGH));
    await page.evaluate(() => {
      const box = document.querySelector('#reply') as HTMLElement;
      const fresh = box.cloneNode() as HTMLElement;
      box.replaceWith(fresh);
    });
    await seen.until('no box', ({ status }) => status === 'no-box');
    await waitForNoHighlight(page);
    await typeInto(page, REPLY, ROUGH);
    await seen.until('a review', settled(ROUGH));
  });

  it('of a ticket that is not on show are left alone (case 1)', async () => {
    await open('zendesk-contenteditable');
    await typeInto(page, REPLY, ROUGH);
    await seen.until('a review', settled(ROUGH));
    await page.evaluate(() => {
      const tab = document.querySelector('[data-test-id="header-tab"]') as HTMLElement;
      tab.dataset.entityId = '2';
      document.querySelector('main section')?.append('.');
    });
    await seen.until('no box', ({ status }) => status === 'no-box');
  });
});

describe('any page: the conversation', () => {
  it('is the customer’s own words, without quotes, signatures, notes and triggers (case 4, complaint 14)', async () => {
    await open('zendesk-contenteditable');
    await page.locator(REPLY).click();
    const { conversation, surface } = await seen.until('the conversation', (each) => !!each.conversation.customer);
    expect(conversation).toEqual({
      channel: 'email',
      kind: 'reply',
      customerName: 'Priya',
      customer:
        "This is the second time I'm writing. My order #48213 was meant to arrive last Thursday and my daughter's birthday was on Saturday.\n\nWhen will it come, and can I get the shipping refunded? Really disappointed.",
    });
    expect(surface).toMatchObject({ host: 'zendesk', kind: 'reply', site: 'acme.zendesk.com' });
  });

  it('is read again when a message arrives, and when the reply becomes a note (case 2)', async () => {
    await open('zendesk-contenteditable');
    await page.locator(REPLY).click();
    await seen.until('the conversation', (each) => !!each.conversation.customer);
    await page.evaluate(() => {
      const [first] = document.querySelectorAll('article');
      const copy = first?.cloneNode(true) as HTMLElement;
      (copy.querySelector('.zd-comment') as HTMLElement).textContent = 'Any news?';
      first?.parentElement?.append(copy);
    });
    await seen.until('the new message', (each) => !!each.conversation.customer?.endsWith('\n\nAny news?'));
    await page.evaluate(() => {
      const switcher = document.querySelector('[data-channel]') as HTMLElement;
      switcher.dataset.channel = 'internal';
      switcher.textContent = 'Internal note';
    });
    await seen.until('a note', (each) => each.conversation.kind === 'note' && each.surface?.kind === 'note');
  });
});
