import { startOptions } from '../../lib/options/start';

void startOptions(document.querySelector('#options') as HTMLElement);
