import { isTextArea } from '../dom';
import { ContentEditable } from './contenteditable';
import { TextArea } from './textarea';
import type { EditorAdapter } from './types';

/** The adapter for a reply box. `notDraft`: selectors of what in it is not the agent's draft. */
export function editorFor(box: HTMLElement, notDraft: readonly string[]): EditorAdapter {
  return isTextArea(box) ? new TextArea(box) : new ContentEditable(box, notDraft);
}

export type { EditorAdapter, Reading, ReplaceResult } from './types';
