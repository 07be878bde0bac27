import { startPractice } from '../../lib/practice/start';

void startPractice(document.querySelector('#practice') as HTMLElement);
