/**
 * Any other site that the agent switched on: the field in which they write at length is the reply box. Who said what
 * in the page is not known, so that no conversation is read.
 */
import type { HostAdapter } from './types';

export const generic: HostAdapter = {
  id: 'generic',
  name: '',
  hostnames: [],
  boxes: ['[contenteditable]:not([contenteditable="false"])', 'textarea'],
  notBoxes: [
    '[role="search"]',
    '[role="searchbox"]',
    '[role="combobox"]',
    '[aria-autocomplete="list"]',
    '[aria-multiline="false"]',
    'textarea[readonly]',
    'textarea[disabled]',
    '[aria-hidden="true"]',
    // A title that is edited in its place.
    'h1, h2, h3',
    // A page may keep the coach out of a field.
    '[data-reframe="off"]',
    // Where somebody signs in or pays.
    'form:has(input[type="password"])',
    'form:has([autocomplete^="cc-"])',
    '[autocomplete^="cc-"]',
    // Where code is written: its words are not for a customer.
    '.cm-editor',
    '.CodeMirror',
    '.monaco-editor',
    '.ace_editor',
    'pre',
    'code',
    '[role="code"]',
  ],
  notDraft: ['blockquote', '.gmail_quote', '.gmail_signature', '.signature', '#Signature'],
  ticket: (box) => box.ownerDocument,
  kind: () => 'unknown',
  channel: () => 'email',
  thread: [],
};
