import { announce, announceUndo, undoKey } from '../ways';
import type { Engine } from './engine';

export const quill: Engine = {
  name: 'Quill',
  editables: ['.ql-editor'],
  // Pasting is no way for Quill: where the clipboard can't be read, it deletes what is selected.
  line: [announce],
  undo: [announceUndo, undoKey],
  // Whatever follows within a second belongs to the same step of undo.
  stepMs: 1000,
};
