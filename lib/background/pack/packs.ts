/**
 * Which pack is live. A pack is read, allowed, kept as pending, checked by its own examples, and only then live; whatever
 * fails on the way is a refusal with its reasons, and changes nothing else. What is pending survives the worker.
 */
import { digestOf } from '../../pack/canonical';
import { packInfo } from '../../pack/info';
import { isPublicKey } from '../../pack/keys';
import type { Pack, PackSource, PackState } from '../../pack/pack';
import { readPack } from '../../pack/read-pack';
import { BankError } from '../../phrasebank/schema';
import { t } from '../../ui/text';
import { whyNot } from './allowed';
import { type Check, faultsOf } from './check';
import { digestsIn, EMPTY, loadKept, type Pending, type Slot, saveKept, saveState } from './kept';
import type { Shelf } from './shelf';

export interface LivePack {
  pack: Pack;
  digest: string;
  /** It is the organisation's: the agent's own switches do not go over it. */
  binding: boolean;
}

export interface PacksParts extends Check {
  shelf: Shelf;
  /** The agent's team. */
  team(): string;
  /** Hears which pack is live, and whenever it is another. */
  onLive(live: LivePack | null): void;
  now(): string;
}

const MOST_FAULTS = 20;

export type Packs = Awaited<ReturnType<typeof createPacks>>;

export async function createPacks(parts: PacksParts) {
  const { shelf } = parts;
  const loaded = await loadKept();
  const { kept } = loaded;
  let { state } = loaded;
  let told: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let checking: Promise<void> | null = null;

  /** One after the other, so that none works with what another is about to change. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = turn.then(task);
    turn = done.catch(() => {});
    return done;
  };

  const show = async (change: Partial<PackState>) => {
    const next = { ...state, ...change };
    const same = JSON.stringify(next) === JSON.stringify(state);
    state = next;
    if (!same) await saveState(next);
    return next;
  };

  const slotOf = (source: PackSource): Slot => (source === 'policy' ? kept.policy : kept.own);
  const why = (pack: Pack | null) => (pack ? whyNot(pack, kept.key, parts.team()) : [t('pack_lost')]);

  const refusal = (source: PackSource, faults: string[], pack?: Pick<Pack, 'name' | 'version'> | null) => {
    const more = faults.length - MOST_FAULTS;
    const listed = more > 0 ? [...faults.slice(0, MOST_FAULTS), t('pack_more_faults', more)] : faults;
    const named = pack && { name: pack.name, version: pack.version };
    // Found again at every start, it is still the old news.
    if (state.refusal?.source === source && state.refusal.faults.join() === listed.join()) return state.refusal;
    return { source, at: parts.now(), ...named, faults: listed };
  };
  const refuse = (...args: Parameters<typeof refusal>) => show({ refusal: refusal(...args), checking: null });

  /** Finds out which pack is live, and says so. One that is not allowed any more stays for the day when it is again. */
  const settle = async (change: Partial<PackState> = {}) => {
    let found: LivePack | null = null;
    let live: PackState['live'] = null;
    for (const slot of [kept.policy, kept.own]) {
      if (!slot.live || found) continue;
      const pack = await shelf.get(slot.live.digest);
      const faults = await why(pack);
      if (pack && faults.length === 0) {
        found = { pack, digest: slot.live.digest, binding: slot === kept.policy };
        live = { ...slot.live, signed: kept.key !== null };
      } else change = { refusal: refusal(slot.live.source, faults, slot.live), ...change };
    }
    await saveKept(kept);
    await show({ ...change, live, previous: found?.binding ? null : kept.own.before });
    const telling = found ? `${found.digest} ${found.binding}` : '';
    if (telling !== told) parts.onLive(found);
    told = telling;
    return state;
  };

  const nextPending = () => kept.policy.pending ?? kept.own.pending;

  const checkAll = async () => {
    for (let pending = nextPending(); pending; pending = nextPending()) await checkOne(pending, slotOf(pending.source));
  };

  const checkOne = async (pending: Pending, slot: Slot) => {
    const pack = await shelf.get(pending.digest);
    const faults = pack
      ? await faultsOf(pack, pending, parts, {
          begin: () => saveKept(kept),
          wanted: () => slot.pending === pending,
          // Saying so also keeps the worker awake.
          onProgress: (done, all) => void show({ checking: { name: pack.name, done, all } }),
        })
      : [t('pack_lost')];
    await inTurn(async () => {
      // Another one was taken meanwhile.
      if (slot.pending !== pending) return;
      slot.pending = null;
      if (pack && faults.length === 0) {
        slot.before = slot.live;
        slot.live = { ...(await packInfo(pack, kept.key !== null)), source: pending.source, takenAt: parts.now() };
        await settle({ refusal: null, checking: null });
      } else {
        await saveKept(kept);
        await refuse(pending.source, faults, pack);
      }
      await shelf.keepOnly(digestsIn(kept));
    });
  };

  const check = () => {
    checking ??= checkAll().finally(() => {
      checking = null;
    });
    return checking;
  };

  const makePending = async (pack: Pack, source: PackSource) => {
    const slot = slotOf(source);
    const digest = await digestOf(pack);
    // With the same digest it may have another signature.
    await shelf.put(digest, pack);
    if (slot.pending?.digest === digest) return;
    slot.pending = slot.live?.digest === digest ? null : { digest, source, tries: 0 };
    await settle({ refusal: null, checking: slot.pending && { name: pack.name, done: 0, all: 0 } });
  };

  return {
    /** Gives what came of it. */
    async take(text: string, source: PackSource): Promise<PackState> {
      await inTurn(async () => {
        try {
          const pack = readPack(text, t('pack_file'));
          const overruled = kept.policy.live && (source === 'file' || source === 'studio');
          const faults = overruled ? [t('pack_by_policy')] : await why(pack);
          await (faults.length > 0 ? refuse(source, faults, pack) : makePending(pack, source));
        } catch (error) {
          if (!(error instanceof BankError)) throw error;
          await refuse(source, error.faults);
        }
      });
      await check();
      return state;
    },

    goBack: () =>
      inTurn(async () => {
        const { live, before } = kept.own;
        const faults = before ? await why(await shelf.get(before.digest)) : [];
        if (before && faults.length > 0) return refuse(before.source, faults, before);
        kept.own = { live: before && { ...before, takenAt: parts.now() }, before: live, pending: null };
        return settle({ refusal: null, checking: null });
      }),

    /** No pack of one's own any more. */
    drop: () =>
      inTurn(async () => {
        kept.own = { live: null, before: kept.own.live ?? kept.own.before, pending: null };
        return settle({ refusal: null, checking: null });
      }),

    /** The policy has no pack any more: what was there before comes back. */
    withdraw: () =>
      inTurn(async () => {
        if (kept.policy.live || kept.policy.pending) kept.policy = { ...EMPTY };
        return settle();
      }),

    /** The public key that every pack must be signed with from now on; null: none. */
    setKey: (key: string | null) =>
      inTurn(async () => {
        if (key === kept.key) return;
        if (key && kept.key && !(await isPublicKey(key)))
          return console.error('packKey is no key; the last one stays.');
        kept.key = key;
        await settle();
      }),

    /** The agent's own, which the policy's may lie over. */
    own: async (): Promise<Pack | null> => (kept.own.live ? shelf.get(kept.own.live.digest) : null),

    /** Finds anew what is live: the agent's team may be another. */
    settle: () => inTurn(() => settle()),

    /** Goes on with what was pending when the worker was stopped. */
    async resume(): Promise<void> {
      await inTurn(() => settle());
      await check();
    },
  };
}
