/**
 * Items in batches of `size`: enough to be worth the trip to a thread, few enough that all threads end at once. Where the
 * source has nothing more just now, those that are there go on their way, so that a pipe can be read along.
 */
export async function* batchesOf<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  const from = items[Symbol.asyncIterator]();
  let asked = from.next();
  let batch: T[] = [];
  let idle: Promise<null> | null = null;
  while (true) {
    const next = idle ? await Promise.race([asked, idle]) : await asked;
    if (next && !next.done) {
      batch.push(next.value);
      asked = from.next();
      // What is in memory comes before the event loop goes round.
      idle ??= new Promise((done) => setImmediate(done, null));
      if (batch.length < size) continue;
    }
    if (batch.length > 0) yield batch;
    batch = [];
    idle = null;
    if (next?.done) return;
  }
}
