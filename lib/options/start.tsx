import { render } from 'preact';
import { t } from '../ui/text';
import { OptionsPage } from './page';
import { createOptionsState } from './state';

/** Draws the settings into `root`. `#privacy` and the like open at that section. */
export function startOptions(root: HTMLElement): void {
  document.title = `${t('extensionName')} · ${t('options_title')}`;
  render(<OptionsPage state={createOptionsState()} />, root);
}
