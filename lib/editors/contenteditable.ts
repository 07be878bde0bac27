/**
 * An editable with whatever engine it has: select, wait until the engine knows, look again, write in the way that suits
 * the engine best, and look whether it stands. What went wrong is put back before another way is tried.
 */
import type { Span } from '../engine/types';
import { type Engine, engineOf } from './engines';
import { type Narrowed, narrow } from './narrow';
import { focus, selectedIn, selectRange } from './selection';
import { becomes, changes, frame, selectionSettled, stays } from './settled';
import { split } from './split';
import { forgetEditable, readEditable, readEditableWithin } from './text-map';
import type { EditorAdapter, Reading, ReplaceResult } from './types';
import type { Way } from './ways';

/** An engine that is busy, or just got the focus, may put its own selection back once. */
const SELECT_TRIES = 3;
/** Some editors make several steps of one replacement. */
const MOST_UNDO_STEPS = 4;

export class ContentEditable implements EditorAdapter {
  steps: readonly string[] = [];
  #text = '';
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly element: HTMLElement,
    private readonly notDraft: readonly string[],
  ) {}

  read(): Reading {
    return this.#noted(readEditable(this.element, this.notDraft));
  }

  readWithin(ms: number): Reading | null {
    const reading = readEditableWithin(this.element, this.notDraft, ms);
    return reading && this.#noted(reading);
  }

  stop(): void {
    forgetEditable(this.element);
  }

  selection(): Span | null {
    return selectedIn(this.element, this.read());
  }

  select(span: Span): boolean {
    const reading = this.read();
    const range = reading.rangeOf(span);
    if (!range) return false;
    focus(this.element);
    selectRange(this.element, range);
    return same(selectedIn(this.element, reading), span);
  }

  /** When the text last became another one is asked when it is written to. */
  #noted(reading: Reading): Reading {
    if (reading.text !== this.#text) {
      this.#text = reading.text;
      this.#changedAt = performance.now();
    }
    return reading;
  }

  async replace(span: Span, expected: string, text: string, select?: Span): Promise<ReplaceResult> {
    const before = this.read();
    if (before.text.slice(span.start, span.end) !== expected) return 'changed';
    const whole = narrow(span, expected, text);
    if (before.crossesIsland(whole)) return 'refused';
    await this.#stepEnds();
    this.steps = [];
    // From the end: what stands before a part is then where it was.
    const parts = partsOf(before, whole).reverse();
    for (const part of parts) {
      const result = await this.#replacePart(part);
      if (result === 'done') {
        if (part !== parts.at(-1)) this.steps = [...this.steps, this.read().text];
        continue;
      }
      // What somebody else wrote meanwhile is theirs: only our own is taken back.
      const known = [before.text, ...this.steps].includes(this.read().text);
      if (result === 'changed' && !known) return this.steps.length ? 'refused' : 'changed';
      return (await this.#putBack(before.text)) ? result : 'refused';
    }
    const end = span.start + text.length;
    await this.#selectSettled(select ?? { start: end, end });
    return 'done';
  }

  async undo(): Promise<boolean> {
    const { text } = this.read();
    focus(this.element);
    for (const way of this.#engine.undo) {
      const taken = way(this.element);
      if (!taken) await frame(this.#page);
      const changed = () => this.read().text !== text;
      if (taken ? await becomes(this.#page, changed) : changed()) return stays(this.#page, changed);
    }
    return false;
  }

  /** Puts the part's text in its place, in one of the engine's ways. */
  async #replacePart(part: Narrowed): Promise<ReplaceResult> {
    const before = this.read();
    const wanted = before.text.slice(0, part.start) + part.text + before.text.slice(part.end);
    for (const way of waysFor(this.#engine, before, part)) {
      // An editor may have put its own selection back, or changed the text meanwhile: then nothing is written.
      const range = await this.#selected(part, before.text);
      if (typeof range === 'string') return range;
      if (await this.#write(way, range, part.text, before.text, wanted)) return 'done';
      if (!(await this.#putBack(before.text))) return 'refused';
    }
    return 'refused';
  }

  /** Asked for anew each time: an engine may be put on an editable that stood there before. */
  get #engine(): Engine {
    return engineOf(this.element);
  }

  get #page(): Document {
    return this.element.ownerDocument;
  }

  /** Waits until the engine would not count a replacement as part of what was just typed. */
  async #stepEnds(): Promise<void> {
    const until = this.#changedAt + (this.#engine.stepMs ?? 0);
    while (performance.now() < until) await frame(this.#page);
  }

  /** Has the part selected, to the engine's knowledge: its range, or why nothing can be written. */
  async #selected(part: Span, text: string): Promise<Range | 'changed' | 'refused'> {
    for (let tries = 0; tries < SELECT_TRIES; tries++) {
      const range = this.read().rangeOf(part);
      if (!range) return 'changed';
      focus(this.element);
      await selectionSettled(this.#page, () => selectRange(this.element, range));
      const now = this.read();
      if (now.text !== text) return 'changed';
      if (same(selectedIn(this.element, now), part)) return now.rangeOf(part) ?? range;
    }
    return 'refused';
  }

  /** Writes, and looks whether what is wanted stands and keeps standing: engines take back what they don't know. */
  async #write(way: Way, range: Range, text: string, before: string, wanted: string): Promise<boolean> {
    const page = this.#page;
    const stands = () => sameText(this.read().text, wanted);
    const taken = way({ element: this.element, range, text });
    if (!taken && !(await changes(page, () => this.read().text !== before))) return false;
    return (await becomes(page, stands)) && (await stays(page, stands));
  }

  async #selectSettled(span: Span): Promise<void> {
    await selectionSettled(this.#page, () => this.select(span));
    if (!same(this.selection(), span)) this.select(span);
  }

  /** What was there before: by undo, and where that leads elsewhere by writing it again. False: it is not there. */
  async #putBack(text: string): Promise<boolean> {
    const stands = () => this.read().text === text;
    // An engine that takes back by itself what it does not know needs no undo.
    if (await becomes(this.#page, stands)) return true;
    for (let step = 0; step < MOST_UNDO_STEPS && !stands(); step++) {
      const { length } = this.read().text;
      if (!(await this.undo())) break;
      // A step that takes away what stood there before is the agent's own typing.
      if (this.read().text.length < Math.min(length, text.length)) break;
    }
    if (stands()) return true;
    const now = this.read();
    const part = narrow({ start: 0, end: now.text.length }, now.text, text);
    for (const way of waysFor(this.#engine, now, part)) {
      const range = await this.#selected(part, now.text);
      if (typeof range === 'string') break;
      if (await this.#write(way, range, part.text, now.text, text)) break;
    }
    return stands();
  }
}

function waysFor(engine: Engine, reading: Reading, part: Narrowed): readonly Way[] {
  if (part.text.includes('\n')) return engine.lines ?? engine.line;
  return (isWithinOneFormat(reading, part) ? undefined : engine.formats) ?? engine.line;
}

/**
 * What is to be written, in the order of the text: one part, or two where words between them stay that may be bold or a
 * link.
 */
function partsOf(reading: Reading, whole: Narrowed): Narrowed[] {
  if (whole.start === whole.end && !whole.text) return [];
  if (isWithinOneFormat(reading, whole)) return [whole];
  const parts = split(whole, reading.text.slice(whole.start, whole.end));
  return parts.map((part) => withBehind(reading, part));
}

/**
 * Beside a space, what is written over several formats and what stays behind it are two texts with a space at an edge,
 * and browsers and editors make that a hard one. So the edge is put into the next word, where no space is near.
 */
function withBehind(reading: Reading, part: Narrowed): Narrowed {
  if (isWithinOneFormat(reading, part) || !part.text) return part;
  const behind = reading.text.slice(part.end);
  const intoWord = /^ (?:[^\s\ufffc] )*\p{L}(?=\p{L})/u.exec(behind)?.[0] ?? '';
  const isOneFormat = isWithinOneFormat(reading, { start: part.end + 1, end: part.end + intoWord.length });
  const taken = intoWord && isOneFormat ? intoWord : (/^ (?=\S)/.exec(behind)?.[0] ?? '');
  return { ...part, end: part.end + taken.length, text: part.text + taken };
}

function isWithinOneFormat(reading: Reading, span: Span): boolean {
  const range = reading.rangeOf(span);
  return !range || range.startContainer === range.endContainer;
}

function same(a: Span | null, b: Span): boolean {
  return a !== null && a.start === b.start && a.end === b.end;
}

/** Editors differ in how many blank lines stand for one; all else must be equal to the letter. */
function sameText(a: string, b: string): boolean {
  const withoutBlankLines = (text: string) => text.replace(/\n(?: *\n)+/g, '\n');
  return a === b || withoutBlankLines(a) === withoutBlankLines(b);
}
