import type { Run } from '../model';

/** What is known of a run before anything of it is read. */
export type RunStart = Pick<Run, 'id' | 'name' | 'createdAt' | 'source' | 'mapping' | 'masked' | 'engine'>;

/** A run that waits for its turn. */
export function newRun(start: RunStart): Run {
  return {
    ...start,
    phase: 'reading',
    state: 'waiting',
    progress: { bytes: 0, rows: 0, messages: 0, grouped: 0, replies: 0, reviewed: 0 },
    scoreSum: 0,
    scored: 0,
    size: 0,
    leftOut: {},
    faults: 0,
  };
}
