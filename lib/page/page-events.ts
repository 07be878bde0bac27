/** Listens in the page's documents: the focus, what is typed, compositions, and what the page changes by itself. */
import { documentIn, isDocument, isElement, type Scope } from '../dom';
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
  /** Attributes whose change is a change of the page; other ones change all the time. */
  watched: readonly string[];
  /** The page changed by itself, a moment ago. `drafts`: nothing but what stands in reply boxes changed. */
  settled(drafts: boolean): void;
  /** Is this node a part of what stands in a reply box? */
  isDraft(node: Node): boolean;
  /** A frame was loaded or rewritten, or the focus went into one. */
  framesChanged(): void;
  /** Something scrolled or has another size. */
  moved(): void;
  /** What the coach writes into this box is not the page's doing. */
  writingIn(): HTMLElement | null;
  /** Light or dark: the system's preference changed. */
  schemeChanged(): void;
}

/** Gives what listens in one more document or shadow root, until that one's signal. */
export function pageEvents(parts: PageEventsParts, life: AbortSignal): (scope: Scope, signal: AbortSignal) => void {
  const frames = new Map<ReplyBox, number>();
  let drafts = true;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let leaving = 0;

  const onFocus = (event: Event) => {
    const [target] = event.composedPath();
    if (isElement(target)) parts.focused(target, event as FocusEvent);
  };

  const onInput = (event: Event) => {
    const [target] = event.composedPath();
    if (isElement(target)) parts.filled(target);
    const box = parts.boxOf(event);
    if (!box || box.composing || box.writing) return;
    parts.typed(box);
    const undone = (event as InputEvent).inputType === 'historyUndo';
    cancelAnimationFrame(frames.get(box) ?? 0);
    // Editors that keep a model write the page after the event; the frame that shows it shows the underlines.
    const drawn = () => {
      frames.delete(box);
      parts.drawn(box, undone);
    };
    frames.set(box, requestAnimationFrame(drawn));
  };

  const onComposition = (event: Event) => {
    const box = parts.boxOf(event);
    if (!box) return;
    box.composing = event.type === 'compositionstart';
    parts.composed(box);
    if (!box.composing) requestAnimationFrame(() => parts.drawn(box, false));
  };

  const onLoad = ({ target }: Event) => {
    if (isElement(target) && documentIn(target)) parts.framesChanged();
  };

  /** The window lost the focus, perhaps to a frame in it, or goes away itself; by the next drawing that is done. */
  const onLeave = () => {
    cancelAnimationFrame(leaving);
    leaving = requestAnimationFrame(() => parts.framesChanged());
  };

  const onMutation = (records: MutationRecord[]) => {
    const writing = parts.writingIn();
    if (writing && records.every((record) => writing.contains(record.target))) return;
    drafts &&= records.every(({ target }) => parts.isDraft(target));
    if (records.some(({ target }) => isDocument(target))) parts.framesChanged();
    settling ??= setTimeout(() => {
      const only = drafts;
      settling = undefined;
      drafts = true;
      parts.settled(only);
    }, SETTLE_MS);
  };

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => parts.schemeChanged(), { signal: life });
  life.addEventListener('abort', () => {
    for (const frame of frames.values()) cancelAnimationFrame(frame);
    cancelAnimationFrame(leaving);
    clearTimeout(settling);
  });

  return (scope, signal) => {
    const listen = { capture: true, signal };
    // Between two elements of one shadow root the focus is told nowhere else; the same for loads and scrolling.
    scope.addEventListener('focusin', onFocus, listen);
    scope.addEventListener('load', onLoad, listen);
    scope.addEventListener('scroll', parts.moved, { ...listen, passive: true });
    const observer = new MutationObserver(onMutation);
    const attributes = parts.watched.length ? { attributeFilter: [...parts.watched] } : {};
    observer.observe(scope, { childList: true, characterData: true, subtree: true, ...attributes });
    signal.addEventListener('abort', () => observer.disconnect());
    if (!isDocument(scope)) return;
    scope.addEventListener('input', onInput, listen);
    scope.addEventListener('compositionstart', onComposition, listen);
    scope.addEventListener('compositionend', onComposition, listen);
    scope.defaultView?.addEventListener('blur', onLeave, { signal });
    scope.defaultView?.addEventListener('pagehide', onLeave, { signal });
    scope.defaultView?.addEventListener('resize', parts.moved, { passive: true, signal });
  };
}
