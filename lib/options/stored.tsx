/** All that is kept in this browser: how much of it, to be looked at and deleted. */
import { useEffect, useState } from 'preact/hooks';
import { askPacks } from '../panel/ask-packs';
import { type Amount, amounts, deleteKept, KEPT_NAMES, type Kept, lookAt } from '../store/stored';
import { Dialog } from '../ui/dialog';
import { t } from '../ui/text';
import { count as number, size } from '../workbench/home/words';

export function StoredList() {
  const [kept, setKept] = useState<Record<Kept, Amount> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [looked, setLooked] = useState<{ name: Kept; text: string } | null>(null);
  const [asked, setAsked] = useState<Kept | null>(null);
  const [news, setNews] = useState('');

  const guarded = (work: () => Promise<void>) =>
    work().then(
      () => setFailure(null),
      (error) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  const read = () => guarded(async () => setKept(await amounts()));
  useEffect(() => void read(), []);

  const remove = (name: Kept) =>
    guarded(async () => {
      if (name === 'pack') await askPacks({ type: 'drop-pack' });
      else if (name !== 'settings' && name !== 'policy') await deleteKept(name);
      setAsked(null);
      setNews(t('options_stored_deleted', t(`options_stored_${name}`)));
      setKept(await amounts());
    });

  return (
    <div>
      <h3>{t('options_stored')}</h3>
      <p class="soft">{t('options_stored_text')}</p>
      {failure !== null && (
        <p role="alert" class="failure">
          {t('options_stored_failed', failure)}
        </p>
      )}
      <ul class="stored" aria-busy={kept === null}>
        {KEPT_NAMES.map((name) => {
          const { count, bytes } = kept?.[name] ?? { count: 0, bytes: 0 };
          const label = t(`options_stored_${name}`);
          return (
            <li key={name} class="stored-line" data-kept={name}>
              <span class="name">{label}</span>
              <span class="soft amount">
                {count === 0 ? t('options_stored_none') : t('options_stored_amount', number(count), size(bytes))}
              </span>
              <span class="actions">
                <button
                  type="button"
                  class="button quiet"
                  disabled={count === 0}
                  aria-label={t('options_stored_look_label', label)}
                  onClick={() => guarded(async () => setLooked({ name, text: await lookAt(name) }))}
                >
                  {t('options_stored_look')}
                </button>
                {name === 'settings' ? (
                  <a class="button quiet" href="#reset">
                    {t('options_reset')}
                  </a>
                ) : (
                  name !== 'policy' && (
                    <button
                      type="button"
                      class="button quiet"
                      disabled={count === 0}
                      aria-label={t('options_stored_delete_label', label)}
                      onClick={() => setAsked(name)}
                    >
                      {t('options_stored_delete')}
                    </button>
                  )
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="soft news" role="status">
        {news}
      </p>
      {looked && (
        <Dialog title={t(`options_stored_${looked.name}`)} class="wide" onClose={() => setLooked(null)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
          <pre tabIndex={0}>{looked.text}</pre>
          <div class="actions">
            <button type="button" class="button primary" onClick={() => setLooked(null)}>
              {t('options_stored_close')}
            </button>
          </div>
        </Dialog>
      )}
      {asked && (
        <Dialog title={t('options_stored_sure', t(`options_stored_${asked}`))} onClose={() => setAsked(null)}>
          <p class="soft">{t(asked === 'signingKeys' ? 'options_stored_sure_keys' : 'options_stored_sure_text')}</p>
          <div class="actions">
            <button type="button" class="button primary" onClick={() => setAsked(null)}>
              {t('options_stored_keep')}
            </button>
            <button type="button" class="button" onClick={() => remove(asked)}>
              {t('options_stored_delete')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
