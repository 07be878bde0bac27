/** Outlook on the web. What comes after the mark where it appends, or after a reply's header, is the quoted mail. */
import { PREVIEW } from './preview';
import type { HostAdapter } from './types';

export const outlook: HostAdapter = {
  ...PREVIEW,
  id: 'outlook',
  name: 'Outlook',
  hostnames: ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com'],
  expectsBox: (location) => /^\/mail\//.test(location.pathname),

  boxes: ['[id^="editorParent_"] [contenteditable="true"]'],
  notBoxes: ['[role="search"]'],
  notDraft: [
    '#Signature',
    '#appendonsend',
    '#appendonsend ~ *',
    '#divRplyFwdMsg',
    '#divRplyFwdMsg ~ *',
    '#mail-editor-reference-message-container',
  ],
  kind: () => 'reply',
};
