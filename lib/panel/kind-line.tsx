/** To whom the box writes, where that needs a word. */
import type { Surface } from '../messages';
import { t } from '../ui/text';
import { openOwnPage } from './header';

/** How notes are read is the agent's choice: the way to it. */
export function NoteChoice() {
  return (
    <div>
      <button type="button" class="button small" onClick={() => openOwnPage('/options.html#coaching')}>
        {t('panel_note_change')}
      </button>
    </div>
  );
}

/** Some pages don't say whether it is a reply or a note. On a site that no adapter knows, everything is a reply. */
export function KindUnknown({ surface }: { surface: Surface | null }) {
  if (surface?.kind !== 'unknown' || surface.host === 'generic') return null;
  return <p class="aside">{t('panel_kind_unknown_text', surface.hostName)}</p>;
}
