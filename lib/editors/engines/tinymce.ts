import { typeAsStep, undoKey } from '../ways';
import type { Engine } from './engine';

/** Its editable is mostly the body of a frame of `about:srcdoc`. */
export const tinymce: Engine = {
  name: 'TinyMCE',
  editables: ['.mce-content-body'],
  // Pasted lines become paragraphs of their own and tear the one they are put into.
  line: [typeAsStep],
  undo: [undoKey],
};
