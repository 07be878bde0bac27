import { render } from 'preact';
import { loadMessages } from '../ui/load-messages';
import { t } from '../ui/text';
import { OptionsPage } from './page';
import { createOptionsState } from './state';

/** Draws the settings into `root`. `#privacy` and the like open at that section. */
export async function startOptions(root: HTMLElement): Promise<void> {
  await loadMessages();
  document.title = `${t('extensionName')} · ${t('options_title')}`;
  render(<OptionsPage state={createOptionsState()} />, root);
}
