import { startOptions } from '../../lib/options/start';

startOptions(document.querySelector('#options') as HTMLElement);
