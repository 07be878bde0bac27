import { ContentEditable } from './contenteditable';
import { isTextField, TextField } from './text-field';
import type { EditorAdapter } from './types';

/** The adapter for a reply box. `notDraft`: selectors of what in it is not the agent's draft. */
export function editorFor(box: HTMLElement, notDraft: readonly string[]): EditorAdapter {
  return isTextField(box) ? new TextField(box) : new ContentEditable(box, notDraft);
}

export type { EditorAdapter, Reading, ReplaceResult } from './types';
