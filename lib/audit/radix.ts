/** Orders the rows of a run by whole numbers, in time that grows with the rows alone. */

const BITS = 16;
const DIGITS = 1 << BITS;

/**
 * `seqs` in the order of their keys, smallest first; those with equal keys stay as they were. Keys are whole numbers from
 * 0 to 2 ** 53, in the order of `seqs`. Gives a new array.
 */
export function radixSort(seqs: Uint32Array<ArrayBuffer>, keys: Float64Array): Uint32Array<ArrayBuffer> {
  let most = 0;
  let places: Uint32Array = new Uint32Array(seqs.length);
  for (let i = 0; i < places.length; i++) {
    places[i] = i;
    if ((keys[i] as number) > most) most = keys[i] as number;
  }
  for (let unit = 1; unit <= most; unit *= DIGITS) places = byDigit(places, keys, unit);
  const sorted = new Uint32Array(seqs.length);
  for (let i = 0; i < places.length; i++) sorted[i] = seqs[places[i] as number] as number;
  return sorted;
}

function byDigit(places: Uint32Array, keys: Float64Array, unit: number): Uint32Array {
  const digits = new Uint16Array(places.length);
  const next = new Uint32Array(DIGITS + 1);
  for (let i = 0; i < places.length; i++) {
    const digit = Math.floor((keys[places[i] as number] as number) / unit) % DIGITS;
    digits[i] = digit;
    next[digit + 1] = (next[digit + 1] as number) + 1;
  }
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1] = (next[digit + 1] as number) + (next[digit] as number);
  const sorted = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const digit = digits[i] as number;
    const to = next[digit] as number;
    next[digit] = to + 1;
    sorted[to] = places[i] as number;
  }
  return sorted;
}
