import { defineContentScript } from 'wxt/utils/define-content-script';
import { MATCHES_OF } from '../lib/hosts/matches';
import { zendesk } from '../lib/hosts/zendesk';
import { startCoach } from '../lib/page/start';

export default defineContentScript({
  matches: MATCHES_OF.zendesk,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  // An older script of ours hears of the newer one by an event; a message would reach the page's own listeners.
  noScriptStartedPostMessage: true,
  main: (context) => startCoach({ hosts: [zendesk], signal: context.signal }),
});
