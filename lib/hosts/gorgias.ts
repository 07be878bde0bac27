/** Gorgias. Its editor is Draft. */
import { PREVIEW } from './preview';
import type { HostAdapter } from './types';

export const gorgias: HostAdapter = {
  ...PREVIEW,
  id: 'gorgias',
  name: 'Gorgias',
  hostnames: ['*.gorgias.com'],
  expectsBox: (location) => /^\/app\/ticket\/\d+/.test(location.pathname),

  boxes: ['.public-DraftEditor-content[contenteditable="true"]'],
  notBoxes: ['[role="search"]', '[role="combobox"]'],
};
