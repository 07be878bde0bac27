/**
 * Says beside the host's send button that a gap such as `[day, time]` is still open, while the pointer rests on the
 * button or it has the keyboard's focus. The page's events are only listened to: sending works as ever.
 */
import type { Gap } from '../engine/types';
import { t } from '../ui/text';
import type { ReplyBox } from './box';
import { placeInPage } from './frame-place';
import { commandOf, formatKey, type KeyCommand } from './keys';
import { obstaclesAround } from './obstacles';
import { kinship, sendButtonIn } from './send-button';
import { firstGap, noticeWords, SendNotice } from './send-notice';

export interface SendGuardParts {
  boxes: Iterable<ReplyBox>;
  keys(): Record<KeyCommand, string>;
  /** Reads the box's text anew. */
  update(box: ReplyBox): void;
  /** Puts the caret on the gap. */
  fill(box: ReplyBox, gap: Gap): void;
  /** For a screen reader. */
  say(text: string): void;
}

/** So long must the pointer rest: one that crosses the button opens nothing. */
const REST_MS = 150;
/** So long may it be on its way from the button to the notice. */
const LEAVE_MS = 350;

interface Target {
  box: ReplyBox;
  button: HTMLElement;
}

export class SendGuard {
  readonly #notice: SendNotice;
  #shown: Target | null = null;
  #by: 'pointer' | 'focus' = 'pointer';
  /** The draft for which the notice was sent away. */
  #dismissed: { box: ReplyBox; text: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resting: HTMLElement | null = null;

  constructor(
    page: Document,
    private readonly parts: SendGuardParts,
    signal: AbortSignal,
  ) {
    this.#notice = new SendNotice(page, signal);
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Looks at what happens in a window, until the signal. */
  listenIn(view: Window, signal: AbortSignal): void {
    const listen = { capture: true, passive: true, signal };
    view.addEventListener('pointerover', this.#onPointer, listen);
    view.document.documentElement?.addEventListener('pointerleave', this.#onPointer, { passive: true, signal });
    view.addEventListener('focusin', this.#onFocus, listen);
    view.addEventListener('focusout', this.#onBlur, listen);
    view.addEventListener('click', this.#onClick, listen);
    view.addEventListener('keydown', this.#onKey, { capture: true, signal });
    for (const type of ['scroll', 'resize'] as const) view.addEventListener(type, this.#follow, listen);
  }

  /** The box's draft changed: a gap that was filled in is not spoken of. */
  changed(box: ReplyBox): void {
    if (this.#shown?.box === box) this.#follow();
  }

  readonly #onPointer = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const path = event.type === 'pointerleave' ? [] : event.composedPath();
    const target = this.#targetOf(path);
    if (target?.button === this.#resting && (target || !this.#shown)) return;
    clearTimeout(this.#timer);
    this.#resting = target?.button ?? null;
    if (target) this.#timer = setTimeout(() => this.#show(target, 'pointer'), REST_MS);
    else if (this.#shown && this.#by === 'pointer' && !this.#notice.holds(path)) {
      this.#timer = setTimeout(() => this.#hide(), LEAVE_MS);
    }
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const target = this.#targetOf(event.composedPath());
    if (target?.button.matches(':focus-visible')) this.#show(target, 'focus');
  };

  readonly #onBlur = (): void => {
    if (this.#by === 'focus') this.#hide();
  };

  readonly #onClick = (event: Event): void => {
    const target = this.#targetOf(event.composedPath());
    if (!target) return;
    // The agent decided.
    this.#dismiss(target.box);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || !this.#shown) return;
    if (event.code === 'Escape') this.#dismiss(this.#shown.box);
    // In the box itself the key works as ever.
    else if (commandOf(event, this.parts.keys()) === 'fill-gap' && this.#targetOf(event.composedPath())) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#fill(this.#shown.box);
    }
  };

  /** The send button that an event happened at, and the box whose draft it sends. */
  #targetOf(path: readonly EventTarget[]): Target | null {
    const targets = [...this.parts.boxes].flatMap((box): Target[] => {
      const button = box.element.isConnected && !box.snoozed ? sendButtonIn(path, box) : null;
      return button ? [{ box, button }] : [];
    });
    const near = ({ box, button }: Target) => kinship(box.element, button);
    return targets.toSorted((a, b) => near(b) - near(a))[0] ?? null;
  }

  #show(target: Target, by: 'pointer' | 'focus'): void {
    const { box } = target;
    this.parts.update(box);
    if (this.#dismissed?.box === box && this.#dismissed.text === box.draft.text) return;
    if (!firstGap(box.draft.gaps)) return;
    const news = !this.#shown;
    this.#shown = target;
    this.#by = by;
    this.#follow();
    const { gap, count, fillKey } = this.#contentOf(box);
    if (news && gap) {
      this.parts.say([noticeWords(gap, count), fillKey && t('send_gap_key', fillKey)].filter(Boolean).join(' '));
    }
  }

  /** Draws what is so now, where the button is now. */
  readonly #follow = (): void => {
    if (!this.#shown) return;
    const { box, button } = this.#shown;
    const { gap, count, fillKey } = this.#contentOf(box);
    if (!gap || box.snoozed || !button.isConnected) {
      this.#hide();
      return;
    }
    const page = document;
    const at = placeInPage(button.getBoundingClientRect(), button, page);
    if (!at) {
      this.#hide();
      return;
    }
    const draft = box.lineRects.flatMap((rect) => placeInPage(rect, box.element, page) ?? []);
    const keep = obstaclesAround(box.element).filter(({ left, top }) => left !== at.left || top !== at.top);
    const content = { gap, count, fillKey, fill: () => this.#fill(box) };
    this.#notice.show(content, box.tone, { button: at, keep, draft });
  };

  #contentOf({ draft }: ReplyBox): { gap: string | null; count: number; fillKey: string } {
    const gap = firstGap(draft.gaps);
    return {
      gap: gap && draft.text.slice(gap.start, gap.end),
      count: draft.gaps.length,
      fillKey: formatKey(this.parts.keys()['fill-gap']),
    };
  }

  #fill(box: ReplyBox): void {
    const gap = firstGap(box.draft.gaps);
    this.#hide();
    if (gap) this.parts.fill(box, gap);
  }

  #dismiss(box: ReplyBox): void {
    this.#dismissed = { box, text: box.draft.text };
    this.#hide();
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#shown = null;
    this.#notice.hide();
  }
}
