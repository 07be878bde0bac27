/**
 * What is kept of packs in `storage.local`. The packs themselves stand in the database, by their digest. The policy's
 * lies over the agent's own, which stays beneath it for the day when the policy withdraws it.
 */
import { browser } from 'wxt/browser';
import { NO_PACK, PACK_KEY, type PackSource, type PackState } from '../../pack/pack';

export type Taken = NonNullable<PackState['live']>;

/** Read and allowed, and not through its check yet: a worker that is stopped meanwhile begins it again. */
export interface Pending {
  digest: string;
  source: PackSource;
  /** How often its check was begun. */
  tries: number;
}

export interface Slot {
  live: Taken | null;
  before: Taken | null;
  pending: Pending | null;
}

export interface KeptPacks {
  policy: Slot;
  own: Slot;
  /** The public key that packs must be signed with; null: they need not be. */
  key: string | null;
}

export const EMPTY: Slot = { live: null, before: null, pending: null };
const KEY = 'packs';

export async function loadKept(): Promise<{ kept: KeptPacks; state: PackState }> {
  const stored = await browser.storage.local.get([KEY, PACK_KEY]);
  const packs = stored[KEY] as Partial<KeptPacks> | undefined;
  return {
    kept: { policy: { ...EMPTY, ...packs?.policy }, own: { ...EMPTY, ...packs?.own }, key: packs?.key ?? null },
    state: { ...NO_PACK, ...(stored[PACK_KEY] as Partial<PackState> | undefined) },
  };
}

export const saveKept = (kept: KeptPacks): Promise<void> => browser.storage.local.set({ [KEY]: kept });
export const saveState = (state: PackState): Promise<void> => browser.storage.local.set({ [PACK_KEY]: state });

/** Digests of all packs that may be asked for again. */
export function digestsIn({ policy, own }: KeptPacks): string[] {
  return [policy, own].flatMap(({ live, before, pending }) =>
    [live, before, pending].flatMap((one) => one?.digest ?? []),
  );
}
