import { defineContentScript } from 'wxt/utils/define-content-script';
import { intercom } from '../lib/hosts/intercom';
import { MATCHES_OF } from '../lib/hosts/matches';
import { startCoach } from '../lib/page/start';

export default defineContentScript({
  matches: MATCHES_OF.intercom,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main: (context) => startCoach({ hosts: [intercom], signal: context.signal }),
});
