/** The settings. */
import { useEffect } from 'preact/hooks';
import { t } from '../ui/text';
import { Carry } from './carry';
import { CoachingOptions } from './coaching';
import { Data } from './data';
import { Keys } from './keys';
import { TeamPack } from './pack';
import { Principles } from './principles';
import { Privacy } from './privacy';
import { Reset } from './reset';
import { Sites } from './sites';
import type { OptionsState } from './state';
import { Words } from './words';

export function OptionsPage({ state }: { state: OptionsState }) {
  const settings = state.settings.value;
  const ready = settings !== null;
  useEffect(() => {
    // The browser looked for the section before it was there.
    if (ready && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
  return (
    <>
      <header>
        <img src="/icon/icon.svg" width="36" height="36" alt="" />
        <div>
          <h1>{t('options_title')}</h1>
          <p class="soft">{t('options_lead')}</p>
        </div>
      </header>
      <div role="alert">
        {state.failure.value !== null && <p class="failure">{t('options_save_failed', state.failure.value)}</p>}
      </div>
      {settings && (
        <div class="columns">
          <nav aria-label={t('options_nav')}>
            <a href="#sites">{t('options_sites')}</a>
            <a href="#coaching">{t('options_coaching')}</a>
            <a href="#keys">{t('options_keys')}</a>
            <a href="#words">{t('options_words')}</a>
            <a href="#pack">{t('options_pack')}</a>
            <a href="#principles">{t('options_look')}</a>
            <a href="#data">{t('options_data')}</a>
            <a href="#privacy">{t('options_privacy')}</a>
            <a href="#carry">{t('options_carry')}</a>
            <a href="#reset">{t('options_reset')}</a>
          </nav>
          <main>
            <Sites settings={settings} state={state} />
            <CoachingOptions settings={settings} state={state} />
            <Keys settings={settings} state={state} />
            <Words settings={settings} state={state} />
            <TeamPack settings={settings} state={state} />
            <Principles settings={settings} state={state} />
            <Data settings={settings} state={state} />
            <Privacy settings={settings} />
            <Carry settings={settings} state={state} />
            <Reset state={state} />
          </main>
        </div>
      )}
    </>
  );
}
