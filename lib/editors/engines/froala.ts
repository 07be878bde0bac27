import { typeAsStep, undoKey } from '../ways';
import type { Engine } from './engine';

export const froala: Engine = {
  name: 'Froala',
  editables: ['.fr-element'],
  line: [typeAsStep],
  undo: [undoKey],
};
