import { startWorkbench } from '../../lib/workbench/start';

void startWorkbench(document.querySelector('#workbench') as HTMLElement);
