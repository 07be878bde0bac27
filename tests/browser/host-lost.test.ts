/** A helpdesk that has changed under its adapter: the sidebar says so, and the report gives nobody away. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostReport } from '../../lib/messages';
import { type Chromium, openChromium } from './harness';
import { ROUGH, settled, type Watch, watch } from './page-helpers';
import { openExtensionsPage } from './permissions';

interface Host {
  name: string;
  id: string;
  address: string;
  route: string;
}

const HOSTS: Host[] = [
  {
    name: 'Zendesk',
    id: 'zendesk',
    address: 'https://priya-raman.zendesk.com/agent/tickets/48213',
    route: '/agent/tickets/*',
  },
  {
    name: 'Gmail',
    id: 'gmail',
    address: 'https://mail.google.com/mail/u/0/#inbox/PriyaRaman48213',
    route: '/mail/u/*/#inbox/*',
  },
  {
    name: 'Intercom',
    id: 'intercom',
    address: 'https://app.intercom.com/a/inbox/priya/inbox/conversation/48213',
    route: '/a/inbox/*/inbox/conversation/*',
  },
  {
    name: 'Freshdesk',
    id: 'freshdesk',
    address: 'https://priya-raman.freshdesk.com/a/tickets/48213',
    route: '/a/tickets/*',
  },
  {
    name: 'Help Scout',
    id: 'helpscout',
    address: 'https://secure.helpscout.net/conversation/48213/7',
    route: '/conversation/*/*',
  },
  {
    name: 'HubSpot',
    id: 'hubspot',
    address: 'https://app.hubspot.com/live-messages/1/inbox/48213',
    route: '/live-messages/*/inbox/*',
  },
  {
    name: 'Outlook',
    id: 'outlook',
    address: 'https://outlook.office.com/mail/inbox/id/priya',
    route: '/mail/inbox/id/*',
  },
  {
    name: 'Gorgias',
    id: 'gorgias',
    address: 'https://priya-raman.gorgias.com/app/ticket/48213',
    route: '/app/ticket/*',
  },
  {
    name: 'Zoho Desk',
    id: 'zoho',
    address: 'https://desk.zoho.eu/agent/priya/support/tickets/details/48213',
    route: '/agent/*/*/tickets/details/*',
  },
];
const SWITCHED_ON = [
  ['Freshdesk', 'https://*.freshdesk.com/*'],
  ['Help Scout', 'https://secure.helpscout.net/*'],
  ['HubSpot', 'https://app.hubspot.com/*', 'https://app-eu1.hubspot.com/*'],
  ['Outlook', 'https://outlook.live.com/*', 'https://outlook.office.com/*', 'https://outlook.office365.com/*'],
  ['Gorgias', 'https://*.gorgias.com/*'],
  ['Zoho Desk', ...['com', 'eu', 'in', 'com.au', 'jp'].map((country) => `https://desk.zoho.${country}/*`)],
];

/** None of these may be in a report, in whatever case. */
const SECRETS = ['priya', 'raman', 'example.com', '48213', '0171', 'parcel', 'must', 'acme'];

/** The customer's name, address, number and words wherever a page can hold them. */
const CHANGED = `<!doctype html><html lang="en"><head><title>Priya Raman, #48213</title></head>
<body class="priya-raman page ticket-48213" data-customer="priya.raman@example.com" id="raman">
  <priya-raman title="Priya Raman">
    <main class="ticketView customer_PriyaRaman" data-testid="conversation-of-priya" aria-label="Reply to Priya Raman" data-priya="raman">
      <p>My parcel 48213 never came. Call 0171 48213, priya.raman@example.com</p>
      <section id="reply-48213" role="region" class="reply-editor acme-theme css-48213" data-test-id="reply-editor" data-cy="priya.raman@example.com" href="https://acme.example.com/priya">
        <div contenteditable="true" id="brand-new" role="textbox" class="message-composer Raman" title="priya.raman@example.com" placeholder="Write to Priya" data-priya-raman="48213" style="min-height: 90px">Your parcel, Priya</div>
      </section>
    </main>
  </priya-raman>
</body></html>`;

let chromium: Chromium;
let page: Page;
let seen: Watch | null = null;

beforeAll(async () => {
  chromium = await openChromium();
  for (const { address } of HOSTS) chromium.serve(address.replace(/#.*/, ''), { html: CHANGED });
  const browser = await openExtensionsPage(chromium);
  for (const [, ...sites] of SWITCHED_ON) for (const site of sites) await browser.allow(site);
  await browser.close();
  const options = await chromium.openExtensionPage('options.html#sites');
  for (const [name] of SWITCHED_ON) {
    await options.getByRole('switch', { name: `${name}, preview` }).click();
    await options.getByRole('switch', { name: `${name}, preview`, checked: true }).waitFor();
  }
  await options.close();
});
afterAll(() => chromium?.close());
beforeEach(() => {
  seen = null;
});
afterEach(async () => {
  await seen?.close();
  await page.close();
  expect(chromium.errors).toEqual([]);
});

function expectNobody(report: string): void {
  for (const secret of SECRETS) expect(report.toLowerCase()).not.toContain(secret);
  // Numbers are those of the version, of what was counted, and in the adapter's own selectors.
  expect(report.replace(/^Reframe .*$/m, '').replace(/^ {2}\d+ (box|thread) .*$/gm, '')).not.toMatch(/\d/);
}

for (const { name, id, address, route } of HOSTS) {
  describe(name, () => {
    it('that has changed says so in the sidebar, with a report that gives nobody away (complaint 9)', async () => {
      page = await chromium.open(address);
      const sidebar = await chromium.openSidebar(page);
      await sidebar.getByText('Ready when you are').waitFor();
      await page.bringToFront();
      await page.locator('[contenteditable]').click();
      await sidebar.getByText(`${name} looks different today`).waitFor();
      await sidebar.getByText('What the report says').click();
      const report = (await sidebar.locator('.report pre').textContent()) ?? '';
      expectNobody(report);
      expect(report).toMatch(/^Reframe \d+\.\d+\.\d+, Chrome\/\d+$/m);
      for (const line of [`host: ${id}`, 'missing: box', `route: ${route}`]) expect(report.split('\n')).toContain(line);
      expect(report).toMatch(/^ {2}0 box \S/m);
      // What whoever mends the adapter needs to see.
      expect(report).toContain('div[contenteditable=true][id][role=textbox]');
      expect(report).toContain('.message-composer');
      expect(report).toContain('[data-test-id=reply-editor]');

      await sidebar.evaluate(() => {
        navigator.clipboard.writeText = async (text) => {
          document.title = text;
        };
      });
      await sidebar.getByRole('button', { name: 'Copy report' }).click();
      await sidebar.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await sidebar.evaluate(() => document.title.length)).toBe(report.replace(/\s+/g, ' ').length);
      await sidebar.close();
    });
  });
}

describe('Zendesk', () => {
  const ticket = 'https://acme.zendesk.com/agent/tickets/48213';
  const box = '[data-test-id="omnicomposer-rich-text-ckeditor"]';
  const composer = (thread: string) =>
    `<!doctype html><html lang="en"><title>Priya</title><main data-ticket-id="48213">${thread}<div data-test-id="omnicomposer"><div data-test-id="omnicomposer-rich-text-ckeditor" contenteditable="true" role="textbox" aria-label="Priya Raman" style="min-height: 90px"></div></div></main></html>`;
  const lostThread = (report: HostReport | undefined) => report?.missing === 'thread';

  it('whose messages are not found says that it sees only the reply, and is right again when they come (complaint 9)', async () => {
    chromium.serve(ticket, { html: composer('<p class="priya">My parcel never came.</p>') });
    page = await chromium.open(ticket);
    seen = await watch(chromium, page);
    await page.locator(box).click();
    await page.keyboard.type(ROUGH);
    const { report } = await seen.until('the report', ({ report }) => lostThread(report));
    expectNobody(JSON.stringify({ ...report, selectors: [] }));
    expect(report?.selectors.find(({ part }) => part === 'box')?.count).toBe(1);
    expect(report?.selectors.find(({ part }) => part === 'thread')?.count).toBe(0);
    const sidebar = await chromium.openSidebar(page);
    await sidebar.getByText("I can see your reply but not the customer's messages").waitFor();
    await sidebar.getByRole('button', { name: 'Copy report' }).waitFor();
    await sidebar.close();

    await page.bringToFront();
    await page.evaluate(() => {
      const item = document.createElement('article');
      item.dataset.testId = 'omni-log-comment-item';
      item.textContent = 'My parcel never came.';
      document.querySelector('main')?.prepend(item);
    });
    await seen.until('no report', ({ report }) => !report);
  });

  it('as it is known is not said to be lost, wherever the agent writes', async () => {
    chromium.serve(ticket, {
      html: `${composer('<article data-test-id="omni-log-comment-item">Hello</article>')}<textarea></textarea>`,
    });
    page = await chromium.open(ticket);
    seen = await watch(chromium, page);
    await page.locator('textarea').click();
    await page.keyboard.type('A remark to myself.');
    // One that is lost since a later moment: by the time it says so, this one would have, too.
    const lost = await chromium.open('https://priya-raman.zendesk.com/agent/tickets/48213');
    const sidebar = await chromium.openSidebar(lost);
    await lost.bringToFront();
    await lost.locator('[contenteditable]').click();
    await sidebar.getByText('Zendesk looks different today').waitFor();
    await sidebar.close();
    await lost.close();

    await page.bringToFront();
    await page.locator(box).click();
    await page.keyboard.type(ROUGH);
    const snapshots: (HostReport | undefined)[] = [];
    await seen.until('a review', (snapshot) => {
      snapshots.push(snapshot.report);
      return settled(ROUGH)(snapshot);
    });
    expect(snapshots.filter(Boolean)).toEqual([]);
  });
});
