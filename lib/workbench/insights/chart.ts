/** What the pictures have in common: the look of a plot, and the room that names need. */
import type { Markish, PlotOptions } from '@observablehq/plot';
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

interface RowsInput {
  /** Room for names at the most, as a share of the width. */
  share?: number;
  /** Room behind the marks, in pixels, for what is written there. */
  behind?: number;
  padding?: number;
  x: NonNullable<PlotOptions['x']>;
}

/** A plot of one row for each name, its scale above. To be spread into the options, the marks beside it. */
export function rowsFrame(
  names: readonly string[],
  width: number,
  { share = 0.42, behind = 12, padding = 0.2, x }: RowsInput,
) {
  const room = roomFor(names, width * share);
  return {
    width,
    height: names.length * ROW + 30,
    marginLeft: room,
    marginRight: behind,
    marginTop: 22,
    marginBottom: 6,
    x: { axis: 'top', label: null, ticks: ticksFor(width - room - behind), tickSize: 0, ...x },
    y: {
      domain: names,
      label: null,
      tickSize: 0,
      padding,
      tickFormat: (name: string) => cut(name, room),
    },
  } satisfies PlotOptions;
}

/** A dot with its interval for each row; full and coloured where it can be told from chance. */
export function intervalMarks<Row extends { name: string; side: number }>(
  plot: Plot,
  rows: readonly Row[],
  of: (row: Row) => { low: number; value: number; high: number },
): Markish[] {
  const color = ({ side }: Row) => (side ? ACCENT : EDGE);
  return [
    plot.ruleY(rows, {
      x1: (row: Row) => of(row).low,
      x2: (row: Row) => of(row).high,
      y: 'name',
      stroke: color,
      strokeWidth: 2,
    }),
    plot.dot(rows, {
      x: (row: Row) => of(row).value,
      y: 'name',
      r: 4.5,
      fill: ({ side }: Row) => (side ? ACCENT : CARD),
      stroke: color,
      strokeWidth: 1.5,
    }),
  ];
}

/** A plot of columns; on a narrow page their names stand aslant. */
export function columnsFrame(width: number, x: NonNullable<PlotOptions['x']>) {
  const narrow = width < 520;
  return {
    width,
    height: narrow ? 260 : 240,
    marginLeft: 44,
    marginRight: 0,
    marginTop: 18,
    marginBottom: narrow ? 54 : 34,
    x: { label: null, tickSize: 0, tickRotate: narrow ? -45 : 0, ...x },
    y: { label: null, ticks: 4, tickSize: 0, nice: true },
  } satisfies PlotOptions;
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
