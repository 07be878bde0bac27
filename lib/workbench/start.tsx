import { render } from 'preact';
import { loadMessages } from '../ui/load-messages';
import { PageTrouble } from '../ui/page-trouble';
import { t } from '../ui/text';
import { WorkbenchPage } from './page';
import { createRuns } from './runs';
import { explainOpening } from './trouble';

/** Draws the audit workbench into `root`; where there is no database to be had, why and what to do. */
export async function startWorkbench(root: HTMLElement): Promise<void> {
  await loadMessages();
  document.title = `${t('extensionName')} · ${t('audit_title')}`;
  try {
    const runs = await createRuns({ onBlocked: () => render(<PageTrouble text={t('audit_trouble_blocked')} />, root) });
    render(<WorkbenchPage runs={runs} />, root);
  } catch (error) {
    render(<PageTrouble text={explainOpening(error as Error)} />, root);
  }
}
