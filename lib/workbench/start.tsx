import { render } from 'preact';
import { loadMessages } from '../ui/load-messages';
import { t } from '../ui/text';
import { WorkbenchPage } from './page';
import { createRuns } from './runs';

/** Draws the audit workbench into `root`. */
export async function startWorkbench(root: HTMLElement): Promise<void> {
  await loadMessages();
  document.title = `${t('extensionName')} · ${t('audit_title')}`;
  render(<WorkbenchPage runs={await createRuns()} />, root);
}
