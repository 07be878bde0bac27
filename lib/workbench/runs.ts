import { signal } from '@preact/signals';
import type { Runs } from './types';

export async function createRuns(): Promise<Runs> {
  const no = () => Promise.reject(new Error('not there yet'));
  return { all: signal([]), start: no, pause: no, goOn: no, rename: no, remove: no, open: no };
}
