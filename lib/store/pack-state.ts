/** Which pack is live, for every part to see. lib/background/pack writes it. */
import { browser } from 'wxt/browser';
import { NO_PACK, PACK_KEY, type PackState } from '../pack/pack';

export async function loadPackState(): Promise<PackState> {
  return stateIn((await browser.storage.local.get(PACK_KEY))[PACK_KEY]);
}

/** Holds what is live, now and whenever it is another, for as long as the page is there. */
export function followPackState(held: { value: PackState }, fail: (error: unknown) => void = console.error): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[PACK_KEY]) held.value = stateIn(changes[PACK_KEY].newValue);
  });
  loadPackState().then((state) => {
    held.value = state;
  }, fail);
}

function stateIn(stored: unknown): PackState {
  return { ...NO_PACK, ...(stored as Partial<PackState> | undefined) };
}
