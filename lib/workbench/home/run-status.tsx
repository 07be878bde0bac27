import type { ReadonlySignal } from '@preact/signals';
import type { Run } from '../../audit/model';
import type { Runs } from '../types';

/** How far a run is, over its views; nothing once it is done. */
export function RunStatus(_: { run: ReadonlySignal<Run>; runs: Runs }) {
  return null;
}
