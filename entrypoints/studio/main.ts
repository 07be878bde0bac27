import { startStudio } from '../../lib/studio/start';

void startStudio(document.querySelector('#studio') as HTMLElement);
