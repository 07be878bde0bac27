/** What the views share of saving: one at a time, what was saved in words, and what went wrong. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Layer } from '../phrasebank/layer';
import type { Studio } from './types';

export interface Saving {
  /** What the last save did, in words; '' where nothing was saved since the page was opened. */
  news: ReadonlySignal<string>;
  /** Why the last try failed; '' where it did not. */
  trouble: ReadonlySignal<string>;
  /** Makes a version; whether it could be kept. `news`: also its note, where the manager gave none. */
  save(change: (layer: Layer) => Layer, news: string, more?: { note?: string; since?: number }): Promise<boolean>;
  undo(): Promise<boolean>;
}

export function createSaving(studio: Studio, undone: string): Saving {
  const news = signal('');
  const trouble = signal('');
  const attempt = async (done: string, work: () => Promise<void>) => {
    try {
      await work();
      news.value = done;
      trouble.value = '';
      return true;
    } catch (error) {
      trouble.value = (error as Error).message;
      return false;
    }
  };
  return {
    news,
    trouble,
    save: (change, done, { note, since } = {}) => attempt(done, () => studio.save(change, note || done, since)),
    undo: () => attempt(undone, () => studio.undo()),
  };
}
