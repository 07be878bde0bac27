import { paste, typeAsStep, undoKey } from '../ways';
import type { Engine } from './engine';

/** Its editable is mostly the body of a frame that it writes itself. */
export const ckeditor4: Engine = {
  name: 'CKEditor 4',
  editables: ['.cke_editable'],
  line: [paste, typeAsStep],
  undo: [undoKey],
};
