import { announce, announceUndo, paste, undoKey } from '../ways';
import type { Engine } from './engine';

export const lexical: Engine = {
  name: 'Lexical',
  editables: ['[data-lexical-editor]'],
  line: [announce, paste],
  undo: [announceUndo, undoKey],
  stepMs: 300,
};
