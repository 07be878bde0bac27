import type { Span } from './types';

const LIST_ITEM = /^\s*(?:[-*•–]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)/;
const SENTENCE_END = /[.!?…:;,)\]"'”’]\s*$/;
/** Mail clients wrap plain text at 72 to 78; a line shorter than this was ended by its writer. */
const WRAPPED_LINE = 55;

/**
 * The paragraphs and lines of a text, as spans without surrounding white space. A blank line always ends a block;
 * a single newline does unless it only wraps a long line, so that a phrase split by wrapping is still one phrase.
 */
export function splitBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let open: Span | null = null;
  let previous = '';
  let at = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') {
      open = null;
    } else {
      const start = at + line.indexOf(trimmed);
      const end = start + trimmed.length;
      if (open && wraps(previous, line)) {
        open.end = end;
      } else {
        open = { start, end };
        blocks.push(open);
      }
    }
    previous = line;
    at += line.length + 1;
  }
  return blocks;
}

function wraps(previous: string, line: string): boolean {
  if (LIST_ITEM.test(line)) return false;
  if (/^\s*[a-z]/.test(line)) return !SENTENCE_END.test(previous) || previous.length >= WRAPPED_LINE;
  return previous.length >= WRAPPED_LINE && !SENTENCE_END.test(previous);
}
