/** The workers of this page. */
import { Caller } from './calls';
import { crewSize } from './crew';
import type { Team } from './foreman';
import type { ReadWorker } from './read-worker';
import type { ReviewWorker } from './review-worker';

export const pageTeam = (): Team => ({
  newReader: (onNews) =>
    new Caller<ReadWorker>(new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' }), onNews),
  newReviewer: (onNews) =>
    new Caller<ReviewWorker>(new Worker(new URL('./review-worker.ts', import.meta.url), { type: 'module' }), onNews),
  reviewers: crewSize(navigator.hardwareConcurrency),
});
