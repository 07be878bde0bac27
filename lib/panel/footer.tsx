import { keysInForce } from '../page/keys';
import type { Settings } from '../store/settings';
import { Shield } from '../ui/icons';
import { t } from '../ui/text';
import { openOwnPage } from './header';
import { Key } from './keys-dialog';

/** What the agent may rely on, and the one key to remember. */
export function Footer({ settings, hint, onKeys }: { settings: Settings; hint: boolean; onKeys(): void }) {
  const next = keysInForce(settings.keys).next;
  return (
    <footer>
      <button type="button" class="link" onClick={() => openOwnPage('/options.html#privacy')}>
        <Shield /> {t('panel_private')}
      </button>
      <span class="spacer" />
      {hint && next && (
        <button type="button" class="link" title={t('keys_title')} onClick={onKeys}>
          <Key text={next} /> {t('panel_next_hint')}
        </button>
      )}
    </footer>
  );
}
