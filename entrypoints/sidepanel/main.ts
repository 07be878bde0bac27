import { startPanel } from '../../lib/panel/start';

void startPanel(document.querySelector('#panel') as HTMLElement);
