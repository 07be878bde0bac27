/** Everything that the coach hears and sees of the agent's doing, in each document and shadow root that it is in. */
import { isDocument, type Scope } from '../dom';
import type { ReplyBox } from './box';
import type { Coach } from './coach';
import type { FindingCard } from './finding-card';
import { followKeys } from './key-presses';
import { clearLeftovers } from './leftovers';
import { pageEvents } from './page-events';
import { followPointer } from './pointer';
import type { ReplyBoxes } from './reply-boxes';

export interface ListeningParts {
  coach: Coach;
  boxes: ReplyBoxes;
  card: FindingCard;
  /** Something was typed or is being composed in the box; `hides`: the card has to make room. */
  typed(box: ReplyBox, hides: boolean): void;
  focused(target: Element, event: FocusEvent): void;
  /** Attributes whose change is a change of the page. */
  watched: readonly string[];
  settled(drafts: boolean): void;
  /** Is this node a part of what stands in a reply box? */
  isDraft(node: Node): boolean;
  framesChanged(): void;
  schemeChanged(): void;
  /** ms since the last keystroke. */
  sinceTyping(): number;
}

/** Gives what listens in one more document or shadow root, until that one's signal; `life` is the coach's own. */
export function listening(parts: ListeningParts, life: AbortSignal): (scope: Scope, signal: AbortSignal) => void {
  const { coach, boxes, card } = parts;
  const listenIn = pageEvents(
    {
      ...parts,
      boxOf: (event) => boxes.of(event),
      filled: (target) => boxes.filled(target),
      typed: (box) => parts.typed(box, true),
      drawn: (box, undone) => {
        if (coach.update(box) && undone) restoreCaret(box);
      },
      composed: (box) => parts.typed(box, box.composing),
      moved: () => card.follow(),
      writingIn: () => (coach.box?.writing ? coach.box.element : null),
    },
    life,
  );
  const followIn = followPointer(
    {
      where: (event) => (card.holds(event) ? 'card' : coach.box && boxes.of(event) === coach.box ? 'box' : null),
      findingAt: (x, y) => coach.box?.findingAt(x, y) ?? null,
      openByHover: () => card.openedBy === 'hover',
      sinceTyping: () => parts.sinceTyping(),
      open: (finding, by) => coach.openCard(finding, by),
      close: () => coach.closeCard(),
    },
    life,
  );
  const keys = {
    boxFor: (event: Event) => (boxes.of(event) === coach.box || card.holds(event) ? coach.box : null),
    cardOpen: () => card.open,
    keys: () => coach.keys,
    command: coach.command.bind(coach),
  };

  return (scope, signal) => {
    // The page's own was cleared before the coach drew anything there.
    if (scope !== document) clearLeftovers(scope);
    listenIn(scope, signal);
    const view = isDocument(scope) ? scope.defaultView : null;
    if (!view) return;
    followKeys(view, keys, signal);
    followIn(view, signal);
  };
}

/** The browser's undo selects what it put back; the caret belongs where it was. */
function restoreCaret(box: ReplyBox): void {
  const caret = box.draft.takenBack?.caret;
  if (caret) box.editor.select(caret);
}
