import { defineContentScript } from 'wxt/utils/define-content-script';
import { gmail } from '../lib/hosts/gmail';
import { MATCHES_OF } from '../lib/hosts/matches';
import { startCoach } from '../lib/page/start';

export default defineContentScript({
  matches: MATCHES_OF.gmail,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  // An older script of ours hears of the newer one by an event; a message would reach the page's own listeners.
  noScriptStartedPostMessage: true,
  main: (context) => startCoach({ hosts: [gmail], signal: context.signal }),
});
