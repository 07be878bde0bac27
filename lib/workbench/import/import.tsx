import type { Runs } from '../types';

export function ImportView(_: { runs: Runs }) {
  return null;
}
