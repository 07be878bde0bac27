/** The audits on this machine: kept in the database, worked on by workers of this page. */

import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { hostOf } from '../audit/import/helpdesks';
import type { EnginePack, EngineSetup, Run } from '../audit/model';
import { Foreman } from '../audit/run/foreman';
import { newRun } from '../audit/run/new-run';
import { removeRun } from '../audit/run/remove';
import { removeExpired } from '../audit/run/retention';
import { stopHere } from '../audit/run/stop-here';
import { pageTeam } from '../audit/run/team';
import type { PackState } from '../pack/pack';
import { type Database, type Opening, openDatabase } from '../store/database';
import { loadPackState } from '../store/pack-state';
import { coachOptions, loadSettings } from '../store/settings';
import { ownWordsTexts } from '../ui/own-words-texts';
import { createChanges } from './changes';
import { openRun } from './open-run';
import { explain } from './trouble';
import type { NewRun, Runs } from './types';

/** Opens the database and goes on with what is not done. Rejects where the browser keeps nothing. */
export async function createRuns({ onBlocked }: Pick<Opening, 'onBlocked'> = {}): Promise<Runs> {
  const db = await openDatabase({ onBlocked });
  const changes = createChanges();
  const all = signal<readonly Run[] | null>(null);
  const show = (run: Run) => {
    const others = (all.value ?? []).filter(({ id }) => id !== run.id);
    all.value = [...others, run].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  };
  const forget = (id: string) => {
    all.value = (all.value ?? []).filter((run) => run.id !== id);
  };
  const tell = (run: Run) => {
    show(run);
    changes.announce({ run: run.id, what: 'run' });
  };
  const foreman = new Foreman(db, { team: pageTeam(), tell, explain });

  /** What people decide is stored first; then whoever works on the run hears of it. */
  const change = async (id: string, alter: (run: Run) => Partial<Run>) => {
    const transaction = db.transaction('runs', 'readwrite');
    const run = await transaction.store.get(id);
    if (run) await transaction.store.put({ ...run, ...alter(run) });
    await transaction.done;
    if (run) tell({ ...run, ...alter(run) });
  };

  changes.listen(async ({ run: id, what }, here) => {
    if (here) return;
    if (what === 'removed') forget(id);
    if (what === 'removed') foreman.stop(id);
    if (what !== 'run') return;
    const run = await db.get('runs', id);
    if (!run) return;
    show(run);
    if (run.state === 'paused') foreman.stop(id);
    if (run.state === 'waiting') foreman.allow(id);
  });

  await removeExpired(db, (await loadSettings()).keepDays, Date.now());
  const runs = await db.getAll('runs');
  all.value = runs.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  foreman.wake();

  return {
    all,
    async start(wanted) {
      const run = await keepRun(db, wanted);
      tell(run);
      foreman.wake();
      return run.id;
    },
    async pause(id) {
      await change(id, ({ state }) => (state === 'running' || state === 'waiting' ? { state: 'paused' } : {}));
      foreman.stop(id);
    },
    async goOn(id) {
      await change(id, ({ state }) => (state === 'done' ? {} : { state: 'waiting', problem: undefined }));
      foreman.allow(id);
    },
    async stopHere(id) {
      foreman.stop(id);
      const run = await stopHere(db, id);
      if (run) tell(run);
      foreman.allow(id);
    },
    rename: (id, name) => change(id, () => ({ name })),
    async remove(id) {
      foreman.stop(id);
      await removeRun(db, id);
      forget(id);
      changes.announce({ run: id, what: 'removed' });
    },
    open: (id) => openRun({ db, id, all, changes }),
  };
}

async function keepRun(db: Database, { file, name, format, mapping, mask, helpdesk }: NewRun): Promise<Run> {
  // Else the browser may throw all away when the disk gets full. It may say no, and then does so only then.
  await navigator.storage.persist?.();
  const run = newRun({
    id: crypto.randomUUID(),
    name,
    createdAt: new Date().toISOString(),
    source: { name, bytes: file.size, format },
    mapping,
    masked: mask,
    engine: await engineSetup(helpdesk),
  });
  const transaction = db.transaction(['runs', 'sources'], 'readwrite');
  try {
    await Promise.all([
      transaction.objectStore('runs').put(run),
      transaction.objectStore('sources').put({ run: run.id, file }),
      transaction.done,
    ]);
  } catch (error) {
    throw new Error(explain(transaction.error ?? (error as Error)));
  }
  return run;
}

/** The team is that of who wrote a reply, and not that of who audits it. */
async function engineSetup(helpdesk: NewRun['helpdesk']): Promise<EngineSetup> {
  const [settings, { live }] = await Promise.all([loadSettings(), loadPackState()]);
  const { team: _, ...options } = coachOptions(settings);
  return {
    options: { ...options, ...(helpdesk && { host: hostOf(helpdesk) }) },
    words: settings.words,
    texts: ownWordsTexts(),
    version: browser.runtime.getManifest().version,
    pack: live && enginePack(live),
  };
}

function enginePack({ source, takenAt: _, ...info }: NonNullable<PackState['live']>): EnginePack {
  return { ...info, binding: source === 'policy' };
}
