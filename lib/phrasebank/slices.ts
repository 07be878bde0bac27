/** Long work as a generator: in one go, or in slices between which others have their turn. */

/** In ms: less than a frame, so that a keystroke that comes meanwhile is not noticed to wait. */
const SLICE = 8;

export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as T;
  }
}

/** What `pause` throws ends the work. */
export async function inSlices<T>(work: Generator<unknown, T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = work.next();
      if (done) return value as T;
    } while (performance.now() < until);
    await pause();
  }
}
