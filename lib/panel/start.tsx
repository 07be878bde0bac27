import { render } from 'preact';
import { loadMessages } from '../ui/load-messages';
import { Panel } from './panel';
import { createPanelState } from './state';
import { tabInAddress } from './watched-tab';

/** Draws the sidebar into `root`. `?tab=ID` names a tab; `&docked` is for the practice desk, which frames it. */
export async function startPanel(root: HTMLElement): Promise<void> {
  await loadMessages();
  const search = location.search;
  document.documentElement.toggleAttribute('data-docked', new URLSearchParams(search).has('docked'));
  render(<Panel state={createPanelState(tabInAddress(search))} />, root);
}
