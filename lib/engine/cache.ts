/** A map that forgets what was used longest ago, so that a bulk run has flat memory. */
export class RecentMap<K, V> {
  private readonly map = new Map<K, V>();

  constructor(private readonly limit: number) {}

  get(key: K, make: () => V): V {
    const known = this.map.get(key);
    if (known !== undefined) {
      this.map.delete(key);
      this.map.set(key, known);
      return known;
    }
    const made = make();
    this.map.set(key, made);
    if (this.map.size > this.limit) this.map.delete(this.map.keys().next().value as K);
    return made;
  }
}

/** Works something out once for an object, and keeps it as long as the object lives. */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, { value: V }>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known.value;
    const value = make(key);
    kept.set(key, { value });
    return value;
  };
}
