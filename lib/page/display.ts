/** Shows how things stand: underlines in the boxes, the card, a snapshot for the sidebar, a word for screen readers. */
import type { Command, Notice, Snapshot } from '../messages';
import { Announcer } from './announcer';
import type { Drawn, ReplyBox } from './box';
import { FindingCard, type OpenedBy } from './finding-card';
import type { KeyCommand } from './keys';
import { noticeText } from './notice-text';
import type { ReplyBoxes } from './reply-boxes';
import { scrollToRect } from './scroll';
import { emptySnapshot, Publisher, snapshotOf } from './snapshot';

export interface DisplayParts {
  boxes: ReplyBoxes;
  drawn(): Drawn;
  keys(): Record<KeyCommand, string>;
  command(command: Command): void;
  send(snapshot: Snapshot): void;
  /** ms since the last keystroke. */
  sinceTyping(): number;
  ensureSuggestions(box: ReplyBox, finding: string): void;
}

export class Display {
  readonly card: FindingCard;
  readonly #announcer: Announcer;
  readonly #publisher: Publisher;

  constructor(
    private readonly parts: DisplayParts,
    signal: AbortSignal,
  ) {
    this.card = new FindingCard(parts, signal);
    this.#announcer = new Announcer((count) => this.card.announceFindings(count), signal);
    this.#publisher = new Publisher({ ...parts, snapshot: () => this.snapshot() }, signal);
  }

  /** What is known of the box changed: draws it, and tells the sidebar. */
  changed(box: ReplyBox): void {
    const drawn = this.parts.drawn();
    if (!box.composing) box.paint(drawn);
    if (box !== this.parts.boxes.current) return;
    if (this.card.open) this.card.show(box);
    this.#announcer.update(box.snoozed ? [] : box.draft.underlined(drawn.maxUnderlines));
    this.publish();
  }

  /** The page around the boxes may have changed. */
  repaint(): void {
    for (const box of this.parts.boxes) if (!box.composing) box.refresh();
    this.paint();
  }

  /** The letters may be other nodes than before. */
  paint(): void {
    for (const box of this.parts.boxes) if (!box.composing) box.paint(this.parts.drawn());
  }

  openCard(box: ReplyBox, finding: string, by: OpenedBy): void {
    box.draft.open(finding);
    this.card.openedBy = by;
    if (by === 'key') reveal(box, finding);
    this.parts.ensureSuggestions(box, finding);
    this.card.show(box);
    this.changed(box);
    if (by === 'key') this.card.readOut(box, finding);
  }

  /** Closes the card; the finding is open no longer. */
  closeCard(): void {
    if (!this.card.openedBy) return;
    this.card.hide();
    const box = this.parts.boxes.current;
    box?.draft.open(null);
    if (box) this.changed(box);
  }

  /** Says what went otherwise than asked for: in the card, in the sidebar, and to a screen reader. */
  notify(box: ReplyBox, notice: Notice): void {
    box.draft.notice = notice;
    this.card.say(noticeText(notice));
    this.changed(box);
  }

  publish(): void {
    this.#publisher.publish();
  }

  snapshot(): Snapshot {
    const { current, report } = this.parts.boxes;
    const snapshot = current ? snapshotOf(current) : emptySnapshot();
    if (!report) return snapshot;
    return { ...snapshot, status: current ? snapshot.status : 'lost', report };
  }
}

function reveal(box: ReplyBox, finding: string): void {
  const span = box.draft.finding(finding)?.span;
  const rect = span && box.rangeOf(span)?.getBoundingClientRect();
  if (rect) scrollToRect(rect, box.element);
}
