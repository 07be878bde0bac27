/** Quantiles that intervals are made of. */

const CENTRE = [3.3871327179, 50.434271938, 159.29113202, 59.10937472] as const;
const CENTRE_UNDER = [1, 17.895169469, 78.757757664, 67.1875636] as const;
const SIDE = [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103] as const;
const SIDE_UNDER = [1, 0.7370016425, 0.12021132975] as const;
const TAIL = [6.657905115, 3.081226386, 0.42868294337, 0.017337203997] as const;
const TAIL_UNDER = [1, 0.24197894225, 0.012258202635] as const;

/**
 * The standard normal value that a share `p` (0 to 1, both exclusive) lies below. Wichura (1988), algorithm AS 241,
 * PPND7: right to about seven digits.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE, r)) / polynomial(CENTRE_UNDER, r);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const value =
    r <= 5
      ? polynomial(SIDE, r - 1.6) / polynomial(SIDE_UNDER, r - 1.6)
      : polynomial(TAIL, r - 5) / polynomial(TAIL_UNDER, r - 5);
  return Math.sign(q) * value;
}

/**
 * Student's t with `freedom` degrees that a share `p` lies below. Abramowitz and Stegun (1964), 26.7.5: right to four
 * digits from ten degrees on, and no interval is shown of fewer.
 */
export function tQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p);
  const odd = (...factors: number[]) => factors.reduce((sum, factor, index) => sum + factor * z ** (2 * index + 1), 0);
  return (
    z +
    odd(1, 1) / 4 / freedom +
    odd(3, 16, 5) / 96 / freedom ** 2 +
    odd(-15, 17, 19, 3) / 384 / freedom ** 3 +
    odd(-945, -1920, 1482, 776, 79) / 92_160 / freedom ** 4
  );
}

function polynomial(factors: readonly number[], x: number): number {
  return factors.reduceRight((sum, factor) => sum * x + factor, 0);
}
