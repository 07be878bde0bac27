/**
 * What the coach knows of one draft: its text, the newest review carried along with the typing, what is open and what
 * the agent left. Knows no DOM and no clock.
 */
import type { Conversation, Edit, Finding, Gap, Review, Span } from '../engine/types';
import type { Notice } from '../messages';
import { merged, placed } from './part';
import { type Change, changeBetween, movedSpan, type Suggestion, shiftReview, shiftSuggestions } from './shift';
import { readAfter, withSpan } from './window';

/** What a rewrite that was used changed, so that it can be taken back as long as nothing else was typed. */
export interface Use {
  before: string;
  after: string;
  /** What stood there between, where the editor took it in parts. */
  steps: readonly string[];
  /** Where the caret stood before. */
  caret: Span | null;
}

export class Draft {
  text = '';
  conversation: Conversation = {};
  review: Review | null = null;
  /** What of the text the review is of; null: all of it, as a whole. */
  read: Span[] | null = null;
  current: string | null = null;
  variant = 0;
  notice: Notice | null = null;
  readonly left = new Set<string>();
  readonly #suggestions = new Map<string, Suggestion[]>();
  #lastUse: Use | null = null;

  /** The text is now this. Gives the change, or null where there is none. */
  textBecomes(text: string): Change | null {
    const change = changeBetween(this.text, text);
    if (!change) return null;
    this.text = text;
    if (!text.trim()) this.#startOver();
    if (this.review) this.review = shiftReview(this.review, change, text);
    if (this.read) this.read = readAfter(this.read, change, text);
    for (const [id, list] of this.#suggestions) this.#setSuggestions(id, list, change);
    this.#keepCurrent();
    return change;
  }

  /** A review of `ofText`, an earlier state of this text or the newest. */
  reviewed(review: Review, ofText: string): void {
    const change = changeBetween(ofText, this.text);
    this.read = null;
    this.#becomes(change ? shiftReview(review, change, this.text) : review);
  }

  /** A review of `ofText.slice(part.start, part.end)` alone. `first`: it is the part that the agent is in. */
  reviewedPart(review: Review, ofText: string, part: Span, first: boolean): void {
    const change = changeBetween(ofText, this.text);
    const there = placed(review, part.start);
    const region = change ? movedSpan(part, change) : part;
    this.read = withSpan(this.read ?? [], part);
    if (change) this.read = readAfter(this.read, change, this.text);
    this.#becomes(merged(this.review, change ? shiftReview(there, change, this.text) : there, region, first));
  }

  #becomes(review: Review): void {
    this.review = review;
    const alive = new Set(review.findings.map((finding) => finding.id));
    for (const id of this.#suggestions.keys()) if (!alive.has(id)) this.#suggestions.delete(id);
    this.#keepCurrent();
  }

  /** Suggestions for the review of `ofText`. */
  suggested(suggestions: Record<string, Edit[]>, ofText: string): void {
    const change = changeBetween(ofText, this.text);
    for (const [id, edits] of Object.entries(suggestions)) {
      const list = edits.map((edit) => ({ edit, expected: ofText.slice(edit.start, edit.end) }));
      this.#setSuggestions(id, list, change);
    }
  }

  finding(id: string | null): Finding | null {
    return this.review?.findings.find((finding) => finding.id === id) ?? null;
  }

  /** Most important first, without what the agent left. */
  get visible(): Finding[] {
    return this.review?.findings.filter((finding) => !this.left.has(finding.id)) ?? [];
  }

  /** The findings to underline: with a place in the text, and more than a hint. The open one is always among them. */
  underlined(most: number): Finding[] {
    const marked = this.visible.filter((finding) => finding.span && finding.severity !== 'low').slice(0, most);
    const open = this.visible.find((finding) => finding.id === this.current && finding.span);
    return open && !marked.includes(open) ? [...marked, open] : marked;
  }

  get gaps(): Gap[] {
    return this.review?.gaps ?? [];
  }

  /** undefined: not made yet. Best first. */
  suggestionsFor(id: string): Suggestion[] | undefined {
    return this.#suggestions.get(id);
  }

  get suggestions(): Record<string, Edit[]> {
    const alive = this.visible.flatMap(({ id }) => {
      const list = this.#suggestions.get(id);
      return list ? [[id, list.map(({ edit }) => edit)] as const] : [];
    });
    return Object.fromEntries(alive);
  }

  /** Findings whose suggestions are to be asked for, the open one first. Those of a sentence that stands are kept. */
  get wanted(): string[] {
    const missing = this.visible.filter(({ id, span }) => !span || !this.#suggestions.get(id)?.length);
    return missing.map(({ id }) => id).sort((a, b) => Number(b === this.current) - Number(a === this.current));
  }

  open(id: string | null): void {
    if (this.current !== id) this.variant = 0;
    this.current = id;
  }

  /** The next suggestion for the open finding; after the last one the first again. */
  another(): void {
    const count = this.current ? (this.suggestionsFor(this.current)?.length ?? 0) : 0;
    if (count) this.variant = (this.variant + 1) % count;
  }

  /** Hides a finding in this draft. */
  leave(id: string): void {
    if (!this.finding(id)) return;
    this.left.add(id);
    if (this.current === id) this.open(null);
  }

  /**
   * The finding before or after the open one in the order of the text, those of the draft as a whole last; hints only
   * where there is nothing else. Without an open one, the first at or behind the caret (forwards) or before it.
   */
  neighbour(direction: 1 | -1, caret: number): Finding | null {
    const all = this.visible;
    const weighty = all.filter((finding) => finding.severity !== 'low' || finding.id === this.current);
    const order = (weighty.length ? weighty : all).toSorted((a, b) => place(a) - place(b));
    const at = order.findIndex((finding) => finding.id === this.current);
    if (at >= 0) return order.at((at + direction) % order.length) ?? null;
    const ahead =
      direction > 0
        ? order.find((finding) => (finding.span?.end ?? Number.MAX_SAFE_INTEGER) >= caret)
        : order.findLast((finding) => finding.span && finding.span.start < caret);
    return ahead ?? order.at(direction > 0 ? 0 : -1) ?? null;
  }

  /** The gap behind the caret (units), or the first one. A gap that is selected already gives way to the next. */
  nextGap(selection: Span | null): Gap | null {
    const sorted = this.gaps.toSorted((a, b) => a.start - b.start);
    const from = selection?.end ?? 0;
    return sorted.find((gap) => gap.start >= from) ?? sorted[0] ?? null;
  }

  /** What was suggested beside it was made for the draft without it, and might say the same once more. */
  used(use: Use): void {
    this.#lastUse = use;
    this.#suggestions.clear();
  }

  /** The use that undo would take back; null once anything else was written. */
  get undoable(): Use | null {
    return this.#lastUse?.after === this.text ? this.#lastUse : null;
  }

  /** The use that was taken back, if the text is again what it was before it. It can be done again. */
  get takenBack(): Use | null {
    return this.#lastUse?.before === this.text ? this.#lastUse : null;
  }

  #keepCurrent(): void {
    if (this.current && !this.visible.some((finding) => finding.id === this.current)) this.open(null);
    const count = this.current ? (this.suggestionsFor(this.current)?.length ?? 1) : 1;
    if (this.variant >= count) this.variant = 0;
  }

  /** Where the change touched all that a finding had, its suggestions are to be made again: none is not the answer. */
  #setSuggestions(id: string, list: Suggestion[], change: Change | null): void {
    const shifted = change ? shiftSuggestions(list, change, this.text) : list;
    if (list.length > 0 && shifted.length === 0) this.#suggestions.delete(id);
    else this.#suggestions.set(id, shifted);
  }

  /** An emptied box is a new draft: what was left in the old one counts no longer. */
  #startOver(): void {
    this.left.clear();
    this.notice = null;
    this.open(null);
  }
}

function place(finding: Finding): number {
  return finding.span?.start ?? Number.MAX_SAFE_INTEGER;
}
