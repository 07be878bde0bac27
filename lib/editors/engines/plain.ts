/** No engine: the browser's own editing, as in Gmail, and editors that are not known by name. */
import { announceOrType, browserUndo } from '../ways';
import type { Engine } from './engine';

export const plain: Engine = {
  name: 'contenteditable',
  editables: ['*'],
  line: [announceOrType],
  undo: [browserUndo],
};
