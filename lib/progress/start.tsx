import { render } from 'preact';
import { loadMessages } from '../ui/load-messages';
import { t } from '../ui/text';
import { ProgressPage } from './page';
import { createProgressState } from './state';

/** Draws the agent's own view into `root`. */
export async function startProgress(root: HTMLElement): Promise<void> {
  await loadMessages();
  document.title = `${t('extensionName')} · ${t('progress_title')}`;
  render(<ProgressPage state={createProgressState()} />, root);
}
