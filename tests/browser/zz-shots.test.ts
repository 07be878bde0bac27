import { afterAll, beforeAll, it } from 'vitest';
import type { Chromium } from './harness';
import { openChromium } from './harness';
let chromium: Chromium;
beforeAll(async () => { chromium = await openChromium(); });
afterAll(() => chromium?.close());
const D = '/tmp/w/b5/shots';
it('shots', async () => {
  const page = await chromium.openExtensionPage('audit.html');
  page.on('console', (m) => console.log('CONSOLE', m.text()));
  page.on('pageerror', (m) => console.log('PAGEERROR', m));
  for (const [scheme, width] of [['light', 1400], ['dark', 1400], ['light', 768], ['light', 380]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(page.url().replace(/#.*/, '') + '#/import');
    await page.reload();
    await page.getByRole('heading', { name: 'Bring in replies' }).waitFor();
    await page.screenshot({ path: `${D}/empty-${scheme}-${width}.png` });
    await page.locator('input[type=file]').setInputFiles('tests/audit/exports/intercom.csv');
    await page.getByText('Looks like a Intercom').or(page.getByText('Looks like')).first().waitFor();
    await page.screenshot({ path: `${D}/intercom-${scheme}-${width}.png`, fullPage: true });
    await page.getByRole('button', { name: 'Another file' }).click();
    const rows = Array.from({ length: 60 }, (_, i) => `${i},"Hi, thanks for waiting, it's here number ${i}. We have sent it.",${i % 9 + 1}/0${i % 9 + 1}/2026 10:00,"Where is my order, please? It is late by ${i} days.",Anna Berg,Parcels,Email`);
    rows.splice(7, 0, '99,"open quote, and more,4/5/2026,x,y,z,e', '7,few');
    await page.locator('input[type=file]').setInputFiles({ name: 'march replies of the northern team, final (2).csv', mimeType: 'text/csv', buffer: Buffer.from(['No,Our answer,Sent on,Question,Handled by,Department,Channel', ...rows].join('\n')) });
    await page.getByRole('button', { name: 'Start reading' }).waitFor();
    await page.getByText('More columns').click();
    await page.screenshot({ path: `${D}/csv-${scheme}-${width}.png`, fullPage: true });
    await page.getByRole('button', { name: 'Another file' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'x.pdf', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.4 abc') });
    await page.getByText('This is a PDF').waitFor();
    await page.screenshot({ path: `${D}/error-${scheme}-${width}.png` });
  }
}, 300_000);
