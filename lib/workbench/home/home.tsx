import type { Runs } from '../types';

export function Home(_: { runs: Runs }) {
  return null;
}
