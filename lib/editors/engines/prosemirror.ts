import { announceUndo, paste, type, undoKey } from '../ways';
import type { Engine } from './engine';

/** TipTap too, which is built on it. */
export const prosemirror: Engine = {
  name: 'ProseMirror',
  editables: ['.ProseMirror'],
  // It reads what the browser typed, and heeds no announcement of it.
  line: [type, paste],
  // The browser's own undo knows half of what stands here, and would undo the wrong thing.
  undo: [announceUndo, undoKey],
  stepMs: 500,
};
