/** The previews: each switched on in the settings, then coached in its own markup, around its own editor where it is known. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../lib/messages';
import type { EditorWindow } from '../hosts/engines/mount';
import { type Chromium, openChromium, record, waitForHighlight } from './harness';
import { apply, findingOn, ROUGH, settled, textUnder, type Watch, watch } from './page-helpers';
import { openExtensionsPage } from './permissions';

interface Preview {
  name: string;
  id: string;
  address: string;
  file: string;
  sites: string[];
  /** The editable; default: the engine's own. */
  box?: string;
  /** Whether anything known says who wrote what. */
  reads: boolean;
}

const PREVIEWS: Preview[] = [
  {
    name: 'Freshdesk',
    id: 'freshdesk',
    address: 'https://acme.freshdesk.com/a/tickets/48213',
    file: 'freshdesk',
    sites: ['https://*.freshdesk.com/*'],
    reads: true,
  },
  {
    name: 'Help Scout',
    id: 'helpscout',
    address: 'https://secure.helpscout.net/conversation/48213/7',
    file: 'helpscout',
    sites: ['https://secure.helpscout.net/*'],
    reads: true,
  },
  {
    name: 'HubSpot',
    id: 'hubspot',
    address: 'https://app.hubspot.com/live-messages/1/inbox/48213',
    file: 'hubspot',
    sites: ['https://app.hubspot.com/*', 'https://app-eu1.hubspot.com/*'],
    reads: false,
  },
  {
    name: 'Outlook',
    id: 'outlook',
    address: 'https://outlook.office.com/mail/inbox/id/AAQk',
    file: 'outlook',
    sites: ['https://outlook.live.com/*', 'https://outlook.office.com/*', 'https://outlook.office365.com/*'],
    box: '#mine',
    reads: false,
  },
  {
    name: 'Gorgias',
    id: 'gorgias',
    address: 'https://acme.gorgias.com/app/ticket/48213',
    file: 'gorgias',
    sites: ['https://*.gorgias.com/*'],
    reads: false,
  },
  {
    name: 'Zoho Desk',
    id: 'zoho',
    address: 'https://desk.zoho.eu/agent/acme/support/tickets/details/48213',
    file: 'zoho',
    sites: ['com', 'eu', 'in', 'com.au', 'jp'].map((country) => `https://desk.zoho.${country}/*`),
    box: '#shown',
    reads: false,
  },
  {
    name: 'Front',
    id: 'front',
    address: 'https://acme.frontapp.com/inboxes/teams/1',
    file: 'front',
    sites: ['https://*.frontapp.com/*'],
    reads: false,
  },
];

const SALESFORCE: Preview = {
  name: 'Salesforce',
  id: 'salesforce',
  address: 'https://acme.lightning.force.com/lightning/r/Case/500/view',
  file: 'salesforce',
  sites: ['https://*.lightning.force.com/*'],
  reads: false,
};

let chromium: Chromium;
let page: Page;
let seen: Watch;

beforeAll(async () => {
  chromium = await openChromium();
  const browser = await openExtensionsPage(chromium);
  const all = [...PREVIEWS, SALESFORCE];
  for (const { address, file, sites } of all) {
    chromium.serve(address, { file: `tests/hosts/pages/${file}.html` });
    for (const site of sites) await browser.allow(site);
  }
  chromium.serve('https://acme.lightning.force.com/emailui/editor', {
    file: 'tests/hosts/pages/salesforce-editor.html',
  });
  await browser.close();
  const options = await chromium.openExtensionPage('options.html#sites');
  for (const { name } of all) {
    await options.getByRole('switch', { name: `${name}, preview` }).click();
    await options.getByRole('switch', { name: `${name}, preview`, checked: true }).waitFor();
  }
  await options.close();
});
afterAll(() => chromium?.close());
afterEach(async () => {
  await seen.close();
  await page.close();
  expect(chromium.errors).toEqual([]);
});

async function open({ address }: Preview): Promise<void> {
  page = await chromium.open(address);
  seen = await watch(chromium, page);
}

/** The nth editor's text by its engine's own model. */
const model = (view: Page | Frame, nth = 0) =>
  view.evaluate((nth) => (window as unknown as EditorWindow).editors[nth]?.text(), nth);

/** Types the rough draft, waits for its review, and uses the rewrite of its order. */
async function useRewrite(view: Page | Frame, name?: string): Promise<{ snapshot: Snapshot; rewritten: string }> {
  await page.keyboard.type(ROUGH);
  const snapshot = await seen.until('a review', settled(ROUGH));
  const { finding, edit } = findingOn(snapshot, 'you must');
  await waitForHighlight(view, textUnder(snapshot, finding));
  if (name) await record(page, `${name}-1-underlined`);
  await seen.command({ name: 'use', finding: finding.id });
  const rewritten = apply(ROUGH, edit);
  await seen.until('the rewrite', ({ draft }) => draft === rewritten);
  if (name) await record(page, `${name}-2-rewritten`);
  return { snapshot, rewritten };
}

for (const preview of PREVIEWS) {
  describe(preview.name, () => {
    it('underlines, takes a rewrite into the editor’s own model, and undoes it in one step (case 18, case 20, complaint 1, complaint 8)', async () => {
      await open(preview);
      await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
      const nth = preview.id === 'zoho' ? 1 : 0;
      const box = preview.box ?? '[data-editor] [contenteditable="true"]';
      await page.locator(box).click();
      const { snapshot, rewritten } = await useRewrite(page, preview.id);
      expect(snapshot.surface).toMatchObject({ host: preview.id, hostName: preview.name });
      expect(snapshot.report).toBeUndefined();
      const modelHas = (text: string) =>
        expect.poll(async () => (await model(page, nth))?.split('\n')[0]?.trim()).toBe(text);
      await modelHas(rewritten);
      await page.keyboard.press('Control+z');
      await modelHas(ROUGH);
    });

    it(
      preview.reads
        ? 'reads the customer’s own words and nobody else’s (case 12)'
        : 'takes nobody’s words for the customer’s, and says so (case 12)',
      async () => {
        await open(preview);
        await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
        await page.locator(preview.box ?? '[data-editor] [contenteditable="true"]').click();
        await page.keyboard.type(ROUGH);
        const { conversation } = await seen.until('a review', settled(ROUGH));
        if (preview.reads) {
          expect(conversation.customer).toMatch(/^This is the second time I'm writing\..+When will it come\?$/);
          expect(conversation.earlier).toBeUndefined();
          return;
        }
        expect(conversation.customer).toBeUndefined();
        const sidebar = await chromium.openSidebar(page);
        await sidebar.getByText("I can't see the customer's message on this site").waitFor();
        await sidebar.close();
      },
    );
  });
}

describe('Outlook', () => {
  it('reads neither the signature nor the quoted mail, nor what follows it (case 7, case 8, complaint 14)', async () => {
    await open(PREVIEWS.find(({ id }) => id === 'outlook') as Preview);
    await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
    await page.locator('#mine').click();
    const { rewritten } = await useRewrite(page);
    await expect.poll(() => page.locator('#mine').innerText()).toBe(rewritten);
    expect(await page.locator('#Signature').innerText()).toBe('You must see our terms.');
    expect(await page.locator('#divRplyFwdMsg + div').innerText()).toBe('You failed to answer soon.');
  });
});

describe('Zoho Desk', () => {
  it('leaves a ticket alone that is mounted and not on show (case 1)', async () => {
    await open(PREVIEWS.find(({ id }) => id === 'zoho') as Preview);
    await page.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
    await page.locator('#older').click();
    await page.keyboard.type('You must wait.');
    await page.locator('#shown').click();
    await useRewrite(page);
    expect((await model(page, 0))?.trim()).toBe('You must wait.');
  });
});

describe('Salesforce', () => {
  it('is coached two frames deep, and takes a rewrite into the editor’s own model (case 20, case 25, complaint 8)', async () => {
    await open(SALESFORCE);
    const container = page.frame({ url: /emailui/ }) as Frame;
    await container.locator('[data-editors="ready"]').waitFor({ state: 'attached' });
    const inner = container.frameLocator('iframe').locator('body');
    await inner.click();
    const [editor] = container.childFrames();
    const { snapshot, rewritten } = await useRewrite(editor as Frame, 'salesforce');
    expect(snapshot.surface).toMatchObject({ host: 'salesforce', site: 'acme.lightning.force.com' });
    await expect.poll(() => model(container)).toBe(rewritten);
  });
});
