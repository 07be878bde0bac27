import { describe, expect, it } from 'vitest';
import { createPace } from '../../lib/workbench/home/pace';

describe('the time left', () => {
  it('says nothing before there is something to go by', () => {
    const pace = createPace();
    expect(pace.left(0, 1000, 0)).toBeNull();
    expect(pace.left(100, 1000, 1000)).toBeNull();
    expect(pace.left(200, 1000, 2000)).toBeNull();
  });

  it('follows an even pace', () => {
    const pace = createPace();
    let left: number | null = null;
    for (let second = 0; second <= 10; second++) left = pace.left(second * 100, 10_000, second * 1000);
    expect(left).toBeCloseTo(90_000, -2);
  });

  it('forgets how fast it was long ago', () => {
    const pace = createPace();
    let left: number | null = null;
    for (let second = 0; second <= 60; second++) left = pace.left(second * 100, 20_000, second * 1000);
    for (let second = 61; second <= 120; second++) left = pace.left(6000 + (second - 60) * 10, 20_000, second * 1000);
    expect(left).toBeCloseTo(((20_000 - 6600) / 10) * 1000, -4);
  });

  it('begins anew with another phase', () => {
    const pace = createPace();
    for (let second = 0; second <= 10; second++) pace.left(second * 100, 1000, second * 1000);
    expect(pace.left(0, 50, 11_000)).toBeNull();
  });
});
