import { paste, type, undoKey } from '../ways';
import type { Engine } from './engine';

export const draft: Engine = {
  name: 'Draft',
  editables: ['.public-DraftEditor-content'],
  // In Chromium what is typed over several formats is doubled, and of several lines the first are lost.
  line: [paste, type],
  undo: [undoKey],
};
