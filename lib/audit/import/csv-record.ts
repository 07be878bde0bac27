/** One record of CSV, read leniently where that is safe, and never past what can be one record. Pure. */

export interface CsvRecord {
  cells: string[];
  /** Where the next record begins. */
  end: number;
  /** Line breaks in and after the record. */
  breaks: number;
  /** A quoted cell goes over a line's end. */
  folded: boolean;
  /** A quote stands where it neither opens nor closes a cell: it was read as text. */
  stray: boolean;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * The record at `from`. 'more': it may go on beyond the text that is there (never where this is the `last` of it).
 * 'unclosed': it has a quote that nothing closes. That is certain where the next quote opens a cell: writers double the
 * quotes inside.
 */
export function scanRecord(
  text: string,
  from: number,
  delimiter: string,
  last: boolean,
): CsvRecord | 'more' | 'unclosed' {
  const comma = delimiter.charCodeAt(0);
  const ends = (code: number) => code === comma || code === LF || code === CR;
  const cells: string[] = [];
  let at = from;
  let folded = false;
  let stray = false;
  for (;;) {
    if (at >= text.length && !last) return 'more';
    if (text.charCodeAt(at) === QUOTE) {
      let value = '';
      let start = at + 1;
      let look = start;
      for (;;) {
        const quote = text.indexOf('"', look);
        if (quote < 0) return last ? 'unclosed' : 'more';
        if (text.charCodeAt(quote + 1) === QUOTE) {
          value += text.slice(start, quote + 1);
          start = quote + 2;
          look = start;
          continue;
        }
        let after = quote + 1;
        while (text.charCodeAt(after) === SPACE && comma !== SPACE) after++;
        if (after >= text.length && !last) return 'more';
        if (after >= text.length || ends(text.charCodeAt(after))) {
          value += text.slice(start, quote);
          folded ||= /[\n\r]/.test(value);
          at = after;
          break;
        }
        if (quote > at + 1 && ends(text.charCodeAt(quote - 1))) return 'unclosed';
        stray = true;
        look = quote + 1;
      }
      cells.push(value);
    } else {
      const start = at;
      let code = text.charCodeAt(at);
      while (at < text.length && !ends(code)) {
        if (code === QUOTE) stray = true;
        code = text.charCodeAt(++at);
      }
      if (at >= text.length && !last) return 'more';
      cells.push(text.slice(start, at));
    }
    if (at >= text.length) break;
    const code = text.charCodeAt(at);
    at++;
    if (code === comma) continue;
    if (code === CR) {
      if (at >= text.length && !last) return 'more';
      if (text.charCodeAt(at) === LF) at++;
    }
    break;
  }
  return { cells, end: at, breaks: folded ? breaksIn(text.slice(from, at)) : 1, folded, stray };
}

function breaksIn(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** Where the line after the one at `from` begins; -1 where its end is not in `text`. */
export function nextLine(text: string, from: number, last: boolean): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) return at + 1;
    if (code !== CR) continue;
    if (at + 1 >= text.length && !last) return -1;
    return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return last ? text.length : -1;
}
