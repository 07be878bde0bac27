/** Which pack is live, for every part to see. lib/background/pack writes it. */
import { browser } from 'wxt/browser';
import { NO_PACK, PACK_KEY, type PackState } from '../pack/pack';

export async function loadPackState(): Promise<PackState> {
  return stateIn((await browser.storage.local.get(PACK_KEY))[PACK_KEY]);
}

export function watchPackState(listener: (state: PackState) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[PACK_KEY]) listener(stateIn(changes[PACK_KEY].newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}

function stateIn(stored: unknown): PackState {
  return { ...NO_PACK, ...(stored as Partial<PackState> | undefined) };
}
