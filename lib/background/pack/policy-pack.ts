/** What the organisation's policy says of packs: which one, and which key it and every other must be signed with. */
import { browser } from 'wxt/browser';
import { digestOfText } from '../../pack/canonical';
import { LATE_MS } from '../managed';
import type { Packs } from './packs';

export type PackPolicy = Record<'pack' | 'packKey', string | null>;

interface Known {
  /** Since when (ms since 1970) it is not to be seen. */
  missingSince: Partial<Record<keyof PackPolicy, number>>;
  /** Of the pack that was looked at last, and of what it was judged by. */
  seen: string | null;
}

const KEY = 'packPolicy';

/**
 * `gone`: what the browser itself said is no more; else what is missing may only be late. `judgedBy`: whatever else a pack
 * is judged by: one that was refused is not tried again at every start, but where this is another.
 */
export async function takePackPolicy(
  said: PackPolicy,
  gone: ReadonlySet<string>,
  packs: Pick<Packs, 'setKey' | 'withdraw' | 'take'>,
  judgedBy: string,
  now = Date.now(),
): Promise<void> {
  const known: Known = {
    missingSince: {},
    seen: null,
    ...((await browser.storage.local.get(KEY))[KEY] as Partial<Known> | undefined),
  };
  const isGone = (name: keyof PackPolicy): boolean => {
    if (said[name] !== null) delete known.missingSince[name];
    else known.missingSince[name] ??= now;
    const since = known.missingSince[name];
    return since !== undefined && (gone.has(name) || now - since >= LATE_MS);
  };
  const keep = () => browser.storage.local.set({ [KEY]: known });

  const gonePack = isGone('pack');
  const goneKey = isGone('packKey');
  if (said.packKey !== null || goneKey) await packs.setKey(said.packKey?.trim() || null);
  if (gonePack) {
    await packs.withdraw();
    known.seen = null;
  }
  await keep();
  if (said.pack === null) return;
  const seen = await digestOfText(JSON.stringify([said, judgedBy]));
  if (seen === known.seen) return;
  await packs.take(said.pack, 'policy');
  known.seen = seen;
  await keep();
}
