/** Asks the engine for reviews and suggestions, and gives the drafts what it answers. */
import type { Conversation } from '../engine/types';
import { readConversation } from '../hosts/conversation';
import type { BackgroundToPage, PageToBackground } from '../messages';
import type { ReplyBox } from './box';
import { MOMENT_MS, PAUSE_MS } from './pace';

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
  #pause: ReturnType<typeof setTimeout> | undefined;
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

  /** Asks for a review of the box's newest text. */
  ask(box: ReplyBox): void {
    this.cancel();
    if (box.composing || box.writing) return;
    this.parts.update(box);
    // A change that was only seen now plans a review of its own: this is it.
    this.cancel();
    box.draft.conversation = readConversation(box.host, box.element);
    const { text, conversation } = box.draft;
    box.asked = { seq: ++this.#seq, text };
    this.parts.post({ type: 'review', seq: box.asked.seq, draft: text, conversation });
  }

  /** Asks once the agent pauses. */
  askSoon(box: ReplyBox): void {
    this.cancel();
    this.#pause = setTimeout(() => this.ask(box), PAUSE_MS);
  }

  /** Asks again where the talk with the customer is no longer the one that the draft was reviewed in. */
  askIfAnswered(box: ReplyBox): void {
    if (!sameConversation(readConversation(box.host, box.element), box.draft.conversation)) this.ask(box);
  }

  /** Does not ask after all. */
  cancel(): void {
    clearTimeout(this.#pause);
  }

  /** Asks for a finding's suggestions where they have not come yet. */
  ensureSuggestions(box: ReplyBox, finding: string): void {
    if (box.asked && !box.draft.suggestionsFor(finding)) {
      this.parts.post({ type: 'suggest', seq: box.asked.seq, findings: [finding] });
    }
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
        draft.reviewed(message.review, box.asked.text);
        if (draft.wanted.length) this.parts.post({ type: 'suggest', seq: message.seq, findings: draft.wanted });
        break;
      case 'suggested':
        draft.suggested(message.suggestions, box.asked.text);
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
}

function sameConversation(a: Conversation, b: Conversation): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
