import { render } from 'preact';
import { openDatabase } from '../store/database';
import { followPackState } from '../store/pack-state';
import { loadMessages } from '../ui/load-messages';
import { PageTrouble } from '../ui/page-trouble';
import { t } from '../ui/text';
import { explainOpening } from '../workbench/trouble';
import { StudioPage } from './page';
import { createTester } from './tester';
import { createStudio, type Outside } from './versions';

/** Draws the studio into `root`; where there is no database to be had, why and what to do. */
export async function startStudio(root: HTMLElement): Promise<void> {
  await loadMessages();
  document.title = `${t('extensionName')} · ${t('studio_title')}`;
  try {
    const db = await openDatabase({ onBlocked: () => render(<PageTrouble text={t('audit_trouble_blocked')} />, root) });
    render(<StudioPage studio={await createStudio(db, outside)} tester={createTester()} />, root);
  } catch (error) {
    render(<PageTrouble text={explainOpening(error as Error)} />, root);
  }
}

const channel = new BroadcastChannel('reframe studio');

const outside: Outside = {
  now: () => new Date().toISOString(),
  storage: localStorage,
  followLive: followPackState,
  announce: () => channel.postMessage(null),
  watchOthers(listener) {
    channel.onmessage = listener;
  },
};
