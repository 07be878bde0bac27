import type { PackState } from '../pack/pack';
import { keysInForce } from '../page/keys';
import type { Settings } from '../store/settings';
import { Shield } from '../ui/icons';
import { packName } from '../ui/pack-name';
import { t } from '../ui/text';
import { openOwnPage } from './header';
import { Key } from './keys-dialog';

interface Props {
  settings: Settings;
  pack: PackState['live'];
  hint: boolean;
  onKeys(): void;
}

/** What the agent may rely on, which pack is live, and the one key to remember. */
export function Footer({ settings, pack, hint, onKeys }: Props) {
  const next = keysInForce(settings.keys).next;
  return (
    <footer>
      <button type="button" class="link" onClick={() => openOwnPage('/options.html#privacy')}>
        <Shield /> {t('panel_private')}
      </button>
      {pack && (
        <button
          type="button"
          class="link live-pack"
          title={t('panel_pack')}
          onClick={() => openOwnPage('/options.html#pack')}
        >
          {packName(pack)}
        </button>
      )}
      <span class="spacer" />
      {hint && next && (
        <button type="button" class="link" title={t('keys_title')} onClick={onKeys}>
          <Key text={next} /> {t('panel_next_hint')}
        </button>
      )}
    </footer>
  );
}
