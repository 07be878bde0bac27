import { render } from 'preact';
import { loadMessages } from '../ui/load-messages';
import { t } from '../ui/text';
import { WorkbenchPage } from './page';
import { createRuns } from './runs';
import { explainOpening } from './trouble';

/** Draws the audit workbench into `root`; where there is no database to be had, why and what to do. */
export async function startWorkbench(root: HTMLElement): Promise<void> {
  await loadMessages();
  document.title = `${t('extensionName')} · ${t('audit_title')}`;
  try {
    const runs = await createRuns({ onBlocked: () => render(<Trouble text={t('audit_trouble_blocked')} />, root) });
    render(<WorkbenchPage runs={runs} />, root);
  } catch (error) {
    render(<Trouble text={explainOpening(error as Error)} />, root);
  }
}

function Trouble({ text }: { text: string }) {
  return (
    <main>
      <p class="problem" role="alert">
        {text}
      </p>
    </main>
  );
}
