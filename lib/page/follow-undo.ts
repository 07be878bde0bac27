/**
 * After a rewrite the agent may undo it by their own keys. A rewrite that was written in two parts, around a link that
 * stays, goes with one undo all the same. And engines with a history of their own select what they put back, so that the
 * next letter would delete it: the caret belongs where it stood before the rewrite.
 */
import { frame } from '../editors/settled';
import type { ReplyBox } from './box';
import type { Use } from './draft';

/** Until `signal` aborts, or something else is written. */
export function followUndo(box: ReplyBox, { before, after, steps, caret }: Use, signal: AbortSignal): void {
  if (!caret && !steps.length) return;
  let stood = after;
  const textNow = () => box.editor.read().text;
  const observer = new MutationObserver(async () => {
    if (box.writing) return;
    const text = textNow();
    const undone = text === before && stood !== before;
    const half = stood === after && steps.includes(text);
    stood = text;
    // The engine sets its selection behind the text.
    await frame(box.element.ownerDocument);
    if (signal.aborted || box.writing || textNow() !== text) return;
    if (half) await box.editor.undo();
    else if (undone && caret) box.editor.select(caret);
    else if (![before, after, ...steps].includes(text)) observer.disconnect();
  });
  observer.observe(box.element, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
