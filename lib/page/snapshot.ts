/** What the sidebar is told of the page: how a reply box stands, and when it is said. */
import { surfaceOf } from '../hosts/conversation';
import type { Snapshot } from '../messages';
import type { ReplyBox } from './box';
import type { Draft } from './draft';
import { MOMENT_MS, PAUSE_MS } from './pace';
import { placeOf } from './place';
import { nextWindow, WHOLE_MOST } from './window';

export function emptySnapshot(): Snapshot {
  return {
    status: 'no-box',
    surface: null,
    draft: '',
    conversation: {},
    review: null,
    suggestions: {},
    current: null,
    variant: 0,
    left: [],
    visible: [],
    canUndo: false,
    notice: null,
    snooze: null,
  };
}

export function snapshotOf(box: ReplyBox): Snapshot {
  const { draft } = box;
  return {
    status: box.snoozed ? 'snoozed' : box.upToDate ? 'ready' : 'reading',
    surface: surfaceOf(box.host, box.element, placeOf(window)),
    draft: draft.text,
    conversation: draft.conversation,
    review: draft.review,
    ...reachOf(draft),
    suggestions: draft.suggestions,
    current: draft.current,
    variant: draft.variant,
    left: [...draft.left],
    visible: draft.visible.map(({ id }) => id),
    canUndo: draft.undoable !== null,
    notice: draft.notice,
    snooze: box.snoozed ? { scope: 'reply', until: null } : null,
  };
}

function reachOf({ read, text }: Draft): Pick<Snapshot, 'reach'> {
  if (!read) return {};
  return { reach: nextWindow(text, read, 0) || text.length <= WHOLE_MOST ? 'part' : 'parts' };
}

export interface PublisherParts {
  snapshot(): Snapshot;
  send(snapshot: Snapshot): void;
  /** ms since the last keystroke. */
  sinceTyping(): number;
}

/** Sends a snapshot once for the changes of a moment, and less often while the agent types. */
export class Publisher {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly parts: PublisherParts,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  publish(): void {
    const typing = this.parts.sinceTyping() < PAUSE_MS;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.parts.send(this.parts.snapshot());
      },
      typing ? PAUSE_MS : MOMENT_MS,
    );
  }
}
