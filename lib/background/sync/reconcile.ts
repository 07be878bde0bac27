/**
 * One thing of the agent's own, the same on all devices of their account: here to there where it was changed here, there
 * to here where it is newer there.
 */
import { digestOfText } from '../../pack/canonical';
import { fromItems, headIn, type Items, namesIn, ROOM, sizeOf, toItems } from './items';

/** The part of `storage.sync` that is needed. */
export interface Account {
  get(): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(names: string[]): Promise<void>;
}

export interface Carried {
  name: 'settings' | 'pack';
  /** As it is here; '' where there is none. */
  read(): Promise<string>;
  /** As it is on another device. Rejects where it can't be taken. */
  take(text: string): Promise<void>;
}

/** As it was here when account and device were last the same. */
export interface Known {
  savedAt: number;
  digest: string;
}

export type Outcome =
  | { known: Known | null }
  /** It takes so many bytes, and there is room for so many. */
  | { known: Known | null; tooLarge: { bytes: number; room: number } };

export async function reconcile(
  carried: Carried,
  account: Account,
  known: Known | null,
  now: number,
): Promise<Outcome> {
  const { name } = carried;
  const items = await account.get();
  const head = headIn(name, items);
  const here = await carried.read();
  const digest = await digestOfText(here);
  const changedHere = known !== null && known.digest !== digest;

  if (head && !changedHere && head.savedAt > (known?.savedAt ?? 0)) {
    if (head.digest === digest) return { known: { savedAt: head.savedAt, digest } };
    const there = await fromItems(name, head, items);
    // The rest of it is on its way.
    if (there === null) return { known };
    await carried.take(there);
    return { known: { savedAt: head.savedAt, digest: await digestOfText(await carried.read()) } };
  }
  const isThere = head && known && !changedHere && head.savedAt === known.savedAt;
  if (isThere || (!head && here === '')) return { known };

  const savedAt = changedHere || !known ? Math.max(now, (head?.savedAt ?? 0) + 1) : known.savedAt;
  const mine = await toItems(name, here, savedAt);
  const old = namesIn(name, items);
  const others = Object.fromEntries(Object.entries(items).filter(([key]) => !old.includes(key)));
  const room = ROOM - sizeOf(others);
  if (sizeOf(mine) > room) return { known, tooLarge: { bytes: sizeOf(mine), room } };
  const left = old.filter((key) => !(key in mine));
  // First what goes: for a moment both could be too much.
  if (left.length > 0) await account.remove(left);
  await account.set(mine);
  return { known: { savedAt, digest } };
}
