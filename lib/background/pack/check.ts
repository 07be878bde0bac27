/** The long part of taking a pack: its examples, run while live coaching goes first. */
import type { Pack } from '../../pack/pack';
import { t } from '../../ui/text';
import type { Pending } from './kept';
import type { Proving } from './prove';

export interface Check {
  /** What is wrong with the pack: see `provePack`. */
  prove(pack: Pack, proving: Proving): Promise<string[]>;
  /** Lets everything that is more urgent go first. */
  pause(): Promise<void>;
}

interface Watching {
  /** That it was begun once more must be known when the worker does not come back from it. */
  begin(): Promise<void>;
  wanted(): boolean;
  onProgress(done: number, all: number): void;
}

/** A check that did not come to an end so often is not begun again. */
export const MOST_TRIES = 5;
const PROGRESS_MS = 300;

class Superseded extends Error {}

/** What is wrong with the pack; empty where nothing is, or where nobody wants to know any more. */
export async function faultsOf(
  pack: Pack,
  pending: Pending,
  { prove, pause }: Check,
  { begin, wanted, onProgress }: Watching,
): Promise<string[]> {
  if (pending.tries >= MOST_TRIES) return [t('pack_check_no_end')];
  pending.tries += 1;
  await begin();
  let told = 0;
  try {
    return await prove(pack, {
      async pause() {
        if (!wanted()) throw new Superseded();
        await pause();
      },
      onProgress(done, all) {
        if (performance.now() - told < PROGRESS_MS) return;
        told = performance.now();
        onProgress(done, all);
      },
    });
  } catch (error) {
    if (error instanceof Superseded) return [];
    return [t('pack_check_failed', error instanceof Error ? error.message : String(error))];
  }
}
