/**
 * Underlines by the CSS Custom Highlight API: the browser paints ranges, and nothing is written into the editor. The
 * registry belongs to the page as well, so that only names with our prefix are touched.
 */
import { isDocument, type Scope } from '../dom';
import type { UnderlineStyle } from '../store/settings';
import { adopt } from './style-sheets';
import type { Tone } from './tone';

/**
 * high: the customer would feel it. medium: could be better. gap: still to be filled. open-…: the finding on show. In
 * the order in which they lie upon each other.
 */
export const LOOKS = ['medium', 'high', 'gap', 'open-medium', 'open-high'] as const;
export type Look = (typeof LOOKS)[number];

export interface Painted {
  look: Look;
  range: Range;
}

/** In the registry of highlights. */
export const nameOf = (look: Look) => `reframe-${look}`;

/** Amber and indigo that keep 3:1 against the page behind them. */
const COLORS: Record<Tone, { high: string; medium: string }> = {
  light: { high: '#b4540a', medium: '#5b5fc7' },
  dark: { high: '#f0a45d', medium: '#a5a8f5' },
};

/** How much of a colour a ground has. It lets through what is below: over a textarea it lies upon the letters. */
const OPEN = '38';
const TINT = '2b';

/** The kinds differ in the line's style too: colour alone would leave some people out. */
const LINES: Record<UnderlineStyle, [high: string, medium: string]> = {
  lines: ['solid 2px', 'dotted 2px'],
  thick: ['solid 4px', 'dotted 4px'],
  wavy: ['wavy 2px', 'dotted 2px'],
  tint: ['solid 1px', 'dotted 1px'],
};

function css(tone: Tone, style: UnderlineStyle): string {
  const { high, medium } = COLORS[tone];
  const [solid, dotted] = LINES[style];
  const rule = (look: Look, declarations: string) => `::highlight(${nameOf(look)}){${declarations}}`;
  const ground = (look: Look, color: string) => rule(look, `background-color:${color}`);
  const line = (look: Look, kind: string, color: string) =>
    rule(look, `text-decoration:underline ${kind} ${color};text-underline-offset:3px`) +
    (style === 'tint' ? ground(look, color + TINT) : '');
  const contrasting = (look: Look) =>
    look.startsWith('open')
      ? ground(look, 'Highlight;color:HighlightText')
      : ground(look, 'Canvas;color:CanvasText;text-decoration-color:CanvasText');
  return `${line('high', solid, high)}${line('medium', dotted, medium)}${line('gap', 'dashed 1.5px', medium)}${ground('open-high', high + OPEN)}${ground('open-medium', medium + OPEN)}@media (forced-colors:active){${LOOKS.map(contrasting).join('')}}`;
}

/** The underlines of one reply box. `root` is where its text stands: the document, a frame's, or a shadow root. */
export class Underlines {
  #painted: Painted[] = [];
  readonly #restyle: (css: string) => void;
  /** Every window has a registry of its own: a frame's text is painted by the frame's. */
  readonly #view: Window & typeof globalThis;
  #css = '';

  constructor(
    root: Scope,
    public tone: Tone,
    signal: AbortSignal,
  ) {
    this.#view = asItself((isDocument(root) ? root : root.ownerDocument).defaultView ?? window);
    this.#restyle = adopt(root, '', signal);
    signal.addEventListener('abort', () => {
      try {
        this.paint([]);
      } catch {
        // The frame is gone, its registry with it: Firefox lets nobody touch it any more.
      }
    });
  }

  /** Lines in this style, for what is behind the draft. */
  dress(style: UnderlineStyle): void {
    const next = css(this.tone, style);
    if (next !== this.#css) this.#restyle(next);
    this.#css = next;
  }

  /** These ranges, and none of those before. Other boxes' underlines stay; what stands already is not painted again. */
  paint(next: readonly Painted[]): void {
    const { highlights } = this.#view.CSS;
    const before = this.#painted;
    this.#painted = next.map((painted) => before.find((standing) => same(standing, painted)) ?? painted);
    const stays = new Set(this.#painted);
    for (const painted of before) {
      if (!stays.has(painted)) highlights.get(nameOf(painted.look))?.delete(painted.range);
    }
    for (const { look, range } of this.#painted) this.#highlightOf(look).add(range);
    for (const look of LOOKS) if (highlights.get(nameOf(look))?.size === 0) highlights.delete(nameOf(look));
  }

  #highlightOf(look: Look): Highlight {
    const { CSS, Highlight } = this.#view;
    const name = nameOf(look);
    const known = CSS.highlights.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = LOOKS.indexOf(look);
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}

function same(a: Painted, b: Painted): boolean {
  return (
    a.look === b.look &&
    a.range.startContainer === b.range.startContainer &&
    a.range.startOffset === b.range.startOffset &&
    a.range.endContainer === b.range.endContainer &&
    a.range.endOffset === b.range.endOffset
  );
}

/**
 * Firefox shows a content script a window through a wrapper, which for a frame that was taken out and put back gives
 * the `CSS` of the window that was there before. The window itself does not.
 */
function asItself(view: Window & typeof globalThis): Window & typeof globalThis {
  if (view === window) return view;
  return (view as { wrappedJSObject?: typeof view }).wrappedJSObject ?? view;
}
