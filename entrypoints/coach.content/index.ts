import { defineContentScript } from 'wxt/utils/define-content-script';
import { MATCHES } from '../../lib/hosts/matches';
import { startCoach } from '../../lib/page/start';

export default defineContentScript({
  matches: MATCHES,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main: (context) => startCoach({ signal: context.signal }),
});
