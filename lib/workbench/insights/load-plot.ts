/** Observable Plot, which is loaded when the first picture is drawn. */
export type Plot = typeof import('@observablehq/plot');

let loading: Promise<Plot> | null = null;

export function loadPlot(): Promise<Plot> {
  loading ??= import('@observablehq/plot');
  return loading;
}
