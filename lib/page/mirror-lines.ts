/**
 * The text of a textarea's mirror, one block for each of its lines: at a keystroke the browser lays out the line that
 * changed, and not ten thousand letters.
 */
import type { Span } from '../engine/types';

interface Line {
  block: HTMLElement;
  /** The line with its break: an empty one has a height by it. */
  text: Text;
}

export class MirrorLines {
  #lines: Line[] = [];

  constructor(private readonly mirror: HTMLElement) {}

  /** Shows this text. Lines that stay the same are not touched. */
  show(text: string): void {
    const next = text.split('\n').map((line) => `${line}\n`);
    const old = this.#lines;
    const shorter = Math.min(old.length, next.length);
    let head = 0;
    while (head < shorter && old[head]?.text.data === next[head]) head++;
    let tail = 0;
    while (tail < shorter - head && old.at(-1 - tail)?.text.data === next.at(-1 - tail)) tail++;
    const gone = old.slice(head, old.length - tail);
    const come = next.slice(head, next.length - tail).map((data, index) => this.#line(gone[index], data));
    const behind = old[old.length - tail]?.block ?? null;
    for (const { block } of gone.slice(come.length)) block.remove();
    for (const { block } of come.slice(gone.length)) this.mirror.insertBefore(block, behind);
    this.#lines = [...old.slice(0, head), ...come, ...old.slice(old.length - tail)];
    this.#indent();
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
      return reused;
    }
    const page = this.mirror.ownerDocument;
    const text = page.createTextNode(data);
    const block = page.createElement('div');
    block.append(text);
    return { block, text };
  }

  /** A textarea indents its first line alone. */
  #indent(): void {
    this.#lines.forEach(({ block }, index) => {
      const indent = index === 0 ? '' : '0';
      if (block.style.textIndent !== (indent && '0px')) block.style.textIndent = indent;
    });
  }

  #placeOf(offset: number): { text: Text; offset: number } | null {
    let rest = offset;
    for (const { text } of this.#lines) {
      if (rest >= 0 && rest < text.length) return { text, offset: rest };
      rest -= text.length;
    }
    return null;
  }
}
