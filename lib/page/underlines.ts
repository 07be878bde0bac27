/**
 * Underlines by the CSS Custom Highlight API: the browser paints ranges, and nothing is written into the editor. The
 * registry belongs to the page as well, so that only names with our prefix are touched.
 */
import { isDocument, type Scope } from '../dom';
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

/**
 * Amber and indigo that keep 3:1 against the page behind them, and the soft ground of the open finding, which lets
 * through what is below: over a textarea it lies upon the letters.
 */
const COLORS: Record<Tone, { high: string; medium: string; openHigh: string; openMedium: string }> = {
  light: { high: '#b4540a', medium: '#5b5fc7', openHigh: 'rgb(230 130 30 / 0.2)', openMedium: 'rgb(91 95 199 / 0.17)' },
  dark: {
    high: '#f0a45d',
    medium: '#a5a8f5',
    openHigh: 'rgb(240 164 93 / 0.24)',
    openMedium: 'rgb(150 155 250 / 0.26)',
  },
};

/** The kinds differ in the line's style too: colour alone would leave some people out. */
function css(tone: Tone): string {
  const color = COLORS[tone];
  return `
::highlight(${nameOf('high')}) { text-decoration: underline solid 2px ${color.high}; text-underline-offset: 3px; }
::highlight(${nameOf('medium')}) { text-decoration: underline dotted 2px ${color.medium}; text-underline-offset: 3px; }
::highlight(${nameOf('gap')}) { text-decoration: underline dashed 1.5px ${color.medium}; text-underline-offset: 3px; }
::highlight(${nameOf('open-high')}) { background-color: ${color.openHigh}; }
::highlight(${nameOf('open-medium')}) { background-color: ${color.openMedium}; }
@media (forced-colors: active) {
  ${LOOKS.map((look) => `::highlight(${nameOf(look)})`).join(', ')} { background-color: Canvas; color: CanvasText; text-decoration-color: CanvasText; }
  ::highlight(${nameOf('open-high')}), ::highlight(${nameOf('open-medium')}) { background-color: Highlight; color: HighlightText; }
}`;
}

/** The underlines of one reply box. `root` is where its text stands: the document, a frame's, or a shadow root. */
export class Underlines {
  #painted: Painted[] = [];
  readonly #restyle: (css: string) => void;
  /** Every window has a registry of its own: a frame's text is painted by the frame's. */
  readonly #view: Window & typeof globalThis;
  #tone: Tone;

  constructor(root: Scope, tone: Tone, signal: AbortSignal) {
    this.#tone = tone;
    this.#view = asItself((isDocument(root) ? root : root.ownerDocument).defaultView ?? window);
    this.#restyle = adopt(root, css(tone), signal);
    signal.addEventListener('abort', () => {
      try {
        this.paint([]);
      } catch {
        // The frame is gone, its registry with it: Firefox lets nobody touch it any more.
      }
    });
  }

  get tone(): Tone {
    return this.#tone;
  }

  set tone(tone: Tone) {
    if (tone === this.#tone) return;
    this.#tone = tone;
    this.#restyle(css(tone));
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
