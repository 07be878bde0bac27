import { startProgress } from '../../lib/progress/start';

void startProgress(document.querySelector('#progress') as HTMLElement);
