/** Times, and what they come to. */

/** ms that it took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

export function p95(times: readonly number[]): number {
  return quantile(times, 0.95);
}

/** The nearest rank: a time that was measured, not one between two. NaN where there is none. */
function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
