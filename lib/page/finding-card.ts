/** Shows one finding of a reply box in the card: what is in it, where it stands, and what a screen reader hears of it. */
import type { Command } from '../messages';
import { plural, t } from '../ui/text';
import type { ReplyBox } from './box';
import { Card } from './card';
import type { Anchor } from './card-place';
import { placeInPage } from './frame-place';
import { formatKey, type KeyCommand } from './keys';
import { messagesAround, obstaclesAround } from './obstacles';

/** A pointer or a click shows the card where the underline is; a key brings the underline into sight first. */
export type OpenedBy = 'hover' | 'click' | 'key';

export interface FindingCardParts {
  keys(): Record<KeyCommand, string>;
  command(command: Command): void;
}

export class FindingCard {
  /** null: it is closed. */
  openedBy: OpenedBy | null = null;
  readonly #card: Card;

  constructor(
    private readonly parts: FindingCardParts,
    signal: AbortSignal,
  ) {
    this.#card = new Card(document, signal);
  }

  get open(): boolean {
    return this.#card.open;
  }

  holds(event: Event): boolean {
    return this.#card.holds(event);
  }

  /** Shows the box's current finding; without one the card closes. */
  show(box: ReplyBox): void {
    const { draft } = box;
    const finding = draft.finding(draft.current);
    if (!finding) {
      this.hide();
      return;
    }
    this.#card.show(
      {
        finding,
        draft: draft.text,
        edits: draft.suggestionsFor(finding.id)?.map(({ edit }) => edit),
        variant: draft.variant,
        notice: draft.notice,
        keys: this.parts.keys(),
        command: (command) => this.parts.command(command),
      },
      box.tone,
      () => anchorOf(box, document),
    );
  }

  hide(): void {
    this.openedBy = null;
    this.#card.hide();
  }

  /** The page around it may have moved. */
  follow(): void {
    this.#card.follow();
  }

  /** Read out by a screen reader when it next pauses. */
  say(text: string): void {
    this.#card.announce(text);
  }

  announceFindings(count: number): void {
    this.say(plural('page_announce', count, formatKey(this.parts.keys().next)));
  }

  /** What the card shows, for those who can't see it: the focus does not move there. */
  readOut({ draft }: ReplyBox, finding: string): void {
    const rewrite = draft.suggestionsFor(finding)?.[draft.variant]?.edit.text.trim();
    const message = draft.finding(finding)?.message ?? '';
    this.say(rewrite ? t('card_read', message, rewrite, formatKey(this.parts.keys().use)) : message);
  }
}

/** In the viewport of the page that the card is in. */
function anchorOf(box: ReplyBox, page: Document): Anchor {
  const span = box.draft.finding(box.draft.current)?.span;
  const inPage = (rects: DOMRect[]) => rects.flatMap((rect) => placeInPage(rect, box.element, page) ?? []);
  const around = { keep: obstaclesAround(box.element), thread: messagesAround(box, page) };
  const written = inPage(box.lineRects);
  if (span) return { lines: inPage(box.rectsOf(span)), draft: written, ...around };
  // The draft as a whole: beside what is written in it, or beside the box while nothing is.
  return { lines: written.length ? written : inPage([box.clip]), draft: [], ...around };
}
