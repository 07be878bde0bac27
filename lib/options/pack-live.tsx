/** What there is to know of the pack that is live. */
import { isCoached } from '../pack/languages';
import type { PackState } from '../pack/pack';
import { Check } from '../ui/icons';
import { packName } from '../ui/pack-name';
import { language, plural, t } from '../ui/text';

export function LivePack({ pack }: { pack: PackState['live'] }) {
  if (!pack) return <p class="soft">{t('options_pack_none')}</p>;
  const { author, savedAt, takenAt, entries, note, signed, source } = pack;
  const saved = author ? t('options_pack_saved_by', author, day(savedAt)) : t('options_pack_saved', day(savedAt));
  return (
    <>
      <p class="pack-name">
        <strong>{packName(pack)}</strong>
        {signed && (
          <span class="chip">
            <Check size={12} /> {t('options_pack_signed')}
          </span>
        )}
      </p>
      <p class="soft">
        {plural('options_pack_entries', entries)} · {saved} · {t(`options_pack_from_${source}`, day(takenAt))}
      </p>
      {note && <p class="pack-note">{note}</p>}
      {!isCoached(pack.language) && <p class="failure">{t('options_pack_quiet', languageName(pack.language))}</p>}
    </>
  );
}

const day = (at: string) => new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(at));

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(language(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
