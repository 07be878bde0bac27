/** One picture: what it shows, the same figures as a table, and the picture as a file. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../ui/text';
import { loadPlot, type Plot } from './load-plot';
import { readyMarks } from './marks';
import { savePicture } from './save-picture';

/** The figures of a picture. The first cell of a row names it, and leads to its replies. */
export interface Figures {
  head: string[];
  rows: { cells: string[]; href?: string }[];
}

export interface PictureProps {
  id: string;
  title: string;
  lead: ComponentChildren;
  figures: Figures;
  /** Draws for a width in pixels. Links in it become marks: see marks.ts. */
  draw(plot: Plot, width: number): SVGElement;
  /** What it is of, for a saved file: a line each. */
  source: string[];
  tools?: ComponentChildren;
  children?: ComponentChildren;
  /** Below this it scrolls sideways. */
  least?: number;
}

export function Picture({ id, title, lead, figures, draw, source, tools, children, least = 0 }: PictureProps) {
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const save = (as: 'svg' | 'png') => {
    const svg = place.current?.querySelector('svg');
    if (!svg) return;
    setFailed(null);
    savePicture(svg, { title, lines: source }, as).catch((error: Error) => setFailed(error.message));
  };
  return (
    <section class="card picture" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        <div class="tools">
          {tools}
          <button type="button" class="button small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t('insights_table')}
          </button>
          {(['svg', 'png'] as const).map((as) => (
            <button
              key={as}
              type="button"
              class="button small"
              disabled={asTable}
              aria-label={t('insights_save', title, as.toUpperCase())}
              onClick={() => save(as)}
            >
              {as.toUpperCase()}
            </button>
          ))}
        </div>
      </header>
      <p class="soft lead">{lead}</p>
      {failed !== null && <p role="alert">{t('insights_save_failed', failed)}</p>}
      {asTable ? (
        <FiguresTable figures={figures} title={title} />
      ) : (
        <Drawing place={place} title={title} draw={draw} least={least} />
      )}
      {children}
    </section>
  );
}

function FiguresTable({ figures: { head, rows }, title }: { figures: Figures; title: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="scroller" tabIndex={0} aria-label={title}>
      <table class="figures-table">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells: [name, ...cells], href }) => (
            <tr key={name}>
              <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DrawingProps {
  place: { current: HTMLDivElement | null };
  title: string;
  draw(plot: Plot, width: number): SVGElement;
  least: number;
}

function Drawing({ place, title, draw, least }: DrawingProps) {
  const [words, setWords] = useState<string | null>(null);
  const [width, setWidth] = useState(0);
  const [plot, setPlot] = useState<Plot | null>(null);
  useEffect(() => {
    void loadPlot().then((loaded) => setPlot(() => loaded));
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!plot || width === 0) return;
    const at = markWithFocus(place.current);
    const svg = draw(plot, Math.max(width, least));
    readyMarks(svg, t('insights_marks', title), setWords);
    place.current?.replaceChildren(svg);
    if (at >= 0) [...svg.querySelectorAll<SVGAElement>('a')][at]?.focus();
  }, [plot, width, draw, least]);
  return (
    <>
      <div class="drawing" ref={place} />
      <p class="readout" aria-hidden="true">
        {words ?? ' '}
      </p>
    </>
  );
}

/** Drawn anew under the reader's focus, the mark keeps it. */
function markWithFocus(place: HTMLElement | null): number {
  return [...(place?.querySelectorAll<SVGAElement>('a') ?? [])].indexOf(
    document.activeElement as unknown as SVGAElement,
  );
}
