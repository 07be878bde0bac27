/** Work side by side, its results in the order of what was given. */

/**
 * `work` on each of `source`, at most `ahead` of them begun and not yet given, so that memory does not grow with the
 * source. A result is given as soon as it and those before it are there, also while the source has nothing new yet.
 * Throws what the source or the work throws, in its place.
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  work: (each: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<R> {
  const from = source[Symbol.asyncIterator]();
  const begun: Promise<{ result: R }>[] = [];
  const ask = () => noted(from.next().then((next) => ({ next })));
  let asked: ReturnType<typeof ask> | null = ask();
  while (asked || begun.length > 0) {
    const [first] = begun;
    const turn = asked && begun.length < ahead ? asked : null;
    const got = await Promise.race([turn, first].filter((each) => each != null));
    if ('result' in got) {
      begun.shift();
      yield got.result;
    } else if (got.next.done) {
      asked = null;
    } else {
      begun.push(noted(work(got.next.value).then((result) => ({ result }))));
      asked = ask();
    }
  }
}

/** Awaited in its turn; until then a failure must not count as unhandled. */
function noted<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
