/**
 * The ways to write into an editor and to reach its undo, each as an agent's own hands would do it. None looks whether it
 * worked: that is asked of the editor afterwards. The box may stand in a frame of its own: its window makes the events.
 */
import { selectRange } from './selection';

/** What is to be written: `text` in place of `range`, which the editor has been told is selected. */
export interface Write {
  element: HTMLElement;
  range: Range;
  /** Empty: what is selected goes. */
  text: string;
}

/** False: nobody took it, and nothing was written. */
export type Way = (write: Write) => boolean;
export type UndoWay = (element: HTMLElement) => boolean;

const viewOf = (element: HTMLElement) => element.ownerDocument.defaultView ?? window;

/** Announces typing, as the browser does before it types; the editor that keeps a model writes it itself. */
export const announce: Way = ({ element, range, text }) => {
  const view = viewOf(element);
  const event = new view.InputEvent('beforeinput', {
    inputType: text ? 'insertText' : 'deleteContentBackward',
    data: text || null,
    targetRanges: [new view.StaticRange(range)],
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  return !element.dispatchEvent(event);
};

/** Has the browser type it: one step of its own undo. Deprecated, and the only way that keeps that undo whole. */
export const type: Way = ({ element, text }) => {
  const page = element.ownerDocument;
  return text ? page.execCommand('insertText', false, text) : page.execCommand('delete');
};

/** Typing as the browser does it: announced first, so that an editor or a page that says no is heard. */
export const announceOrType: Way = (write) => announce(write) || type(write);

/** Pastes plain text: the editor reads it from the event, and the agent's clipboard is left alone. */
export const paste: Way = (write) => {
  const { element, text } = write;
  if (!text) return announceOrType(write);
  const view = viewOf(element);
  const clipboardData = new view.DataTransfer();
  clipboardData.setData('text/plain', text);
  // Firefox knows no `clipboardData` here, and hides from the page what another world put into one: it takes the text.
  const init: ClipboardEventInit & { dataType: string; data: string } = {
    clipboardData,
    dataType: 'text/plain',
    data: text,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  return !element.dispatchEvent(new view.ClipboardEvent('paste', init));
};

/** The browser's own undo, of what the browser itself typed. */
export const browserUndo: UndoWay = (element) => element.ownerDocument.execCommand('undo');

/** Announces an undo, as the browser's menu does. */
export const announceUndo: UndoWay = (element) =>
  !element.dispatchEvent(
    new (viewOf(element).InputEvent)('beforeinput', {
      inputType: 'historyUndo',
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );

/** The keys of undo: of editors that keep a history of their own and hear of it by key only. */
export const undoKey: UndoWay = (element) => {
  const mac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
  const [down] = pressKey(element, { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: !mac, metaKey: mac });
  return down;
};

/** Presses a key as far as a script can: editors hear it, the browser does nothing. True where they prevented it. */
function pressKey(element: HTMLElement, key: KeyboardEventInit): [down: boolean, up: boolean] {
  const { KeyboardEvent } = viewOf(element);
  const send = (name: string) =>
    !element.dispatchEvent(
      new KeyboardEvent(name, { ...key, which: key.keyCode, bubbles: true, cancelable: true, composed: true }),
    );
  return [send('keydown'), send('keyup')];
}

/**
 * Typing for editors that take a picture of the text at keys which move the caret: one before and one behind it make a
 * step of undo of it. The key itself does nothing, since the browser heeds no script's keys.
 */
export const typeAsStep: Way = (write) => {
  const { element, range } = write;
  const endStep = () => pressKey(element, { key: 'PageUp', code: 'PageUp', keyCode: 33 });
  endStep();
  selectRange(element, range);
  const typed = announceOrType(write);
  endStep();
  return typed;
};
