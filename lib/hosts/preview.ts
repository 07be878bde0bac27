/**
 * What previews have in common: no more is known of them than the reply box. Whether it writes to the customer or a note
 * is unknown, and who said what in the page is nobody's words until the markup says it for certain.
 */
import type { HostAdapter } from './types';

export const PREVIEW = {
  preview: true,
  notDraft: ['blockquote', '.gmail_quote', '.gmail_signature'],
  ticket: (box) => box.ownerDocument,
  kind: () => 'unknown',
  channel: () => 'email',
  thread: [],
} satisfies Partial<HostAdapter>;
