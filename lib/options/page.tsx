/** The settings. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../ui/text';
import { Backup } from './backup';
import { Carry } from './carry';
import { CoachingOptions } from './coaching';
import { Contents } from './contents';
import { Data } from './data';
import { Keys } from './keys';
import { Looks } from './looks';
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
  const main = useRef<HTMLElement>(null);
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
          <Contents main={main} />
          <main ref={main}>
            <Sites settings={settings} state={state} />
            <CoachingOptions settings={settings} state={state} />
            <Looks settings={settings} state={state} />
            <Keys settings={settings} state={state} />
            <Words settings={settings} state={state} />
            <TeamPack settings={settings} state={state} />
            <Principles settings={settings} state={state} />
            <Privacy settings={settings} />
            <Data settings={settings} state={state} />
            <Carry settings={settings} state={state} />
            <Backup settings={settings} state={state} />
            <Reset state={state} />
          </main>
        </div>
      )}
    </>
  );
}
