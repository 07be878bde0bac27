/**
 * The card at an underline, and the live region: all that the coach adds to a page outside the reply box, in one
 * element with a shadow root. It never takes the focus from the draft.
 */
import { render } from 'preact';
import { type Anchor, placeCard } from './card-place';
import { cardStyles } from './card-theme';
import { type CardContent, CardView } from './card-view';
import { adopt } from './style-sheets';
import type { Tone } from './tone';

export class Card {
  readonly #host: HTMLElement;
  readonly #card: HTMLElement;
  readonly #live: HTMLElement;
  readonly #restyle: (css: string) => void;
  #tone: Tone = 'light';
  #anchor: (() => Anchor) | null = null;
  #frame = 0;

  constructor(page: Document, signal: AbortSignal) {
    this.#host = page.createElement('reframe-coach');
    const root = this.#host.attachShadow({ mode: 'open' });
    this.#restyle = adopt(root, cardStyles(this.#tone), signal);
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
    this.#attach();

    // The caret stays in the draft, and the page must not take a click in the card for a click beside its dialog.
    for (const type of ['pointerdown', 'mousedown'] as const) {
      this.#card.addEventListener(
        type,
        (event) => {
          if (!(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
        },
        { signal },
      );
    }
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup'] as const) {
      this.#card.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    // It may grow by itself, and must not grow over the draft.
    const size = new ResizeObserver(this.follow);
    size.observe(this.#card);
    signal.addEventListener('abort', () => {
      size.disconnect();
      cancelAnimationFrame(this.#frame);
      render(null, this.#card);
      this.#host.remove();
    });
  }

  get open(): boolean {
    return !this.#card.hidden;
  }

  /** A page that exchanges all it has may have taken our element along. */
  #attach(): void {
    if (!this.#host.isConnected) this.#host.ownerDocument.documentElement.append(this.#host);
  }

  /** Is this target the card, or in it? */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  /** `tone`: what is behind the draft, so that the card belongs to it. */
  show(content: CardContent, tone: Tone, anchor: () => Anchor): void {
    if (tone !== this.#tone) {
      this.#tone = tone;
      this.#restyle(cardStyles(tone));
    }
    this.#anchor = anchor;
    this.#attach();
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
    const { left, top } = placeCard(anchor, size, { width, height });
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
