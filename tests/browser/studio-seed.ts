/** A version in the studio's database, as a save leaves it. */
import type { Page } from 'playwright-core';
import type { Pack } from '../../lib/pack/pack';
import { EMPTY_LAYER, type TeamRule } from '../../lib/phrasebank/layer';

/** `page` shows the studio, so that its database is there; it sees the version when it is loaded again. */
export async function seedRules(page: Page, rules: TeamRule[]): Promise<void> {
  const pack: Pack = {
    reframe: 'pack',
    schema: 1,
    id: 'team',
    name: 'Acme',
    language: 'en',
    version: 1,
    savedAt: '2026-04-01T09:00:00.000Z',
    author: 'Ann',
    note: '',
    after: [],
    pilot: [],
    layer: { ...EMPTY_LAYER, rules },
  };
  await page.evaluate(async (pack) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('reframe');
      request.onsuccess = () => done(request.result);
    });
    const transaction = db.transaction('versions', 'readwrite');
    transaction.objectStore('versions').put({ number: 1, digest: 'seeded', pack });
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    db.close();
  }, pack);
}
