/** The very text that an administrator enters, for whichever way their browsers are managed. */
import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Pack } from '../../pack/pack';
import { FIREFOX_ID, POLICY_WAYS, type PolicyWay, policyText, policyValues } from '../../pack/policy-texts';
import { saveFile } from '../../ui/save-file';
import { t } from '../../ui/text';
import { number } from '../../workbench/format';
import { CopyButton } from './copy-button';

/** A pack can be megabytes; nobody reads more than this, and a field that holds it all would be slow. */
const SHOWN = 4000;

export function PolicyText({ pack }: { pack: Pack }) {
  const [way, setWay] = useState<PolicyWay>('google');
  const [id, setId] = useState(browser.runtime.id === FIREFOX_ID ? '' : browser.runtime.id);
  const { file, text } = useMemo(
    () => policyText(way, policyValues(pack, pack.signature?.key), id.trim()),
    [pack, way, id],
  );
  const named = way === 'windows' || way === 'intune' || way === 'linux';
  return (
    <section class="card policy" aria-label={t('studio_way_policy')}>
      <label>
        <span>{t('studio_policy_where')}</span>
        <select class="field" value={way} onChange={(event) => setWay(event.currentTarget.value as PolicyWay)}>
          {POLICY_WAYS.map((one) => (
            <option key={one} value={one}>
              {t(`studio_policy_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <p>{t(`studio_policy_${way}_text`)}</p>
      {named && (
        <>
          <label>
            <span>{t('studio_policy_id')}</span>
            <input
              class="field key-text"
              value={id}
              aria-describedby="policy-id"
              onInput={(event) => setId(event.currentTarget.value)}
            />
          </label>
          <p class="soft hint" id="policy-id">
            {t('studio_policy_id_hint')}
          </p>
        </>
      )}
      {!pack.signature && <p class="soft">{t('studio_policy_unsigned')}</p>}
      <textarea
        class="field key-text"
        readonly
        rows={9}
        aria-label={t('studio_policy_text')}
        value={text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}
      />
      {text.length > SHOWN && <p class="soft">{t('studio_policy_cut', number(text.length))}</p>}
      <div class="actions">
        <CopyButton text={text} label={`${t('studio_copy')}: ${t('studio_policy_text')}`} />
        <button
          type="button"
          class="button"
          disabled={named && !id.trim()}
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), file)}
        >
          {t('studio_policy_save', file)}
        </button>
      </div>
    </section>
  );
}
