import { startPanel } from '../../lib/panel/start';

startPanel(document.querySelector('#panel') as HTMLElement);
