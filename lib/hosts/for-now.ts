/** What is looked up in the page many times in one go, once for each message: kept until the go is over. */
export function forNow<K extends object, V>(look: (key: K) => V): (key: K) => V {
  let kept = new Map<K, V>();
  return (key) => {
    if (kept.has(key)) return kept.get(key) as V;
    if (kept.size === 0)
      queueMicrotask(() => {
        kept = new Map();
      });
    const found = look(key);
    kept.set(key, found);
    return found;
  };
}
