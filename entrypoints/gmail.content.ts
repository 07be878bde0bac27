import { defineContentScript } from 'wxt/utils/define-content-script';
import { gmail } from '../lib/hosts/gmail';
import { MATCHES_OF } from '../lib/hosts/matches';
import { startCoach } from '../lib/page/start';

export default defineContentScript({
  matches: MATCHES_OF.gmail,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main: (context) => startCoach({ hosts: [gmail], signal: context.signal }),
});
