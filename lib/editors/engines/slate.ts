import { announce, announceUndo, undoKey } from '../ways';
import type { Engine } from './engine';

export const slate: Engine = {
  name: 'Slate',
  editables: ['[data-slate-editor]'],
  // What is typed without being announced changes the page and not the model.
  line: [announce],
  undo: [announceUndo, undoKey],
};
