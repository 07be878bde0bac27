/** Lines through numbers, some of which are missing. Pure. */

export interface Point {
  x: number;
  y: number;
}

/** The points in runs without a hole. */
export function runs(points: readonly (Point | null)[]): Point[][] {
  const all: Point[][] = [];
  let run: Point[] = [];
  for (const point of [...points, null]) {
    if (point) run.push(point);
    else if (run.length) {
      all.push(run);
      run = [];
    }
  }
  return all;
}

/** An SVG path through the points. */
export const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');

/** The band between two lines over the same places. */
export const bandOf = (upper: readonly Point[], lower: readonly Point[]): string =>
  `${pathOf([...upper, ...lower.toReversed()])}Z`;

const round = (value: number) => Math.round(value * 10) / 10;
