/** Against worked examples that were published; the sources are named where the formulas stand. */
import { describe, expect, it, test } from 'vitest';
import { sideOf } from '../../../lib/audit/stats/estimate';
import { clusteredKappa, kappa, kappaValue } from '../../../lib/audit/stats/kappa';
import { mean, meanDifference, momentsOf, rest, welchFreedom } from '../../../lib/audit/stats/mean';
import { normalQuantile, tQuantile } from '../../../lib/audit/stats/normal';
import { proportion, proportionDifference } from '../../../lib/audit/stats/proportion';

test.each([
  [0.5, 0],
  [0.975, 1.959964],
  [0.995, 2.575829],
  [0.0005, -3.290527],
  [0.9999, 3.719016],
  [1 - 1e-12, 7.034484],
])('the normal value below which %d lies', (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 4);
});

test.each([
  [0.975, 10, 2.2281],
  [0.975, 19, 2.093],
  [0.975, 60, 2.0003],
  [0.995, 24, 2.7969],
  [0.9995, 30, 3.646],
])("Student's t below which %d lies with %d degrees of freedom", (p, freedom, expected) => {
  expect(tQuantile(p, freedom)).toBeCloseTo(expected, 3);
});

describe('proportions', () => {
  // Newcombe (1998a), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d by Wilson', (hits, n, low, high) => {
    const found = proportion(hits, n);
    expect(found?.value).toBeCloseTo(hits / n, 10);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  // Newcombe (1998b), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%d of %d against %d of %d', (a, m, b, n, low, high) => {
    const [one, other] = [proportion(a, m), proportion(b, n)];
    if (!one || !other) throw new Error('There is something to count.');
    const found = proportionDifference(one, other);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('is nothing where there is nothing, and ends at the ends', () => {
    expect(proportion(0, 0)).toBeNull();
    expect(proportion(7, 7)?.high).toBe(1);
    expect(proportion(0, 7)?.low).toBe(0);
  });
});

describe('means', () => {
  const known = (n: number, average: number, deviation: number) => ({
    n,
    sum: n * average,
    squares: (n - 1) * deviation ** 2 + n * average ** 2,
  });

  it('has the interval of the NIST handbook, 1.3.5.2', () => {
    const found = mean(known(195, 9.26146, 0.022789));
    expect(found?.low).toBeCloseTo(9.258242, 5);
    expect(found?.high).toBeCloseTo(9.264679, 5);
  });

  it('differs as in the NIST handbook, 1.3.5.3, unequal variances', () => {
    const [us, japan] = [known(249, 20.14458, 6.4147), known(79, 30.48101, 6.10771)];
    expect(welchFreedom(us, japan)).toBeCloseTo(136.875, 2);
    const found = meanDifference(us, japan);
    expect(found?.value).toBeCloseTo(-10.33643, 4);
    // T = -12.94627 is the difference over its error; the bounds are t(0.975, 136.875) = 1.977486 errors away.
    expect(found?.low).toBeCloseTo(-10.33643 - 1.977486 * (10.33643 / 12.94627), 3);
  });

  it('takes a part out of the whole', () => {
    expect(rest(momentsOf([1, 2, 3, 10]), momentsOf([3, 10]))).toEqual(momentsOf([1, 2]));
  });

  it('says nothing of nothing, and no difference of one value', () => {
    expect(mean(momentsOf([]))).toBeNull();
    expect(mean(momentsOf([70]))).toEqual({ value: 70, low: 70, high: 70, n: 1 });
    expect(meanDifference(momentsOf([1]), momentsOf([1, 2]))).toBeNull();
    expect(meanDifference(momentsOf([5, 5]), momentsOf([4, 4]))).toMatchObject({ low: 1, high: 1 });
  });
});

describe("Cohen's kappa", () => {
  // Fleiss, Levin and Paik (2003), table 18.1: 100 patients, three diagnoses.
  const diagnoses = [
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ];

  it('is that of the example by Fleiss, with its error', () => {
    const found = kappa(diagnoses);
    expect(found?.value).toBeCloseTo(0.676, 3);
    expect(((found?.high ?? 0) - (found?.value ?? 0)) / 1.959964).toBeCloseTo(0.088, 3);
    expect(found?.n).toBe(100);
  });

  it('is 0.4 for 20, 5, 10, 15', () => {
    expect(
      kappaValue([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 10);
  });

  it('is below 0 where raters contradict each other, and 1 where they never do', () => {
    expect(
      kappa([
        [0, 5],
        [5, 0],
      ])?.value,
    ).toBe(-1);
    expect(
      kappa([
        [5, 0],
        [0, 5],
      ]),
    ).toEqual({ value: 1, low: 1, high: 1, n: 10 });
  });

  it('is not defined without items or without variation', () => {
    expect(
      kappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      kappa([
        [0, 0],
        [0, 40],
      ]),
    ).toBeNull();
    expect(
      kappa([
        [0, 0],
        [3, 40],
      ])?.value,
    ).toBe(0);
    expect(clusteredKappa([])).toBeNull();
    expect(
      clusteredKappa([
        [
          [0, 0],
          [0, 9],
        ],
      ]),
    ).toBeNull();
  });

  it('over groups has about the same interval where the groups are single items, and a wider one where they repeat', () => {
    const single = (i: number, j: number) => [0, 1].map((row) => [0, 1].map((at) => Number(row === i && at === j)));
    const items = [
      ...Array.from({ length: 80 }, () => single(1, 1)),
      ...Array.from({ length: 20 }, () => single(1, 0)),
      ...Array.from({ length: 40 }, () => single(0, 1)),
      ...Array.from({ length: 60 }, () => single(0, 0)),
    ];
    const plain = kappa([
      [60, 40],
      [20, 80],
    ]);
    const drawn = clusteredKappa(items);
    expect(drawn?.value).toBeCloseTo(0.4, 10);
    expect(drawn?.low).toBeCloseTo(plain?.low ?? 0, 1);
    expect(drawn?.high).toBeCloseTo(plain?.high ?? 0, 1);
    // The same judgement four times over is one judgement.
    const repeated = items.filter((_, at) => at % 4 === 0).map((item) => item.map((row) => row.map((n) => n * 4)));
    const wide = clusteredKappa(repeated);
    expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan(1.5 * ((drawn?.high ?? 0) - (drawn?.low ?? 0)));
    expect(clusteredKappa(items)).toEqual(drawn);
  });
});

test('an interval is below, above or around a value', () => {
  expect(sideOf({ low: 1, high: 2 }, 3)).toBe(-1);
  expect(sideOf({ low: 1, high: 2 }, 0)).toBe(1);
  expect(sideOf({ low: 1, high: 2 }, 2)).toBe(0);
});
