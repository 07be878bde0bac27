/** Which engine an editable belongs to. */
import { ckeditor4 } from './ckeditor4';
import { ckeditor5 } from './ckeditor5';
import { draft } from './draft';
import type { Engine } from './engine';
import { froala } from './froala';
import { lexical } from './lexical';
import { plain } from './plain';
import { prosemirror } from './prosemirror';
import { quill } from './quill';
import { slate } from './slate';
import { tinymce } from './tinymce';

export const ENGINES: readonly Engine[] = [
  ckeditor5,
  ckeditor4,
  tinymce,
  prosemirror,
  lexical,
  quill,
  slate,
  draft,
  froala,
];

/** An editable that no engine claims is the browser's own. */
export function engineOf(editable: Element): Engine {
  return ENGINES.find(({ editables }) => editable.matches(editables.join(','))) ?? plain;
}

export type { Engine } from './engine';
