/** Front. Nothing is known of its composer: it is read like every other site, and named by its name. */
import { generic } from './generic';
import type { HostAdapter } from './types';

export const front: HostAdapter = {
  ...generic,
  id: 'front',
  name: 'Front',
  hostnames: ['*.frontapp.com'],
  preview: true,
};
