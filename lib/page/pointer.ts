/**
 * Opens the card for an underline under a resting pointer, or clicked. Highlights have no events and the editor gets no
 * listeners: the pointer is followed in the window, and held against where the underlines are.
 */

export interface PointerParts {
  /** What an event happened in: the card, the reply box itself, or neither (also where something lies over the box). */
  where(event: Event): 'card' | 'box' | null;
  /** The underlined finding at a place in the viewport, in CSS pixels. */
  findingAt(x: number, y: number): string | null;
  /** The card is open because the pointer rested on an underline, and closes when it leaves. */
  openByHover(): boolean;
  /** ms since the last keystroke. */
  sinceTyping(): number;
  open(finding: string, by: 'hover' | 'click'): void;
  close(): void;
}

/** So long must the pointer rest: crossing a line of text opens nothing. */
const REST_MS = 300;
/** So long may it be on its way from the underline to the card. */
const LEAVE_MS = 350;
/** A hand that has just typed and now moves the mouse away means nothing by it. */
const TYPING_MS = 500;

/** Gives what follows the pointer in one more window, until that one's signal. */
export function followPointer(parts: PointerParts, life: AbortSignal): (view: Window, signal: AbortSignal) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the timer is about: a finding that is to open, or null, the card that is to close. */
  let intent: string | null | undefined;
  let seen = { x: -1, y: -1 };
  let frame = 0;

  const plan = (next: string | null | undefined) => {
    if (next === intent) return;
    clearTimeout(timer);
    intent = next;
    if (next === null) timer = setTimeout(parts.close, LEAVE_MS);
    else if (next) timer = setTimeout(() => parts.open(next, 'hover'), REST_MS);
  };

  const onMove = (event: PointerEvent) => {
    // Scrolling under a pointer at rest is reported as a move, too.
    if (event.pointerType === 'touch' || (event.screenX === seen.x && event.screenY === seen.y)) return;
    seen = { x: event.screenX, y: event.screenY };
    const { clientX, clientY, buttons } = event;
    const where = parts.where(event);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (where === 'card') return plan(undefined);
      const idle = where === 'box' && !buttons && parts.sinceTyping() > TYPING_MS;
      const found = idle ? parts.findingAt(clientX, clientY) : null;
      plan(found ?? (parts.openByHover() ? null : undefined));
    });
  };

  const onClick = (event: MouseEvent) => {
    const where = parts.where(event);
    if (where === 'card') return;
    const found = where === 'box' ? parts.findingAt(event.clientX, event.clientY) : null;
    plan(undefined);
    if (found) parts.open(found, 'click');
    else parts.close();
  };

  life.addEventListener('abort', () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });

  return (view, signal) => {
    view.addEventListener('pointermove', onMove, { capture: true, passive: true, signal });
    view.addEventListener('click', onClick, { capture: true, signal });
  };
}
