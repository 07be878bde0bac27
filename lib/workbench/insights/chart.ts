/** What the pictures have in common: the look of a plot, and the room that names need. */
import type { PlotOptions } from '@observablehq/plot';
import type { Filter } from '../../audit/filter';
import type { Plot } from './load-plot';

/** A mark of a picture: what is read out for it, and where its replies are. */
export interface Linked {
  words: string;
  href: string;
}

/** Style sheets say what the colours are, so that a picture follows light and dark by itself. */
export const INK = 'var(--ink)';
export const SOFT = 'var(--soft)';
export const LINE = 'var(--line)';
export const EDGE = 'var(--edge)';
export const ACCENT = 'var(--accent)';
export const CARD = 'var(--card)';

/** Height of a row with a name, in pixels: a target that a finger meets. */
export const ROW = 26;

export function drawPlot(plot: Plot, options: PlotOptions): SVGSVGElement {
  const drawn = plot.plot({
    ...options,
    style: { background: 'none', color: SOFT, fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
  });
  return drawn as unknown as SVGSVGElement;
}

/** Seen by nobody, and met by pointer and keys: the whole band of a mark leads to its rows. */
export const TARGET = { fill: INK, fillOpacity: 0, href: 'href', ariaLabel: 'words', className: 'targets' } as const;

/** What each picture is given. */
export interface PictureInput {
  /** The address of the replies that a mark stands for: the view's own filter, narrowed. */
  hrefTo(narrower: Filter): string;
  /** What all pictures are of, for saved files. */
  source: string[];
}

/** How many ticks a scale of `width` pixels has room for. */
export const ticksFor = (width: number): number => Math.max(2, Math.min(6, Math.floor(width / 70)));

/** Room for the longest of `names` beside a plot, at most `most` pixels. */
export function roomFor(names: readonly string[], most: number): number {
  const longest = names.reduce((length, name) => Math.max(length, name.length), 0);
  return Math.min(most, Math.ceil(longest * 6.2) + 16);
}

/** A name cut to what fits into `room` pixels. */
export function cut(name: string, room: number): string {
  const fits = Math.max(3, Math.floor((room - 14) / 5.8));
  return name.length <= fits ? name : `${name.slice(0, fits - 1).trimEnd()}…`;
}

/** Plots above each other as one picture, so that it is saved as one. */
export function stacked(...plots: SVGSVGElement[]): SVGSVGElement {
  const [first] = plots;
  const whole = (first as SVGSVGElement).cloneNode(false) as SVGSVGElement;
  let height = 0;
  for (const plot of plots) {
    const part = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    part.setAttribute('transform', `translate(0,${height})`);
    part.append(...plot.childNodes);
    whole.append(part);
    height += Number(plot.getAttribute('height'));
  }
  whole.setAttribute('height', String(height));
  whole.setAttribute('viewBox', `0 0 ${whole.getAttribute('width')} ${height}`);
  return whole;
}
