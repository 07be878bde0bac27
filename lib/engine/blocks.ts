import type { Span } from './types';

const LIST_ITEM = /^\s*(?:[-*•–]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)/;
const SENTENCE_END = /[.!?…:;,)\]"'”’]\s*$/;
/** Mail clients wrap plain text at 72 to 78; a line shorter than this was ended by its writer. */
const WRAPPED_LINE = 55;

/** A quoted line, and what opens and closes a block of code. */
const QUOTED = /^\s*>/;
const FENCE = /^\s*```/;
const SIGNATURE = /^--\s?$/;
/** A divider within a long text is no signature's. */
const SIGNATURE_LINES = 8;

/**
 * The paragraphs and lines of a text, as spans without surrounding white space. A blank line always ends a block;
 * a single newline does unless it only wraps a long line, so that a phrase split by wrapping is still one phrase.
 * Quoted lines, fenced code and a signature below its dashes are nobody's words here, and in no block.
 */
export function splitBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let open: Span | null = null;
  let previous = '';
  let at = 0;
  let fenced = false;
  const lines = text.split('\n');
  const signature = signatureLine(lines);
  for (const [index, line] of lines.entries()) {
    if (index === signature) break;
    const trimmed = line.trim();
    const fence = FENCE.test(line);
    if (fence) fenced = !fenced;
    if (trimmed === '' || fence || fenced || QUOTED.test(line)) {
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

function signatureLine(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => SIGNATURE.test(line));
  return at > 0 && lines.length - at <= SIGNATURE_LINES + 1 ? at : lines.length;
}

function wraps(previous: string, line: string): boolean {
  if (LIST_ITEM.test(line)) return false;
  if (/^\s*[a-z]/.test(line)) return !SENTENCE_END.test(previous) || previous.length >= WRAPPED_LINE;
  return previous.length >= WRAPPED_LINE && !SENTENCE_END.test(previous);
}
