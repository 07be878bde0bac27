/**
 * A textarea's text can't be highlighted. Over it lies a mirror with the same metrics and see-through letters, in which
 * the underlines are painted. It stands in a shadow root beside the textarea, so that scrolling, clipping and
 * transforms of all that is around them move both; it takes no pointer, and nothing of the textarea is changed.
 */
import type { Span } from '../engine/types';
import { MirrorLines } from './mirror-lines';
import { clipOf, scrolledInside, scrollersAround } from './overlay-place';

/** What decides where a letter stands. */
const METRICS = [
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-stretch',
  'font-variant',
  'font-kerning',
  'font-feature-settings',
  'font-variation-settings',
  'font-optical-sizing',
  'font-size-adjust',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'text-align',
  'text-indent',
  'text-transform',
  'text-rendering',
  'tab-size',
  'direction',
  'writing-mode',
  'word-break',
  'line-break',
  'hyphens',
  'overflow-wrap',
  'white-space',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
];

/** So many new lines are laid out at once: some milliseconds. */
const MOST_LINES = 200;

export class Overlay {
  /** Where the highlights' style sheet must be. */
  readonly root: ShadowRoot;
  readonly #host: HTMLElement;
  readonly #mirror: HTMLElement;
  readonly #lines: MirrorLines;
  #shown: string | null = null;

  constructor(
    private readonly area: HTMLTextAreaElement,
    signal: AbortSignal,
  ) {
    const page = area.ownerDocument;
    this.#host = page.createElement('reframe-overlay');
    this.#host.setAttribute('aria-hidden', 'true');
    this.root = this.#host.attachShadow({ mode: 'closed' });
    this.#mirror = page.createElement('div');
    this.#lines = new MirrorLines(this.#mirror);
    this.root.append(this.#mirror);
    important(this.#host, {
      all: 'initial',
      display: 'block',
      position: 'absolute',
      overflow: 'hidden',
      'pointer-events': 'none',
      left: '0',
      top: '0',
    });
    important(this.#mirror, { 'box-sizing': 'border-box', margin: '0', color: 'transparent', 'min-height': '100%' });
    this.#attach();
    this.refresh();
    area.addEventListener('scroll', this.#scroll, { passive: true, signal });
    // Its containing block may lie outside of what scrolls the textarea: then it is put back at each step.
    for (const scroller of scrollersAround(area)) {
      scroller.addEventListener('scroll', () => this.#place(), { passive: true, signal });
    }
    const observer = new ResizeObserver(this.refresh);
    for (const element of [area, area.parentElement, area.offsetParent]) if (element) observer.observe(element);
    page.defaultView?.addEventListener('resize', this.refresh, { passive: true, signal });
    const restyled = new MutationObserver(this.refresh);
    restyled.observe(area, { attributeFilter: ['class', 'style'] });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      restyled.disconnect();
      this.#host.remove();
    });
  }

  /** The text as the mirror shows it; spans of it have ranges. False: it was too much for one task, call again. */
  show(text: string): boolean {
    if (text === this.#shown) return true;
    const done = this.#lines.show(text, MOST_LINES);
    if (done) this.#shown = text;
    this.#scroll();
    return done;
  }

  rangeOf(span: Span): Range | null {
    return this.#lines.rangeOf(span);
  }

  /** The part of the page in which the text is to be seen. */
  get clip(): DOMRect {
    return this.#host.getBoundingClientRect();
  }

  /** Over the textarea again, with its metrics: whenever something but the text may have changed. */
  readonly refresh = (): void => {
    const { area } = this;
    if (!this.#host.isConnected) this.#attach();
    const style = getComputedStyle(area);
    important(this.#mirror, Object.fromEntries(METRICS.map((name) => [name, style.getPropertyValue(name)])));
    important(this.#host, {
      width: `${area.clientWidth}px`,
      height: `${area.clientHeight}px`,
      // So that its own pixels are the textarea's.
      zoom: style.zoom,
      'z-index': style.zIndex,
      visibility: style.visibility,
    });
    this.#mirror.style.setProperty('width', `${area.clientWidth}px`, 'important');
    this.#place();
    this.#scroll();
  };

  #attach(): void {
    // At the end of the parent: between the textarea and what follows it, rules such as `textarea + label` would break.
    this.area.parentNode?.append(this.#host);
  }

  #place(): void {
    const { area } = this;
    const host = this.#host;
    const left = Number.parseFloat(host.style.left);
    const top = Number.parseFloat(host.style.top);
    // An element with a zoom of its own has its parent as offsetParent, wherever it is positioned in.
    const zoomed = host.style.zoom !== '1';
    if (!zoomed && host.offsetParent === area.offsetParent && area.offsetParent) {
      const scrolled = scrolledInside(area);
      important(host, {
        left: `${left + area.offsetLeft + area.clientLeft - scrolled.left - host.offsetLeft}px`,
        top: `${top + area.offsetTop + area.clientTop - scrolled.top - host.offsetTop}px`,
        'clip-path': clipOf(host, area),
      });
      return;
    }
    const from = host.getBoundingClientRect();
    const to = area.getBoundingClientRect();
    const scale = to.width / area.offsetWidth || 1;
    important(host, {
      left: `${left + (to.left - from.left) / scale + area.clientLeft}px`,
      top: `${top + (to.top - from.top) / scale + area.clientTop}px`,
    });
  }

  readonly #scroll = (): void => {
    const { scrollLeft, scrollTop } = this.area;
    important(this.#mirror, { transform: `translate(${-scrollLeft}px, ${-scrollTop}px)` });
  };
}

/** The page's own style sheets must not move the mirror. */
function important(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) {
    // Writing what stands already would have the browser lay out again.
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value, 'important');
  }
}
