/**
 * The text of a textarea's mirror, one block for each of its lines: at a keystroke the browser lays out the line that
 * changed, and not ten thousand letters.
 */
import type { Span } from '../engine/types';

interface Line {
  block: HTMLElement;
  /** An empty line has a height by its break. */
  text: Text;
  /** The line with its break, as the text node has it: asking the page would cost more. */
  data: string;
}

export class MirrorLines {
  #lines: Line[] = [];
  /** Where each line begins. */
  #starts: number[] = [];

  constructor(private readonly mirror: HTMLElement) {}

  /**
   * Shows this text. Lines that stay the same are not touched. At most so many new lines are laid out at a time: false
   * where some are missing still, and the next call goes on.
   */
  show(text: string, most: number): boolean {
    const next = text.split('\n').map((line) => `${line}\n`);
    const old = this.#lines;
    const shorter = Math.min(old.length, next.length);
    let head = 0;
    while (head < shorter && old[head]?.data === next[head]) head++;
    let tail = 0;
    while (tail < shorter - head && old.at(-1 - tail)?.data === next.at(-1 - tail)) tail++;
    const gone = old.slice(head, old.length - tail);
    const wanted = next.slice(head, next.length - tail);
    const come = wanted.slice(0, gone.length + most).map((data, index) => this.#line(gone[index], data));
    const behind = old[old.length - tail]?.block ?? null;
    for (const { block } of gone.slice(come.length)) block.remove();
    for (const { block } of come.slice(gone.length)) this.mirror.insertBefore(block, behind);
    this.#lines = [...old.slice(0, head), ...come, ...old.slice(old.length - tail)];
    let at = 0;
    this.#starts = this.#lines.map(({ data }) => {
      const start = at;
      at += data.length;
      return start;
    });
    if (head === 0) this.#indent(old[0]);
    return come.length === wanted.length;
  }

  /** null where the span lies outside the text. */
  rangeOf({ start, end }: Span): Range | null {
    const from = this.#placeOf(start);
    const to = this.#placeOf(end);
    if (!from || !to || start > end) return null;
    const range = this.mirror.ownerDocument.createRange();
    range.setStart(from.text, from.offset);
    range.setEnd(to.text, to.offset);
    return range;
  }

  #line(reused: Line | undefined, data: string): Line {
    if (reused) {
      reused.text.data = data;
      reused.data = data;
      return reused;
    }
    const page = this.mirror.ownerDocument;
    const text = page.createTextNode(data);
    const block = page.createElement('div');
    block.style.textIndent = '0px';
    block.append(text);
    return { block, text, data };
  }

  /** A textarea indents its first line alone; `before` was it until now. */
  #indent(before: Line | undefined): void {
    const [first] = this.#lines;
    if (before && before !== first) before.block.style.textIndent = '0px';
    if (first?.block.style.textIndent) first.block.style.textIndent = '';
  }

  /** By halving: a draft may have thousands of lines. */
  #placeOf(offset: number): { text: Text; offset: number } | null {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = this.#lines[low];
    const at = offset - (this.#starts[low] ?? 0);
    return line && at >= 0 && at < line.data.length ? { text: line.text, offset: at } : null;
  }
}
