import { defineContentScript } from 'wxt/utils/define-content-script';
import { MATCHES_OF } from '../lib/hosts/matches';
import { zendesk } from '../lib/hosts/zendesk';
import { startCoach } from '../lib/page/start';

export default defineContentScript({
  matches: MATCHES_OF.zendesk,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main: (context) => startCoach({ hosts: [zendesk], signal: context.signal }),
});
