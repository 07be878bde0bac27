/** For a page: the reading that keeps blocks, beside a walk through everything that keeps nothing. */
import type { BlockCache } from '../../lib/editors/block-cache';
import { readEditable, readEditableWithin, readingOf } from '../../lib/editors/text-map';
import type { Reading } from '../../lib/editors/types';
import { Walker } from '../../lib/editors/walker';

const EXCLUDE = 'code, pre, kbd, samp, [contenteditable="false"], [spellcheck="false"], blockquote';

export const kept = (root: HTMLElement): Reading => readEditable(root, ['blockquote']);
/** Gives up at once, after the first block. */
export const hasty = (root: HTMLElement): Reading | null => readEditableWithin(root, ['blockquote'], 0);

const nothing = { get: () => null, needsContext: () => true, keep: () => {} } as unknown as BlockCache;

export function anew(root: HTMLElement): Reading {
  return readingOf(root, new Walker({ blocks: nothing, exclude: EXCLUDE, late: () => false }).root(root));
}
