/** The dialogs of the reviewer: all keys in one place, and the reviewer's name. */
import { useState } from 'preact/hooks';
import { Dialog } from '../../ui/dialog';
import { keyPart } from '../../ui/principles';
import { Switch } from '../../ui/switch';
import { t } from '../../ui/text';
import { COMMANDS, type Command, capOf } from './keys';
import { nameReviewer, reviewer, setSingleKeys, singleKeys } from './reviewer';

export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog class="replies-dialog" title={t('keys_title')} onClose={onClose}>
      <dl class="key-list">
        {(Object.keys(COMMANDS) as Command[]).map((name) => (
          <div key={name}>
            <dt>{t(`replies_key_${keyPart(name)}`)}</dt>
            <dd>
              <kbd>{capOf(name)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p class="switch-line">
        <span>
          {t('replies_single_keys')}
          <span class="soft"> {t('replies_single_keys_text')}</span>
        </span>
        <Switch on={singleKeys.value} label={t('replies_single_keys')} onChange={setSingleKeys} />
      </p>
      <div class="actions">
        <span class="spacer" />
        {/* biome-ignore lint/a11y/noAutofocus: else the switch above would have it, and a key too many would turn it */}
        <button type="button" class="button primary" autoFocus onClick={onClose}>
          {t('action_close')}
        </button>
      </div>
    </Dialog>
  );
}

/** `onNamed`: what the reviewer was about to do. */
export function NameDialog({ onClose, onNamed }: { onClose(): void; onNamed(): void }) {
  const [name, setName] = useState(reviewer.value);
  return (
    <Dialog class="replies-dialog" title={t('replies_name_title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!name.trim()) return;
          nameReviewer(name);
          onNamed();
        }}
      >
        <p class="soft">{t('replies_name_text')}</p>
        <input
          class="field"
          type="text"
          maxLength={80}
          autocomplete="name"
          aria-label={t('replies_name')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <div class="actions">
          <button type="submit" class="button primary" disabled={!name.trim()}>
            {t('replies_name_keep')}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t('replies_cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
