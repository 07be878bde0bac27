import { announce, paste, undoKey } from '../ways';
import type { Engine } from './engine';

export const ckeditor5: Engine = {
  name: 'CKEditor 5',
  editables: ['.ck-editor__editable', '.ck-content'],
  // What is typed without being announced it takes back in Chromium.
  line: [announce, paste],
  // Announced lines are one step of undo each; pasted ones are one together.
  lines: [paste],
  undo: [undoKey],
};
