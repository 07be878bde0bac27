/**
 * The card at an underline, and the live region: all that the coach adds to a page outside the reply box, in one
 * element with a shadow root. It never takes the focus from the draft.
 */
import { render } from 'preact';
import theme from '../ui/theme.css?inline';
import styles from './card.css?inline';
import { type Box, placeCard } from './card-place';
import { type CardContent, CardView } from './card-view';
import { adopt } from './style-sheets';

/** Where the card belongs, asked again whenever something moves. */
export interface Anchor {
  /** The underlined text's lines; none: it is out of sight. */
  lines: Box[];
  /** Kept free where there is room elsewhere. */
  keep: Box[];
}

export class Card {
  readonly #host: HTMLElement;
  readonly #card: HTMLElement;
  readonly #live: HTMLElement;
  #anchor: (() => Anchor) | null = null;
  #frame = 0;

  constructor(page: Document, signal: AbortSignal) {
    this.#host = page.createElement('reframe-coach');
    const root = this.#host.attachShadow({ mode: 'open' });
    adopt(root, theme + styles, signal);
    this.#card = page.createElement('div');
    this.#card.className = 'card';
    this.#card.hidden = true;
    this.#card.setAttribute('role', 'dialog');
    this.#card.setAttribute('aria-labelledby', 'label');
    this.#card.setAttribute('aria-describedby', 'reason');
    this.#live = page.createElement('div');
    this.#live.className = 'visually-hidden';
    this.#live.setAttribute('aria-live', 'polite');
    root.append(this.#card, this.#live);
    page.documentElement.append(this.#host);

    // The caret stays in the draft, and the page must not take a click in the card for a click beside its dialog.
    for (const type of ['pointerdown', 'mousedown'] as const) {
      this.#card.addEventListener(type, (event) => event.preventDefault(), { signal });
    }
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup'] as const) {
      this.#card.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    const view = page.defaultView ?? window;
    view.addEventListener('scroll', this.follow, { capture: true, passive: true, signal });
    view.addEventListener('resize', this.follow, { passive: true, signal });
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      render(null, this.#card);
      this.#host.remove();
    });
  }

  get open(): boolean {
    return !this.#card.hidden;
  }

  /** Is this target the card, or in it? */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  show(content: CardContent, anchor: () => Anchor): void {
    this.#anchor = anchor;
    render(<CardView {...content} />, this.#card);
    if (this.#card.hidden) {
      this.#card.hidden = false;
      this.#toTop(true);
    }
    this.#place();
  }

  hide(): void {
    if (this.#card.hidden) return;
    this.#card.hidden = true;
    this.#anchor = null;
    render(null, this.#card);
    this.#toTop(false);
  }

  /** Read out by a screen reader when it next pauses. */
  announce(text: string): void {
    // The same words again are news only after a silence.
    this.#live.textContent = '';
    this.#live.textContent = text;
  }

  readonly follow = (): void => {
    if (!this.open || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.open) this.#place();
    });
  };

  #place(): void {
    const anchor = this.#anchor?.();
    if (!anchor) return;
    const away = anchor.lines.length === 0;
    this.#card.toggleAttribute('data-away', away);
    if (away) return;
    const { clientWidth: width, clientHeight: height } = this.#card.ownerDocument.documentElement;
    const size = this.#card.getBoundingClientRect();
    const { left, top } = placeCard(anchor.lines, size, { width, height }, anchor.keep);
    this.#card.style.left = `${left}px`;
    this.#card.style.top = `${top}px`;
  }

  /** Above the page's own dialogs and menus, which may lie in the browser's top layer. */
  #toTop(on: boolean): void {
    try {
      this.#host.popover = 'manual';
      if (on) this.#host.showPopover();
      else this.#host.hidePopover();
    } catch {
      // Without a top layer the z-index has to do.
    }
  }
}
