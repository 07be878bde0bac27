/** A map from two small positive integers to a third. One stretch of memory, no hashing of strings, nothing allocated. */
export class PairTable {
  /** In threes: both keys and the value, 0 where nothing stands. */
  private slots = new Int32Array(3 << 10);
  private size = 0;

  /** 0 where there is none. */
  get(first: number, second: number): number {
    const { slots } = this;
    for (let at = placeOf(first, second, slots.length); ; at = at + 3 === slots.length ? 0 : at + 3) {
      if (slots[at] === 0) return 0;
      if (slots[at] === first && slots[at + 1] === second) return slots[at + 2] as number;
    }
  }

  /** `value`: above 0. */
  set(first: number, second: number, value: number): void {
    // Half empty at least: a search ends soon
    if (6 * (this.size + 1) > this.slots.length) this.grow();
    this.put(first, second, value);
  }

  private put(first: number, second: number, value: number): void {
    const { slots } = this;
    let at = placeOf(first, second, slots.length);
    while (slots[at] !== 0 && (slots[at] !== first || slots[at + 1] !== second))
      at = at + 3 === slots.length ? 0 : at + 3;
    if (slots[at] === 0) this.size += 1;
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = value;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Int32Array(2 * before.length);
    this.size = 0;
    for (let at = 0; at < before.length; at += 3)
      if (before[at] !== 0) this.put(before[at] as number, before[at + 1] as number, before[at + 2] as number);
  }
}

/** `length`: three times a power of two. */
function placeOf(first: number, second: number, length: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return 3 * ((mixed ^ (mixed >>> 15)) & (length / 3 - 1));
}
