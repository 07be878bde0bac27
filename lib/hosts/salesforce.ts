/**
 * Salesforce's email to a case: CKEditor 4, two frames deep. The innermost frame is the editor's own; nothing around it
 * can be seen from there, and nothing of it from the page, so that its absence is no sign of anything.
 */
import { PREVIEW } from './preview';
import type { HostAdapter } from './types';

export const salesforce: HostAdapter = {
  ...PREVIEW,
  id: 'salesforce',
  name: 'Salesforce',
  hostnames: ['*.lightning.force.com'],

  boxes: ['body[role="textbox"][contenteditable="true"]', 'body.cke_editable[contenteditable="true"]'],
  notBoxes: [],
};
