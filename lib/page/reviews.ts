/** Asks the engine for reviews and suggestions, and gives the drafts what it answers. */
import type { Conversation, Edit, Finding, Review, Span } from '../engine/types';
import { readConversation } from '../hosts/conversation';
import type { BackgroundToPage, PageToBackground } from '../messages';
import type { Asked, ReplyBox } from './box';
import { MOMENT_MS, PAUSE_MS, REST_MS } from './pace';
import { engineId } from './part';
import { LONG, nextWindow, WHOLE_MOST, windowAround } from './window';

export interface ReviewsParts {
  boxes: Iterable<ReplyBox>;
  post(message: PageToBackground): void;
  /** Reads the box's text anew. */
  update(box: ReplyBox): void;
  /** Something that is shown of the box is not what it was. */
  changed(box: ReplyBox): void;
}

export class Reviews {
  #seq = 0;
  /** Each box has a pause of its own: one that was left in the middle of it is read all the same. */
  readonly #pauses = new Map<ReplyBox, ReturnType<typeof setTimeout>>();
  #rest: ReturnType<typeof setTimeout> | undefined;
  #drawing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly parts: ReviewsParts,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => {
      this.cancel();
      clearTimeout(this.#drawing);
    });
  }

  /** Asks for a review of the box's newest text; of a long one, for the part that the caret is in. */
  ask(box: ReplyBox): void {
    this.cancel(box);
    if (box.composing || box.writing) return;
    this.parts.update(box);
    // A change that was only seen now plans a review of its own: this is it.
    this.cancel(box);
    if (box.behind) return;
    const conversation = readConversation(box.host, box.element);
    const { draft } = box;
    if (draft.read && !sameConversation(conversation, draft.conversation)) draft.read = [];
    draft.conversation = conversation;
    const { text } = draft;
    if (text.length <= LONG) this.#post(box, null, true);
    else {
      draft.read ??= [];
      this.#post(box, windowAround(text, caretOf(box)), true);
    }
  }

  #post(box: ReplyBox, part: Span | null, first: boolean): void {
    const { text, conversation } = box.draft;
    box.asked = { seq: ++this.#seq, text, part, first, answered: false };
    const draft = part ? text.slice(part.start, part.end) : text;
    this.parts.post({ type: 'review', seq: box.asked.seq, draft, conversation, host: box.host.id });
  }

  /** A long draft is read on, part by part, while the agent rests; at last as a whole, where that is not too much. */
  #readOn(box: ReplyBox): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const { draft, asked } = box;
      if (!asked?.answered || !draft.read || asked.text !== draft.text) return;
      if (box.composing || box.writing || this.#missing(box).length) {
        this.#readOn(box);
        return;
      }
      const next = nextWindow(draft.text, draft.read, caretOf(box));
      if (next) this.#post(box, next, false);
      else if (draft.text.length <= WHOLE_MOST) this.#post(box, null, false);
    }, REST_MS);
  }

  /** Findings of the part that was read last whose suggestions are still being made. */
  #missing({ draft, asked }: ReplyBox): Finding[] {
    if (!asked?.part || !asked.first) return [];
    return draft.visible.filter((each) => within(each.span, asked.part) && !draft.suggestionsFor(each.id));
  }

  /** Asks once the agent pauses. */
  askSoon(box: ReplyBox): void {
    this.cancel(box);
    const ask = () => {
      // Taken away meanwhile.
      if ([...this.parts.boxes].includes(box)) this.ask(box);
    };
    this.#pauses.set(box, setTimeout(ask, PAUSE_MS));
  }

  /** Asks again where the talk with the customer is no longer the one that the draft was reviewed in. */
  askIfAnswered(box: ReplyBox): void {
    if (!sameConversation(readConversation(box.host, box.element), box.draft.conversation)) this.ask(box);
  }

  /** Does not ask after all: for this box, or for any. */
  cancel(box?: ReplyBox): void {
    clearTimeout(this.#rest);
    for (const [paused, timer] of this.#pauses) {
      if (box && paused !== box) continue;
      clearTimeout(timer);
      this.#pauses.delete(paused);
    }
  }

  /** Asks for a finding's suggestions where they have not come yet. */
  ensureSuggestions(box: ReplyBox, finding: string): void {
    const { draft, asked } = box;
    if (!asked || draft.suggestionsFor(finding)) return;
    const span = draft.finding(finding)?.span ?? null;
    if (asked.part && span && !within(span, asked.part)) {
      // The engine makes them for what it read last.
      this.cancel(box);
      this.#post(box, windowAround(draft.text, span.start), true);
    } else this.parts.post({ type: 'suggest', seq: asked.seq, findings: [engineId(finding)] });
  }

  /** Takes in an answer; one to a question that was put anew meanwhile is dropped. */
  received(message: Exclude<BackgroundToPage, { type: 'command' }>): void {
    const box = [...this.parts.boxes].find((candidate) => candidate.asked?.seq === message.seq);
    if (!box?.asked) return;
    const { draft } = box;
    switch (message.type) {
      case 'reviewed':
        box.upToDate = box.asked.text === draft.text;
        if (draft.notice?.id === 'engine') draft.notice = null;
        this.#reviewed(box, box.asked, message.review);
        break;
      case 'suggested':
        draft.suggested(inDraft(box, message.suggestions), box.asked.text);
        // They come one by one, and many: drawn once for all of a moment.
        this.#drawing ??= setTimeout(() => {
          this.#drawing = undefined;
          this.parts.changed(box);
        }, MOMENT_MS);
        return;
      case 'failed':
        box.upToDate = box.asked.text === draft.text;
        draft.notice = { id: 'engine', text: message.message };
        break;
    }
    this.parts.changed(box);
  }

  #reviewed(box: ReplyBox, asked: Asked, review: Review): void {
    const { draft } = box;
    const { part, text, first } = asked;
    // Answered again without being asked: the settings changed, and what the other parts gave is no longer so.
    if (part && asked.answered) draft.read = [];
    asked.answered = true;
    if (part) draft.reviewedPart(review, text, part, first);
    else draft.reviewed(review, text);
    const wanted = draft.wanted.filter((id) => !part || (first && within(draft.finding(id)?.span ?? null, part)));
    if (wanted.length) this.parts.post({ type: 'suggest', seq: asked.seq, findings: wanted.map(engineId) });
    if (part) this.#readOn(box);
  }
}

/** Suggestions by the engine's ids, in the part that it read, as they stand in the draft. */
function inDraft({ draft, asked }: ReplyBox, made: Record<string, Edit[]>): Record<string, Edit[]> {
  const part = asked?.part;
  if (!part) return made;
  const named = draft.visible.filter(({ id, span }) => engineId(id) in made && within(span, part));
  return Object.fromEntries(
    named.map(({ id }) => [
      id,
      (made[engineId(id)] ?? []).map((edit) => ({
        ...edit,
        start: edit.start + part.start,
        end: edit.end + part.start,
      })),
    ]),
  );
}

function within(span: Span | null, part: Span | null): boolean {
  return span !== null && part !== null && span.start >= part.start && span.end <= part.end;
}

/** Where the agent is; while they are elsewhere, where they were. */
function caretOf(box: ReplyBox): number {
  const { part } = box.asked ?? {};
  return box.editor.selection()?.start ?? (part ? (part.start + part.end) / 2 : 0);
}

function sameConversation(a: Conversation, b: Conversation): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
