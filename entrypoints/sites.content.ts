import { defineContentScript } from 'wxt/utils/define-content-script';
import { PREVIEWS } from '../lib/hosts';
import { generic } from '../lib/hosts/generic';
import { startCoach } from '../lib/page/start';

/** For previews and sites of the agent's choice: lib/background/sites.ts registers it where they switched it on. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: (context) => startCoach({ hosts: [...PREVIEWS, generic], signal: context.signal }),
});
