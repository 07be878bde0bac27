/** Starts counting for the agent's own view, with the browser's storage and the agent's settings. */
import { browser } from 'wxt/browser';
import { openDatabase } from '../../store/database';
import { DEFAULTS, loadSettings, type Settings, watchSettings } from '../../store/settings';
import { COUNTING_KEY } from '../../store/wipe';
import { type Counting, createCounting } from './counting';
import type { ReplyInWork } from './reply-in-work';

export function startCounting(): Counting {
  let settings: Pick<Settings, 'counting' | 'keepExamples'> = { ...DEFAULTS, counting: false };
  const hear = (now: Settings) => {
    settings = now;
  };
  // Until they are read nothing is counted: the agent may have switched it off.
  const heard = loadSettings().then(hear, console.error);
  watchSettings(hear, new AbortController().signal);

  const counting = createCounting({
    settings: () => settings,
    open: openDatabase,
    memory: {
      async load() {
        await heard;
        return ((await browser.storage.session.get(COUNTING_KEY))[COUNTING_KEY] as ReplyInWork[] | undefined) ?? [];
      },
      save: (replies) => browser.storage.session.set({ [COUNTING_KEY]: replies }),
    },
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes[COUNTING_KEY] && !changes[COUNTING_KEY].newValue) counting.forget();
  });
  // Even where nothing is counted any more, what is too old goes.
  browser.runtime.onStartup.addListener(() => void counting.flush());
  return counting;
}
