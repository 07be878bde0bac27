/** One reply box: its editor, its draft and what is drawn over it. */

import { isTextArea, type Scope } from '../dom';
import { type EditorAdapter, editorFor, type Reading } from '../editors';
import type { Span } from '../engine/types';
import { ticketOf } from '../hosts/ticket';
import type { HostAdapter } from '../hosts/types';
import type { Settings } from '../store/settings';
import { Draft, type Use } from './draft';
import { followUndo } from './follow-undo';
import { Overlay } from './overlay';
import { SLICE_MS } from './pace';
import { type Tone, toneBehind } from './tone';
import { type Painted, Underlines } from './underlines';

/** A review that was asked for. */
export interface Asked {
  seq: number;
  /** The whole text when it was asked. */
  text: string;
  /** The part of it that was sent; null: all of it. */
  part: Span | null;
  /** It is the part that the agent is in. */
  first: boolean;
  answered: boolean;
}

/** Of a draft with more lines only those near what is on show are measured. */
const MOST_LINES = 200;

/** What of the settings is to be seen in the draft. */
export type Drawn = Pick<Settings, 'maxUnderlines' | 'underlineStyle'>;

export class ReplyBox {
  readonly draft = new Draft();
  readonly editor: EditorAdapter;
  /** The review that was asked for last. */
  asked: Asked | null = null;
  /** What is known of the draft is of its newest text. */
  upToDate = false;
  /** The text is too long for one task, and its reading is under way. */
  behind = false;
  snoozed = false;
  composing = false;
  /** A rewrite is being written: what the page reports meanwhile is its doing. */
  writing = false;
  readonly #drawing = new AbortController();
  #use = new AbortController();
  readonly #underlines: Underlines;
  readonly #overlay: Overlay | null = null;
  #reading: Reading | null = null;
  /** How many findings are underlined at once. */
  #most = 0;

  constructor(
    readonly element: HTMLElement,
    readonly host: HostAdapter,
  ) {
    this.editor = editorFor(element, host.notDraft);
    const { signal } = this.#drawing;
    if (isTextArea(element)) this.#overlay = new Overlay(element, signal);
    const root = this.#overlay?.root ?? (element.getRootNode() as Scope);
    this.#underlines = new Underlines(root, toneBehind(element), signal);
  }

  /**
   * Reads the text again. True: it changed. A text too long for one task is read in several: 'later' says that this one
   * did not come to its end.
   */
  read(): boolean | 'later' {
    const reading = this.editor.readWithin ? this.editor.readWithin(SLICE_MS) : this.editor.read();
    this.behind = !reading || this.#overlay?.show(reading.text) === false;
    if (!reading || this.behind) return 'later';
    this.#reading = reading;
    const changed = this.draft.textBecomes(this.#reading.text) !== null;
    if (changed) this.upToDate = false;
    return changed;
  }

  /** The page around the box may have changed: its place, its letters, what is behind it. */
  refresh(): void {
    this.#underlines.tone = toneBehind(this.element);
    this.#overlay?.refresh();
  }

  /** Light or dark, by what is behind the draft. */
  get tone(): Tone {
    return this.#underlines.tone;
  }

  /** Draws what stands in the draft now. */
  paint({ maxUnderlines, underlineStyle }: Drawn): void {
    this.#most = maxUnderlines;
    const painted: Painted[] = [];
    // Of a ticket that lies under the one on show nothing is drawn.
    const quiet = this.snoozed || !ticketOf(this.host, this.element);
    const marked = quiet ? [] : this.draft.underlined(maxUnderlines);
    const add = (span: Span, look: Painted['look']) => {
      const range = this.rangeOf(span);
      if (range && !range.collapsed) painted.push({ look, range });
    };
    for (const { id, span, severity } of marked) {
      if (!span) continue;
      const look = severity === 'high' ? 'high' : 'medium';
      add(span, look);
      if (id === this.draft.current) add(span, `open-${look}`);
    }
    for (const gap of quiet ? [] : this.draft.gaps) add(gap, 'gap');
    this.#underlines.dress(underlineStyle);
    this.#underlines.paint(painted);
  }

  rangeOf(span: Span): Range | null {
    if (this.#overlay) return this.#overlay.rangeOf(span);
    return this.#reading?.rangeOf(span) ?? null;
  }

  /** Where a span is to be seen, one rectangle a line, in the viewport's CSS pixels. */
  rectsOf(span: Span): DOMRect[] {
    const rects = [...(this.rangeOf(span)?.getClientRects() ?? [])];
    const clip = this.clip;
    return rects.filter((rect) => rect.bottom > clip.top && rect.top < clip.bottom);
  }

  /** Every line of the draft that is in sight. Line by line: a range over whole blocks would give the blocks. */
  get lineRects(): DOMRect[] {
    let at = 0;
    const lines = this.draft.text.split('\n').map((line): Span => {
      const start = at;
      at += line.length + 1;
      return { start, end: start + line.length };
    });
    const shown = this.draft.finding(this.draft.current)?.span?.start ?? this.editor.selection()?.start ?? 0;
    const middle = lines.length > MOST_LINES ? lines.findIndex(({ end }) => end >= shown) : 0;
    return lines
      .slice(Math.max(0, middle - MOST_LINES / 2), middle + MOST_LINES)
      .flatMap((line) => (line.end > line.start ? this.rectsOf(line) : []));
  }

  /** The part of the page in which the draft's text is to be seen. */
  get clip(): DOMRect {
    return this.#overlay?.clip ?? this.element.getBoundingClientRect();
  }

  /** The underlined finding at a place in the viewport (CSS pixels); of several the shortest. */
  findingAt(x: number, y: number): string | null {
    const slack = 2;
    const hit = (rect: DOMRect) =>
      x >= rect.left && x <= rect.right && y >= rect.top - slack && y <= rect.bottom + slack;
    const under = this.draft
      .underlined(this.#most)
      .filter(({ span }) => span && this.rectsOf(span).some(hit))
      .toSorted((a, b) => length(a.span) - length(b.span));
    return under[0]?.id ?? null;
  }

  /** A rewrite was used: it can be taken back, by the agent's own undo too. */
  used(use: Use): void {
    this.draft.used(use);
    this.#use.abort();
    this.#use = new AbortController();
    followUndo(this, use, this.#use.signal);
  }

  stop(): void {
    this.#use.abort();
    this.editor.stop?.();
    this.#drawing.abort();
  }
}

const length = (span: Span | null) => (span ? span.end - span.start : 0);
