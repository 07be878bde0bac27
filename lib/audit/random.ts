/** Chance that can be had again: the same seed gives the same numbers, on every machine. */

/** Numbers from 0 to below 1, one a call: a multiply-shift generator over 32 bits of state. */
export function randomFrom(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / 2 ** 32;
  };
}

/** `count` of `items`, or all where there are no more, in an order of chance. */
export function draw<T>(items: ArrayLike<T>, count: number, random: () => number): T[] {
  const rest = Array.from(items);
  const size = Math.min(Math.max(0, count), rest.length);
  for (let place = 0; place < size; place++) {
    const other = place + Math.floor(random() * (rest.length - place));
    [rest[place], rest[other]] = [rest[other] as T, rest[place] as T];
  }
  return rest.slice(0, size);
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return mix(value);
}

/** Spreads every bit of the input over all of the output. */
function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  const second = Math.imul(first ^ (first >>> 15), 0x735a2d97);
  return (second ^ (second >>> 15)) >>> 0;
}
