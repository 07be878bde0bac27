/** A colleague's file on its way in: what it would change, and where a person has to choose. */
import { useMemo, useState } from 'preact/hooks';
import { diff } from '../../pack/diff';
import { type Conflict, conflictId, merge, type Side } from '../../pack/merge';
import type { Pack } from '../../pack/pack';
import { t } from '../../ui/text';
import { moment } from '../../workbench/format';
import type { Studio } from '../types';
import { Changes } from './changes';
import { Conflicts } from './conflicts';
import type { OpenedFile } from './open-file';

interface Props {
  file: OpenedFile;
  studio: Studio;
  act(work: () => Promise<string>): Promise<void>;
  onClose(): void;
}

export function Incoming({ file, studio, act, onClose }: Props) {
  const { pack, common } = file;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const layer = studio.layer.value;
  const about = studio.about.value;
  const { content, conflicts } = useMemo(() => {
    if (common === 'next' || common === 'known' || !layer) return { content: pack, conflicts: [] };
    return merge(common, { ...about, layer }, pack, (conflict) => chosen.get(conflictId(conflict)) ?? 'ours');
  }, [common, about, layer, pack, chosen]);
  const changes = useMemo(() => (layer ? diff({ ...about, layer }, content) : []), [about, layer, content]);

  const from = [String(pack.version), pack.author || t('studio_version_anonymous')] as const;
  const take =
    (taken: typeof content, note: string, said: 'studio_incoming_merged' | 'studio_incoming_taken') => () => {
      void act(async () => {
        await studio.take(taken, note, pack);
        onClose();
        return t(said, studio.versions.value[0]?.number ?? '');
      });
    };
  const choose = (which: readonly Conflict[], side: Side) =>
    setChosen(new Map([...chosen, ...which.map((conflict) => [conflictId(conflict), side] as const)]));
  const open = conflicts.filter((conflict) => !chosen.has(conflictId(conflict)));

  return (
    <section class="incoming" aria-labelledby="incoming-title">
      <h2 id="incoming-title">{t('studio_incoming_title', pack.name || t('studio_unnamed'), pack.version)}</h2>
      <p class="soft">{t('studio_incoming_by', from[1], moment(pack.savedAt))}</p>
      {pack.note && <p>{pack.note}</p>}
      <Standing file={file} studio={studio} />
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} chosen={chosen} choose={choose} />}
      <div class="actions">
        {common === 'next' && (
          <button
            type="button"
            class="button primary"
            onClick={take(pack, t('studio_incoming_note_taken', ...from), 'studio_incoming_taken')}
          >
            {t('studio_incoming_take')}
          </button>
        )}
        {common !== 'next' && common !== 'known' && (
          <>
            <button
              type="button"
              class="button primary"
              disabled={open.length > 0}
              onClick={take(content, t('studio_incoming_note_merged', ...from), 'studio_incoming_merged')}
            >
              {t('studio_incoming_merge')}
            </button>
            <button
              type="button"
              class="button"
              onClick={take(pack, t('studio_incoming_note_taken', ...from), 'studio_incoming_taken')}
            >
              {t('studio_incoming_replace')}
            </button>
          </>
        )}
        <button type="button" class="button quiet" onClick={onClose}>
          {t('studio_incoming_close')}
        </button>
      </div>
      {common !== 'known' && (
        <>
          <h3 class="incoming-what">{t('studio_incoming_what')}</h3>
          {changes.length > 0 ? (
            <Changes changes={changes} order={[]} />
          ) : (
            <p class="soft">{t('studio_incoming_nothing')}</p>
          )}
        </>
      )}
    </section>
  );
}

/** How the file stands to what is here. */
function Standing({ file: { pack, common }, studio }: { file: OpenedFile; studio: Studio }) {
  const { id, language } = studio.about.value;
  const first = studio.versions.value.length === 0;
  const strange = !first && pack.id !== id;
  return (
    <>
      <p>{first ? t('studio_incoming_first') : standing(common)}</p>
      {strange && common === null && <p>{t('studio_incoming_other_pack')}</p>}
      {!first && pack.language !== language && <p>{t('studio_incoming_language', pack.language, language)}</p>}
    </>
  );
}

function standing(common: Pack | 'known' | 'next' | null): string {
  if (common === null) return t('studio_incoming_strangers');
  if (typeof common === 'object') return t('studio_incoming_common', common.version);
  return t(`studio_incoming_${common}`);
}
