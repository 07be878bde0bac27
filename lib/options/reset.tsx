/** Everything as on the first day, asked once more. */
import { useRef, useState } from 'preact/hooks';
import { DEFAULTS } from '../store/settings';
import { t } from '../ui/text';
import { Section } from './section';
import type { OptionsState } from './state';

export function Reset({ state }: { state: OptionsState }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [done, setDone] = useState(false);
  const reset = async () => {
    // Who has seen the introduction has seen it; the list of sites says what the browser permits.
    await state.change(({ introduced, sites }) => ({ ...DEFAULTS, introduced, sites }));
    dialog.current?.close();
    setDone(state.failure.value === null);
  };
  return (
    <Section id="reset" title={t('options_reset')} text={t('options_reset_text')}>
      <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
        {t('options_reset_do')}
      </button>
      <span class="soft news" role="status">
        {done && t('options_reset_done')}
      </span>
      <dialog ref={dialog} aria-labelledby="reset-sure">
        <h2 id="reset-sure">{t('options_reset_sure')}</h2>
        <p class="soft">{t('options_reset_text')}</p>
        <div class="actions">
          <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
            {t('options_reset_cancel')}
          </button>
          <button type="button" class="button" onClick={reset}>
            {t('options_reset_do')}
          </button>
        </div>
      </dialog>
    </Section>
  );
}
