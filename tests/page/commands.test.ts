import { describe, expect, it } from 'vitest';
import { caretBehind } from '../../lib/page/commands';

describe('caretBehind', () => {
  it.each([
    ['behind a rewrite', 'It is soon.', 'soon', 'today', 'It is today|.'],
    ['before the word whose first letter changed', 'Hi, you must', 'y', 'sorry. Y', 'Hi, sorry. |You must'],
    ['behind a part of a word that is all there is', 'undo', 'un', 're', 're|do'],
    ['behind a removal', 'a very big cat', 'very ', '', 'a |big cat'],
  ])('%s', (_name, draft, old, text, expected) => {
    const start = draft.indexOf(old);
    const edit = { start, end: start + old.length, text };
    const caret = caretBehind(draft, edit);
    const after = draft.slice(0, edit.start) + text + draft.slice(edit.end);
    expect(caret.end).toBe(caret.start);
    expect(`${after.slice(0, caret.start)}|${after.slice(caret.start)}`).toBe(expected);
  });
});
