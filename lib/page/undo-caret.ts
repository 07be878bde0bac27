/**
 * The caret after a rewrite is undone by the agent's own keys. Engines with a history of their own select what they put
 * back, and the next letter would delete it: the caret belongs where it stood before the rewrite.
 */
import { frame } from '../editors/settled';
import type { ReplyBox } from './box';
import type { Use } from './draft';

/** Until `signal` aborts, or something else is written. */
export function keepCaretOverUndo(box: ReplyBox, { before, after, caret }: Use, signal: AbortSignal): void {
  if (!caret) return;
  let stood = after;
  const textNow = () => box.editor.read().text;
  const observer = new MutationObserver(async () => {
    if (box.writing) return;
    const text = textNow();
    const undone = text === before && stood !== before;
    stood = text;
    // The engine sets its selection behind the text.
    await frame(box.element.ownerDocument);
    if (signal.aborted || box.writing) return;
    const now = textNow();
    if (undone && now === before) box.editor.select(caret);
    if (now !== before && now !== after) observer.disconnect();
  });
  observer.observe(box.element, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
