/** How long something still takes, by how fast it went of late. Pure but for what it remembers. */

/** Speed is looked at over so long: shorter jumps about, longer is late. */
const WINDOW_MS = 30_000;
/** Nothing is said before so long: the first steps are slow. */
const LEAST_MS = 4_000;

export interface Pace {
  /** ms left; null while it can't be told. `now` in ms, of any clock that only goes forward. */
  left(done: number, total: number, now: number): number | null;
}

export function createPace(): Pace {
  let seen: { done: number; now: number }[] = [];
  return {
    left(done, total, now) {
      const last = seen.at(-1);
      // Another phase, or a break: what was measured before says nothing of what comes.
      if (last && done < last.done) seen = [];
      if (!last || done !== last.done) seen.push({ done, now });
      while (seen.length > 2 && (seen[1] as { now: number }).now < now - WINDOW_MS) seen.shift();
      const first = seen[0];
      if (!first || done === first.done || now - first.now < LEAST_MS) return null;
      return ((total - done) * (now - first.now)) / (done - first.done);
    },
  };
}
