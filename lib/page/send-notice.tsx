/**
 * One calm notice beside the host's send button, in an element of ours with a shadow root. It lies beside the button and
 * never over it, and takes no focus.
 */
import { render } from 'preact';
import type { Gap } from '../engine/types';
import { t } from '../ui/text';
import { type Box, placeCard } from './card-place';
import { cardStyles } from './card-theme';
import styles from './send-notice.css?inline';
import { adopt } from './style-sheets';
import type { Tone } from './tone';

export interface SendNoticeContent {
  /** The first open gap, as it stands in the draft. */
  gap: string;
  /** How many are open. */
  count: number;
  /** The key that fills it in, for people; '' for none. */
  fillKey: string;
  fill(): void;
}

/** Where the notice may go, in the viewport's CSS pixels. */
export interface SendNoticeAnchor {
  button: Box;
  /** The host's other buttons. */
  keep: readonly Box[];
  /** The draft's lines. */
  draft: readonly Box[];
}

const PRESSES = ['pointerdown', 'mousedown'] as const;
const NOT_THE_PAGES = [...PRESSES, 'pointerup', 'mouseup', 'click'] as const;

export class SendNotice {
  readonly #host: HTMLElement;
  readonly #notice: HTMLElement;
  readonly #restyle: (css: string) => void;

  constructor(page: Document, signal: AbortSignal) {
    this.#host = page.createElement('reframe-send-notice');
    const root = this.#host.attachShadow({ mode: 'open' });
    this.#restyle = adopt(root, '', signal);
    this.#notice = page.createElement('div');
    this.#notice.className = 'send-notice';
    this.#notice.hidden = true;
    this.#notice.setAttribute('role', 'note');
    // Our words in a page that is written from right to left.
    this.#notice.dir = 'auto';
    root.append(this.#notice);
    // The focus stays where it is, and the page must not take a click in the notice for one beside its dialog.
    for (const type of PRESSES) this.#notice.addEventListener(type, (event) => event.preventDefault(), { signal });
    for (const type of NOT_THE_PAGES) {
      this.#notice.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    signal.addEventListener('abort', () => {
      render(null, this.#notice);
      this.#host.remove();
    });
  }

  get open(): boolean {
    return !this.#notice.hidden;
  }

  holds(path: readonly EventTarget[]): boolean {
    return path.includes(this.#host);
  }

  show(content: SendNoticeContent, tone: Tone, anchor: SendNoticeAnchor): void {
    if (!this.#host.isConnected) this.#notice.ownerDocument.documentElement.append(this.#host);
    this.#restyle(cardStyles(tone) + styles);
    render(<View {...content} />, this.#notice);
    if (!this.open) {
      this.#notice.hidden = false;
      this.#toTop(true);
    }
    this.#place(anchor);
  }

  hide(): void {
    if (!this.open) return;
    this.#notice.hidden = true;
    render(null, this.#notice);
    this.#toTop(false);
  }

  #place({ button, keep, draft }: SendNoticeAnchor): void {
    this.#notice.removeAttribute('data-away');
    const { clientWidth: width, clientHeight: height } = this.#notice.ownerDocument.documentElement;
    const size = this.#notice.getBoundingClientRect();
    const { left, top } = placeCard({ lines: [button], keep, draft, thread: [] }, size, { width, height });
    this.#notice.style.left = `${left}px`;
    this.#notice.style.top = `${top}px`;
    const over =
      left < button.right && left + size.width > button.left && top < button.bottom && top + size.height > button.top;
    // Where there is room only upon the button, the button has it.
    this.#notice.toggleAttribute('data-away', over);
  }

  /** Above the page's own dialogs, which may lie in the browser's top layer. */
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

function View({ gap, count, fillKey, fill }: SendNoticeContent) {
  // A page can click in our notice by script; only the agent moves the caret.
  const act = (event: MouseEvent) => {
    if (event.isTrusted) fill();
  };
  return (
    <>
      <p>{noticeWords(gap, count)}</p>
      <div class="act">
        <button type="button" class="button" onClick={act}>
          {t('send_gap_fill')}
        </button>
        {fillKey && <kbd>{fillKey}</kbd>}
      </div>
    </>
  );
}

export function noticeWords(gap: string, count: number): string {
  return count > 1 ? t('send_gaps', gap, count - 1) : t('send_gap', gap);
}

/** The gap that is filled in first: the first in the text. */
export function firstGap(gaps: readonly Gap[]): Gap | null {
  return gaps.toSorted((a, b) => a.start - b.start)[0] ?? null;
}
