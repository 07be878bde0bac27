/** The key that packs are signed with: made here, or a colleague's from a file. */
import { useState } from 'preact/hooks';
import { FileButton } from '../../ui/file-button';
import { saveFile } from '../../ui/save-file';
import { t } from '../../ui/text';
import type { Studio } from '../types';
import { CopyButton } from './copy-button';
import type { NamedKey, SigningKeys } from './keys';

interface Props {
  keys: SigningKeys;
  studio: Studio;
  act(work: () => Promise<void>): void;
}

export function Signing({ keys, studio, act }: Props) {
  const chosen = keys.chosen.value;
  const make = () => {
    const whose = studio.author.value || studio.about.value.name || t('studio_unnamed');
    return keys.make(t('studio_sign_key_name', whose));
  };
  const open = async (file: File) => {
    const name = file.name.replace(/\.(pem|key)$/, '');
    await keys.add(await file.text(), name).catch((error: Error) => {
      throw new Error(t('studio_sign_bad', file.name), { cause: error });
    });
  };
  return (
    <section class="card signing" aria-labelledby="signing-title">
      <h3 id="signing-title">{t('studio_sign_title')}</h3>
      <p class="soft">{t('studio_sign_text')}</p>
      {keys.all.value.length > 0 && (
        <label>
          <span>{t('studio_sign_with')}</span>
          <select
            class="field"
            value={chosen?.publicKey ?? ''}
            onChange={(event) => keys.choose(event.currentTarget.value)}
          >
            <option value="">{t('studio_sign_none')}</option>
            {keys.all.value.map(({ publicKey, name }) => (
              <option key={publicKey} value={publicKey}>
                {name} ({fingerprint(publicKey)})
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen && <ChosenKey key={chosen.publicKey} chosen={chosen} keys={keys} act={act} />}
      <div class="actions">
        <button type="button" class="button" onClick={() => act(make)}>
          {t('studio_sign_make')}
        </button>
        <FileButton label={t('studio_sign_open')} accept=".pem,.key" onFile={(file) => act(() => open(file))} />
      </div>
    </section>
  );
}

/** The end of the public key: its beginning is the same in all. */
const fingerprint = (publicKey: string): string => `…${publicKey.replace(/=+$/, '').slice(-6)}`;

interface ChosenProps {
  chosen: NamedKey;
  keys: SigningKeys;
  act: Props['act'];
}

function ChosenKey({ chosen, keys, act }: ChosenProps) {
  const [asking, setAsking] = useState(false);
  const save = async () => {
    saveFile(new Blob([await keys.fileOf(chosen)], { type: 'application/x-pem-file' }), `${chosen.name}.pem`);
  };
  return (
    <>
      <div class="with-button">
        <label>
          <span>{t('studio_sign_public')}</span>
          <input class="field key-text" readonly value={chosen.publicKey} />
        </label>
        <CopyButton text={chosen.publicKey} label={`${t('studio_copy')}: ${t('studio_sign_public')}`} />
      </div>
      <p class="soft">{t('studio_sign_save_text')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => act(save)}>
          {t('studio_sign_save')}
        </button>
        {!asking && (
          <button type="button" class="button quiet" onClick={() => setAsking(true)}>
            {t('studio_sign_remove')}
          </button>
        )}
      </div>
      {asking && (
        <div class="problem" role="alert">
          <p>{t('studio_sign_remove_sure')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => act(() => keys.remove(chosen))}>
              {t('studio_sign_remove')}
            </button>
            <button type="button" class="button quiet" onClick={() => setAsking(false)}>
              {t('studio_sign_cancel')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
