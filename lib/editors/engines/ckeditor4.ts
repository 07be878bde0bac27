import { paste, typeAsStep, undoKey } from '../ways';
import type { Engine } from './engine';

/** Its editable is mostly the body of a frame that it writes itself. */
export const ckeditor4: Engine = {
  name: 'CKEditor 4',
  editables: ['.cke_editable'],
  // In Firefox it has the browser paste into a field of its own, and finds that empty.
  line: import.meta.env.FIREFOX ? [typeAsStep] : [paste, typeAsStep],
  undo: [undoKey],
};
