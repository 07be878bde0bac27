/** Help Scout. Its editor is an old Slate. Only the class on a customer's message is a certain sign of who wrote it. */
import { PREVIEW } from './preview';
import type { HostAdapter } from './types';

export const helpscout: HostAdapter = {
  ...PREVIEW,
  id: 'helpscout',
  name: 'Help Scout',
  hostnames: ['secure.helpscout.net'],
  expectsBox: (location) => /^\/conversation\/\d+/.test(location.pathname),

  boxes: ['[data-cy="ConvoEditor"][contenteditable="true"]', '[role="textbox"][aria-label="Reply Editor"]'],
  notBoxes: ['[id^="thread-"]'],

  thread: [
    {
      items: 'li > div[id^="thread-"]',
      role: (item) => (item.matches('.is-customer') ? 'customer' : null),
      body: ['[class*="is-wide-layout"]:not([data-testid])'],
      strip: ['blockquote', '.gmail_quote', 'button', 'time'],
    },
  ],
};
