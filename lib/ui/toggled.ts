/** The list with `item` in it, or without it; in it once. */
export function toggled<T>(list: readonly T[], item: T, inside: boolean): T[] {
  const others = list.filter((other) => other !== item);
  return inside ? [...others, item] : others;
}
