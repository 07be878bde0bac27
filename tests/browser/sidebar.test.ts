/** The sidebar in a real browser: a page of the test's own plays the coached page on one end of the line. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BackgroundToPage, Command, Snapshot } from '../../lib/messages';
import type { Settings } from '../../lib/store/settings';
import type { Chromium } from './harness';
import { openCoached } from './page-helpers';
import { ready, rough, STATES, withGaps } from './sidebar-snapshots';

let chromium: Chromium;
/** The tab whose coach the test plays. */
let coached: Page;
let sidebar: Page;

interface Line {
  port: chrome.runtime.Port;
  heard: BackgroundToPage[];
}

beforeAll(async () => {
  chromium = await openCoached();
});
afterAll(() => chromium?.close());

beforeEach(async () => {
  coached = await chromium.openExtensionPage('options.html');
  await coached.evaluate(() => chrome.storage.local.clear());
  await coached.evaluate(() => {
    const line: Line = { port: chrome.runtime.connect({ name: 'coach-page' }), heard: [] };
    line.port.onMessage.addListener((message) => line.heard.push(message));
    (window as unknown as { line: Line }).line = line;
  });
});
afterEach(async () => {
  await sidebar.close();
  await coached.close();
  expect(chromium.errors).toEqual([]);
});

const publish = (snapshot: Snapshot) =>
  coached.evaluate((snapshot) => {
    (window as unknown as { line: Line }).line.port.postMessage({ type: 'snapshot', snapshot });
  }, snapshot);

/** What the page was asked to do, oldest first. */
const commands = (): Promise<Command[]> =>
  coached.evaluate(() =>
    (window as unknown as { line: Line }).line.heard.flatMap((message) =>
      message.type === 'command' ? [message.command] : [],
    ),
  );

async function show(snapshot: Snapshot): Promise<void> {
  await publish(snapshot);
  sidebar = await chromium.openExtensionPage(`sidepanel.html?tab=${await chromium.tabId(coached)}`);
}

const button = (name: string | RegExp) => sidebar.getByRole('button', { name });
const settings = () =>
  coached.evaluate(async () => ((await chrome.storage.local.get('settings')).settings ?? {}) as Partial<Settings>);

describe('what it shows', () => {
  it('every state in plain words, at 320 px without loss', async () => {
    await show(ready());
    await sidebar.setViewportSize({ width: 320, height: 640 });
    const lost: string[] = [];
    for (const [name, { snapshot, shows }] of Object.entries(STATES)) {
      await publish(snapshot);
      await sidebar.getByText(shows).first().waitFor();
      const fits = await sidebar.evaluate(() => {
        const buttons = [...document.querySelectorAll('button')].map((each) => each.getBoundingClientRect());
        const cut = buttons.filter((box) => box.width > 0 && (box.right > innerWidth || box.left < 0));
        return document.documentElement.scrollWidth <= innerWidth && cut.length === 0;
      });
      if (!fits) lost.push(name);
    }
    expect(lost).toEqual([]);
  });

  it('the customer first: how they feel, in their words, and what they asked', async () => {
    await show(rough());
    const card = sidebar.getByRole('region', { name: 'The customer' });
    await card.getByText('“This is the second time I am writing” · “Really disappointed”').waitFor();
    expect(await card.getByRole('listitem').allTextContents()).toEqual([
      'When will it come? (not answered yet)',
      'Can I get the shipping refunded? (answered)',
    ]);
  });

  it('one finding open, with what is new in its rewrite marked, the others on a line each', async () => {
    await show(rough({ current: 'negative' }));
    const open = sidebar.getByRole('region', { name: 'Open finding' });
    await open.getByRole('heading', { name: 'Negative phrasing' }).waitFor();
    expect(await open.locator('mark').allTextContents()).toEqual(['I can refund the shipping as soon as']);
    expect(await open.locator('.rewrite').textContent()).toBe(
      'I can refund the shipping as soon as the parcel is delivered.',
    );
    expect(await sidebar.getByRole('region', { name: 'Also' }).getByRole('button').allTextContents()).toEqual([
      'Hollow empathy“I understand your frustration.”',
      'Vague time“soon” → by [day, time]',
      'Unanswered“When will it come?”',
    ]);
    expect(await sidebar.getByRole('region', { name: 'Small things' }).getByRole('button').count()).toBe(1);
  });

  it('only the steps that matter', async () => {
    await show(ready());
    const track = sidebar.getByRole('list', { name: 'The shape of a good reply' });
    await track.waitFor();
    expect(await track.getByRole('listitem').count()).toBe(5);
    expect(await track.getByText('Follow up').count()).toBe(0);
  });

  it('what the page publishes next, without being asked', async () => {
    await show(rough());
    await sidebar.getByText('Priya sounds upset').waitFor();
    await publish(ready());
    await sidebar.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await sidebar.getByRole('region', { name: 'Open finding' }).count()).toBe(0);
  });

  it('that there is no coach on a page', async () => {
    await coached.evaluate(() => (window as unknown as { line: Line }).line.port.disconnect());
    sidebar = await chromium.openExtensionPage(`sidepanel.html?tab=${await chromium.tabId(coached)}`);
    await sidebar.getByText('No reply to coach on this page').waitFor();
    await button('Practice desk').waitFor();
  });

  it('the last picture while the background starts anew, and then the new one', async () => {
    await show(rough());
    await sidebar.getByText('Priya sounds upset').waitFor();
    await sidebar.evaluate(() => {
      const own = window as unknown as { lost: boolean };
      own.lost = false;
      new MutationObserver(() => {
        own.lost ||= !document.querySelector('.finding, [data-ready=true]');
      }).observe(document.body, { subtree: true, childList: true });
    });
    await chromium.killServiceWorker();
    await coached.evaluate((snapshot) => {
      const { line } = window as unknown as { line: Line };
      line.port = chrome.runtime.connect({ name: 'coach-page' });
      line.port.onMessage.addListener((message) => line.heard.push(message));
      line.port.postMessage({ type: 'snapshot', snapshot });
    }, ready());
    await sidebar.getByText('Ready to send').waitFor();
    expect(await sidebar.evaluate(() => (window as unknown as { lost: boolean }).lost)).toBe(false);
    // The line serves again, too.
    await publish(rough());
    await button('Leave it').click();
    await expect.poll(commands).toEqual([{ name: 'leave', finding: 'hollow' }]);
  });
});

describe('what it asks for', () => {
  it.each([
    ['Use it', { name: 'use', finding: 'hollow', variant: 0 }],
    ['Another (1 of 2)', { name: 'another', finding: 'hollow' }],
    ['Leave it', { name: 'leave', finding: 'hollow' }],
    [/^Vague time/, { name: 'select', finding: 'vague' }],
    ['Undo the last rewrite', { name: 'undo' }],
    ['Close this message', { name: 'dismiss-notice' }],
  ] as const)('%s', async (name, command) => {
    await show(rough({ canUndo: true, notice: { id: 'changed' } }));
    await button(name).click();
    await expect.poll(commands).toEqual([command]);
  });

  it('to fill a gap with a near time, with typed words, or by going there', async () => {
    const snapshot = withGaps();
    const [time, team] = snapshot.review?.gaps ?? [];
    await show(snapshot);
    const choices = sidebar.getByRole('group', { name: 'Fill day, time with' }).getByRole('button');
    const text = await choices.first().textContent();
    expect(text).toMatch(/today|noon/);
    await choices.first().click();
    await sidebar.getByLabel('Your words for team').fill('the delivery team');
    await sidebar.keyboard.press('Enter');
    await button(/\[team\]/).click();
    await expect.poll(commands).toEqual([
      { name: 'fill-gap', gap: time, text },
      { name: 'fill-gap', gap: team, text: 'the delivery team' },
      { name: 'fill-gap', gap: team },
    ]);
  });

  it('to snooze, and to wake', async () => {
    await show(rough());
    for (const scope of ['this reply', 'an hour', 'this site']) {
      await button('Snooze, keys and settings').click();
      await sidebar.getByRole('menuitem', { name: new RegExp(`Snooze .* ${scope}`) }).click();
    }
    await publish(rough({ status: 'snoozed', review: null, snooze: { scope: 'reply', until: null } }));
    await button('Wake it').click();
    await expect
      .poll(commands)
      .toEqual([
        { name: 'snooze', scope: 'reply' },
        { name: 'snooze', scope: 'hour' },
        { name: 'snooze', scope: 'site' },
        { name: 'wake' },
      ]);
  });
});

describe('what it changes', () => {
  it('the switch of this site', async () => {
    await show(rough());
    const toggle = sidebar.getByRole('switch', { name: 'Reframe on this site' });
    await toggle.click();
    await expect.poll(settings).toMatchObject({ enabled: true, sitesOff: ['acme.zendesk.com'] });
    await expect.poll(() => toggle.getAttribute('aria-checked')).toBe('false');
    await toggle.click();
    await expect.poll(settings).toMatchObject({ sitesOff: [] });
  });

  it('the switch for everywhere', async () => {
    await show(rough());
    await button('Snooze, keys and settings').click();
    await sidebar.getByRole('menuitem', { name: 'Switch off everywhere' }).click();
    await expect.poll(settings).toMatchObject({ enabled: false });
  });

  it('a rule or a principle, with a way back', async () => {
    await show(rough());
    const more = button('More about this finding');
    await more.click();
    await sidebar.getByRole('menuitem', { name: 'Turn this rule off' }).click();
    await expect.poll(settings).toMatchObject({ rulesOff: ['hollow-empathy/test'] });
    await button('Put it back').click();
    await expect.poll(settings).toMatchObject({ rulesOff: [] });
    await more.click();
    await sidebar.getByRole('menuitem', { name: 'Turn “Hollow empathy” off everywhere' }).click();
    await expect.poll(settings).toMatchObject({ principlesOff: ['hollow-empathy'] });
    await sidebar.getByText('“Hollow empathy” is off.').waitFor();
  });
});

describe('a rule that is left again and again', () => {
  const leave = async () => {
    const before = (await settings()).leftCount?.['vague-time/test'] ?? 0;
    await publish(rough());
    await publish(rough({ left: ['vague'], visible: ['hollow', 'negative', 'unanswered', 'follow'] }));
    await expect.poll(async () => (await settings()).leftCount?.['vague-time/test']).toBe(before + 1);
  };
  const next = () => publish(rough({ draft: '', review: null, visible: [] }));
  const leftOften = async () => {
    await show(rough());
    for (let times = 1; times < 5; times++) {
      await leave();
      await next();
    }
    expect(await sidebar.getByText('hint from now on').count()).toBe(0);
    await leave();
    await sidebar
      .getByRole('status')
      .getByText('“soon”: you keep leaving this, so it is a hint from now on.')
      .waitFor();
  };

  it('says that it is a hint now, at once and where it is shown, and takes that back', async () => {
    await leftOften();
    await button('Bring it back').click();
    await expect.poll(async () => (await settings()).leftCount).toEqual({});
    await sidebar.getByText('hint from now on').waitFor({ state: 'detached' });
  });

  it('says so in the card of its finding, and comes back by a click there', async () => {
    await leftOften();
    await button('Close this message').click();
    await publish(rough({ current: 'vague' }));
    await sidebar.getByText('You left this 5 times in a row, so it is a hint now.').waitFor();
    await button('Bring it back').click();
    await expect.poll(async () => (await settings()).leftCount).toEqual({});
    await sidebar.getByText('so it is a hint now').waitFor({ state: 'detached' });
  });

  it('comes back by itself where its rewrite is used twice', async () => {
    await leftOften();
    for (let times = 0; times < 2; times++) {
      await next();
      const before = rough();
      await publish(before);
      await publish({ ...before, draft: before.draft.replace('soon', 'by Friday noon') });
    }
    await sidebar.getByRole('status').getByText('Vague time: you used the rewrite twice').waitFor();
    await expect.poll(async () => (await settings()).leftCount).toEqual({});
  });
});

describe('what it teaches', () => {
  it('why a principle matters, with an example from its bank', async () => {
    await show(rough());
    await button('More about this finding').click();
    await sidebar.getByRole('menuitem', { name: 'Why it matters' }).click();
    await sidebar.locator('.more h3').waitFor();
    expect(await sidebar.locator('.example dd').count()).toBe(2);
    expect((await sidebar.locator('.more .soft').first().textContent())?.length).toBeGreaterThan(20);
  });

  it('which rule it was, and what let it pass', async () => {
    await show(rough());
    await button('More about this finding').click();
    await sidebar.getByRole('menuitem', { name: 'What set it off' }).click();
    await sidebar.getByText('hollow-empathy/test').waitFor();
    await sidebar.getByText('test of hollow').waitFor();
  });
});

describe('with the keyboard alone', () => {
  it('the menu opens, goes round, closes, and gives the focus back', async () => {
    await show(rough());
    await button('More about this finding').focus();
    const focused = () => sidebar.evaluate(() => document.activeElement?.textContent ?? '');
    await sidebar.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('Why it matters');
    await sidebar.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Turn “Hollow empathy” off everywhere');
    await sidebar.keyboard.press('Home');
    expect(await focused()).toBe('Why it matters');
    await sidebar.keyboard.press('Escape');
    expect(await sidebar.getByRole('menu').count()).toBe(0);
    expect(await sidebar.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'More about this finding',
    );
  });

  it('every control can be reached, and shows that it is', async () => {
    await show(rough({ canUndo: true }));
    await sidebar.getByText('Priya sounds upset').waitFor();
    const all = await sidebar.locator('button:enabled').count();
    const seen = new Set<string>();
    for (let step = 0; step < all; step++) {
      await sidebar.keyboard.press('Tab');
      const at = await sidebar.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return {
          name: element.ariaLabel ?? element.textContent ?? '',
          outlined: outlineStyle !== 'none' && outlineWidth !== '0px',
        };
      });
      expect(at).toMatchObject({ outlined: true });
      seen.add(at.name);
    }
    expect(seen.size).toBe(all);
  });

  it('all keys are listed in one place', async () => {
    await show(rough());
    await button(/next/).click();
    const dialog = sidebar.getByRole('dialog', { name: 'Keys' });
    await dialog.getByText('Leave it').waitFor();
    expect(await dialog.locator('dt').count()).toBe(8);
    await sidebar.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
