/** All keys in one place. */
import { useEffect, useRef } from 'preact/hooks';
import { formatKey, KEY_COMMANDS, keysInForce } from '../page/keys';
import type { Settings } from '../store/settings';
import { keyPart } from '../ui/principles';
import { t } from '../ui/text';
import { openOwnPage } from './header';

export function KeysDialog({ settings, onClose }: { settings: Settings; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys = keysInForce(settings.keys);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('keys_title')}</h2>
      <p class="soft">{t('keys_text')}</p>
      <dl>
        {KEY_COMMANDS.map((name) => (
          <div key={name}>
            <dt>{t(`key_${keyPart(name)}`)}</dt>
            <dd>{keys[name] ? <Key text={keys[name]} /> : t('keys_none')}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" class="button" onClick={() => openOwnPage('/options.html#keys')}>
          {t('keys_change')}
        </button>
        <span class="spacer" />
        <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
          {t('action_close')}
        </button>
      </div>
    </dialog>
  );
}

/** 'Alt+Period' as the keys to press. */
export function Key({ text }: { text: string }) {
  return (
    <span class="key">
      {formatKey(text)
        .split(' ')
        .map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
    </span>
  );
}
