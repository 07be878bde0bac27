/** The studio over its versions: every change makes a new one. Several tabs may be at it at once. */
import { batch, signal } from '@preact/signals';
import { diff } from '../pack/diff';
import type { Content } from '../pack/items';
import { merge } from '../pack/merge';
import { nextVersion } from '../pack/next-version';
import { NO_PACK, type Pack, type PackState } from '../pack/pack';
import { EMPTY_LAYER, type Layer } from '../phrasebank/layer';
import type { Database } from '../store/database';
import { t } from '../ui/text';
import { openVersions } from './kept-versions';
import type { Studio, Unkept, Version } from './types';
import { BehindError, explainUnkept } from './versions/trouble';

const AUTHOR = 'studio-author';

/** What the studio needs of the browser, so that it is tested without one. */
export interface Outside {
  now(): string;
  /** Holds what is live in this browser, now and whenever it changes. */
  followLive(held: { value: PackState }): void;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Tells the other tabs that there is a new version. */
  announce(): void;
  watchOthers(listener: () => void): void;
}

export async function createStudio(db: Database, outside: Outside): Promise<Studio> {
  const kept = await openVersions(db);
  const layer = signal<Layer>(EMPTY_LAYER);
  const versions = signal<readonly Version[]>([]);
  const about = signal<Studio['about']['value']>({ id: crypto.randomUUID(), name: '', language: 'en', pilot: [] });
  const live = signal<PackState>(NO_PACK);
  const author = signal(outside.storage.getItem(AUTHOR) ?? '');
  const unkept = signal<Unkept | null>(null);

  const show = () =>
    batch(() => {
      const newest = kept.newest();
      layer.value = newest?.layer ?? EMPTY_LAYER;
      if (newest) about.value = (({ id, name, language, pilot }) => ({ id, name, language, pilot }))(newest);
      versions.value = kept.list();
    });
  const contentNow = (): Content => kept.newest() ?? { ...about.value, layer: EMPTY_LAYER };
  const contentAt = async (number: number): Promise<Content> =>
    number === 0 ? { ...contentNow(), layer: EMPTY_LAYER } : (await kept.read(number)).pack;

  const packOf = async (content: Content, note: string, theirs?: Pack): Promise<Pack> => {
    const newest = kept.newest();
    if (theirs && isNext(theirs, kept.list()[0]) && diff(theirs, content).length === 0) {
      const { signature: _, ...pack } = theirs;
      return pack;
    }
    const parents = [newest, theirs].filter((one) => one !== null && one !== undefined);
    const { id } = newest ?? theirs ?? about.value;
    return nextVersion(content, parents, { id, author: author.value, note, savedAt: outside.now() });
  };

  /** `ours` was made of `base`; what other tabs made since stays. */
  const keep = async (base: Content, ours: Content, note: string, theirs?: Pack) => {
    for (;;) {
      const newest = contentNow();
      const { content, conflicts } = base === newest ? { content: ours, conflicts: [] } : merge(base, ours, newest);
      if (conflicts.length > 0) throw new BehindError(conflicts);
      const pack = await packOf(content, note, theirs);
      try {
        if (await kept.add(pack, theirs)) break;
        show();
      } catch (error) {
        const before = unkept.value;
        const whole = before ? { ...pack, ...merge(before.base, content, before.pack).content } : pack;
        unkept.value = { pack: whole, base: before?.base ?? newest, problem: explainUnkept(error as Error) };
        throw new Error(unkept.value.problem, { cause: error });
      }
    }
    show();
    outside.announce();
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: each begins from what the one before it made. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  const change = (alter: (content: Content) => Content, note: string, since?: number) =>
    inTurn(async () => {
      const base = since === undefined ? contentNow() : await contentAt(since);
      await keep(base, alter(base), note);
    });

  outside.followLive(live);
  outside.watchOthers(() => {
    void inTurn(() => kept.catchUp().then(show));
  });
  show();
  return {
    layer,
    versions,
    about,
    live,
    author,
    unkept,
    setAuthor(name) {
      author.value = name.trim();
      outside.storage.setItem(AUTHOR, author.value);
    },
    setAbout: (wanted) => change((content) => ({ ...content, ...wanted }), ''),
    save: (alter, note, since) => change((content) => ({ ...content, layer: alter(content.layer) }), note, since),
    take: (content, note, theirs) => inTurn(() => keep(contentNow(), content, note, theirs)),
    undo: () =>
      inTurn(async () => {
        const [newest, before] = kept.list();
        if (!newest) return;
        await keep(contentNow(), await contentAt(before?.number ?? 0), t('studio_note_undone', newest.number));
      }),
    restore: (number) =>
      inTurn(async () => keep(contentNow(), await contentAt(number), t('studio_note_restored', number))),
    async keepAgain() {
      const waiting = unkept.value;
      if (!waiting) return;
      unkept.value = null;
      try {
        await inTurn(() => keep(waiting.base, waiting.pack, waiting.pack.note));
      } catch (error) {
        unkept.value ??= waiting;
        throw error;
      }
    },
    giveUp() {
      unkept.value = null;
    },
    read: async (number) => (await kept.read(number)).pack.layer,
    pack: async (number) => (await kept.read(number)).pack,
    find: kept.find,
  };
}

/** Whether a pack was made of the newest version here: then it is the next one as it stands, and both have the same. */
function isNext({ after, version }: Pack, newest: Version | undefined): boolean {
  return !newest || (after.includes(newest.digest) && version > newest.number);
}
