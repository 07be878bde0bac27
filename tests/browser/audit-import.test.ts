/** The import of the audit workbench in a real browser. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../lib/audit/model';
import { stored } from './audit-seed';
import { type Chromium, openChromium } from './harness';

const EXPORTS = 'tests/audit/exports';
const SHEET = [
  'No;What we wrote;Day;They said;Who',
  '1;Hi Priya, unfortunately I can’t say.;03/04/2026;Where is my lamp? It was due last Thursday.;Anna Berg',
  '2;"Never closed;04/04/2026;x;Bo Lind',
  '3;You need to wait.;05/04/2026;And when will the money be back on my card?;Bo Lind',
  '',
].join('\n');

let chromium: Chromium;
let page: Page;

describe('audit import', () => {
  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium?.close());
  beforeEach(async () => {
    page = await chromium.openExtensionPage('audit.html#/import');
    await page.getByRole('heading', { name: 'Bring in replies' }).waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(chromium.errors).toEqual([]);
    expect(chromium.outside).toEqual([]);
  });

  const choose = (name: string, text: string | Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  const column = (label: string) => page.getByLabel(label, { exact: true });
  const status = async () => (await page.locator('.preview-counts').innerText()).replace(/\n+/g, ' ');

  it('recognises an export that is dropped on any view, and reads it', async () => {
    await page.goto(page.url().replace(/#.*/, '#/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await drop(page, 'intercom.csv', await readFile(`${EXPORTS}/intercom.csv`, 'utf8'));
    await page.getByText('Looks like an export of Intercom').waitFor();
    expect(await status()).toBe(
      'Its 6 rows give 1 reply. Left out: from customers (2), internal notes (1), from bots (1), automatic (1).',
    );
    const preview = page.locator('.previews li');
    expect(await preview.innerText()).toContain('My lamp was due last Thursday.\n\nWhen will it come?');
    expect(await preview.getByRole('link', { name: 'Ticket 215001' }).getAttribute('href')).toBe(
      'https://app.intercom.com/a/inbox/lumen/inbox/conversation/215001',
    );
    await page.getByRole('radio', { name: 'Mask customers and agents' }).check();
    await expect.poll(() => preview.innerText()).toContain("Hi Alex, unfortunately I can't say.");
    expect(await preview.innerText()).toContain('Agent 1');
    await page.getByLabel('Name of this audit').fill('March');
    await page.getByRole('button', { name: 'Start reading' }).click();
    await page.waitForURL(/#\/run\/.+\/replies/);
    await page.getByRole('heading', { name: 'March' }).waitFor();
    await expect
      .poll(async () => (await stored<Run>(page, 'runs')).find((run) => run.name === 'March'))
      .toMatchObject({ phase: 'done', masked: 'everyone', leftOut: { customer: 2, note: 1, bot: 1, automatic: 1 } });
    const kept = JSON.stringify(await stored(page, 'replies'));
    expect(kept).toContain('Agent 1');
    expect(kept).not.toMatch(/Priya|Anna/);
  });

  it('takes any other file by hand, and remembers how', async () => {
    await choose('sheet.csv', SHEET);
    await page.getByText('Columns guessed by their names').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('sheet.csv');
    await pick(column('Our reply'), 'What we wrote');
    await pick(column('Customer’s message'), 'They said');
    await pick(column('Agent'), 'Who');
    await pick(column('Date'), 'Day');
    await expect.poll(status).toContain('Its 3 rows give 2 replies.');
    await page.getByText('Line 3: This row has a quotation mark that is never closed.').waitFor();
    const first = page.locator('.previews li').first();
    expect(await first.innerText()).not.toContain('2026');
    await page.getByRole('radio', { name: 'the day comes first' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => first.innerText()).toContain('Apr 3, 2026');
    await page.getByRole('button', { name: 'Start reading' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/run\/.+\/replies/);
    await expect
      .poll(async () => (await stored<Run>(page, 'runs')).find((run) => run.name === 'sheet'))
      .toMatchObject({ phase: 'done', faults: 1, progress: { replies: 2, reviewed: 2 } });
    await page.getByText('1 row could not be read.').click();
    await page.getByRole('cell', { name: '2;"Never closed;04/04/2026;x;Bo Lind' }).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save these rows as CSV' }).click();
    expect(await readFile(await (await saved).path(), 'utf8')).toBe(
      '\ufeffLine,What is wrong,The row\r\n3,This row has a quotation mark that is never closed.,"2;""Never closed;04/04/2026;x;Bo Lind"\r\n',
    );

    await page.goto(page.url().replace(/#.*/, '#/import'));
    await choose('april.csv', SHEET);
    await page.getByText('Read as last time').waitFor();
    expect(await column('Our reply').inputValue()).toBe('What we wrote');
    expect(await page.locator('.previews li').first().innerText()).toContain('Apr 3, 2026');
  });

  it('takes rows that were pasted, from a spreadsheet or into the field', async () => {
    const rows = 'Reply\tCustomer message\nIt is on its way.\tWhere is the lamp that I ordered?\n';
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, rows);
    await page.getByRole('heading', { name: 'Pasted rows.tsv' }).waitFor();
    expect(await status()).toBe('Its one row gives 1 reply.');
    await page.getByRole('button', { name: 'Another file' }).click();
    await page.getByText('Paste rows instead').click();
    await page.getByLabel('Rows from a spreadsheet').fill(rows);
    await page.getByRole('button', { name: 'Use these rows' }).click();
    await page.getByRole('heading', { name: 'Pasted rows.tsv' }).waitFor();
  });

  it('says what is wrong with a file, and what to do', async () => {
    const alert = page.locator('.import [role=alert]');
    const says = async (name: string, bytes: string | Buffer, text: string) => {
      await choose(name, bytes);
      await expect.poll(() => alert.innerText()).toContain(text);
    };
    await says('a.pdf', '%PDF-1.4', 'This is a PDF.');
    await says('a.zip', 'PK\u0003\u0004', 'Unpack it first');
    await says('a.xlsx', 'PK\u0003\u0004', 'Save the sheet as CSV');
    await says('a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'old kind (XLS)');
    await says('a.csv', 'id,reply\n', 'There are no rows in a.csv.');
    await says('a.jsonl', '{"a', 'No row of this file can be read. Line 1: This is not JSON');
    await choose('a.csv', 'colour,size\nred,5\nblue,7\n');
    await page.getByRole('button', { name: 'Start reading' }).click();
    await expect.poll(() => alert.innerText()).toBe('Choose the columns that are still open.');
    expect(await column('Our reply').evaluate((select) => select === document.activeElement)).toBe(true);
  });

  it('stands in 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await choose(`${'long-name-of-an-export-'.repeat(5)}.csv`, SHEET);
    await page.getByRole('heading', { name: 'What the columns mean' }).waitFor();
    await page.getByText('More columns').click();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});

async function pick(select: ReturnType<Page['getByLabel']>, name: string): Promise<void> {
  await select.focus();
  await select.selectOption({ label: name });
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    { name, text },
  );
}
