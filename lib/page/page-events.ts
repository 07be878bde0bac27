/** Listens to the page: the focus, what is typed, compositions, and what the page changes by itself. */
import type { ReplyBox } from './box';
import { SETTLE_MS } from './pace';

export interface PageEventsParts {
  /** The reply box that an event happened in. */
  boxOf(event: Event): ReplyBox | null;
  focused(target: Element, event: FocusEvent): void;
  /** Something was put into this element, by the agent or by the page. */
  filled(target: Element): void;
  /** A key changed the box; what it holds is not read yet. */
  typed(box: ReplyBox): void;
  /** The frame that shows what was typed is about to be drawn. */
  drawn(box: ReplyBox, undone: boolean): void;
  /** A composition began or ended in the box. */
  composed(box: ReplyBox): void;
  /** The page changed by itself, a moment ago. `drafts`: nothing but what stands in reply boxes changed. */
  settled(drafts: boolean): void;
  /** Is this node a part of what stands in a reply box? */
  isDraft(node: Node): boolean;
  /** What the coach writes into this box is not the page's doing. */
  writingIn(): HTMLElement | null;
  /** Light or dark: the system's preference changed. */
  schemeChanged(): void;
}

export function listenToPage(parts: PageEventsParts, signal: AbortSignal): void {
  const listen = { capture: true, signal };
  const frames = new Map<ReplyBox, number>();
  let drafts = true;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const onFocus = (event: FocusEvent) => {
    const [target] = event.composedPath();
    if (target instanceof Element) parts.focused(target, event);
  };

  const onInput = (event: Event) => {
    const [target] = event.composedPath();
    if (target instanceof Element) parts.filled(target);
    const box = parts.boxOf(event);
    if (!box || box.composing || box.writing) return;
    parts.typed(box);
    const undone = event instanceof InputEvent && event.inputType === 'historyUndo';
    cancelAnimationFrame(frames.get(box) ?? 0);
    // Editors that keep a model write the page after the event; the frame that shows it shows the underlines.
    const drawn = () => {
      frames.delete(box);
      parts.drawn(box, undone);
    };
    frames.set(box, requestAnimationFrame(drawn));
  };

  const onComposition = (event: CompositionEvent) => {
    const box = parts.boxOf(event);
    if (!box) return;
    box.composing = event.type === 'compositionstart';
    parts.composed(box);
    if (!box.composing) requestAnimationFrame(() => parts.drawn(box, false));
  };

  const observer = new MutationObserver((records) => {
    const writing = parts.writingIn();
    if (writing && records.every((record) => writing.contains(record.target))) return;
    drafts &&= records.every(({ target }) => parts.isDraft(target));
    settling ??= setTimeout(() => {
      const only = drafts;
      settling = undefined;
      drafts = true;
      parts.settled(only);
    }, SETTLE_MS);
  });

  document.addEventListener('focusin', onFocus, listen);
  document.addEventListener('input', onInput, listen);
  document.addEventListener('compositionstart', onComposition, listen);
  document.addEventListener('compositionend', onComposition, listen);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => parts.schemeChanged(), { signal });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const frame of frames.values()) cancelAnimationFrame(frame);
    clearTimeout(settling);
  });
}
