/**
 * The coach in one page, while it is switched on: finds reply boxes, keeps up with what is typed in them, shows what
 * the engine finds, and does what the agent asks for. All that it adds to the page goes when its signal aborts.
 */
import type { Conversation } from '../engine/types';
import { boxFrom, knowsAnyBox } from '../hosts';
import { readConversation, surfaceOf } from '../hosts/conversation';
import type { HostAdapter } from '../hosts/types';
import type { BackgroundToPage, Command, Notice, PageToBackground, Snapshot } from '../messages';
import { changeSettings, type Settings } from '../store/settings';
import { plural, t } from '../ui/text';
import { Announcer } from './announcer';
import { ReplyBox } from './box';
import { type Anchor, Card } from './card';
import { execute } from './commands';
import { commandOf, formatKey, type KeyCommand, keysInForce } from './keys';
import { noticeText } from './notice-text';
import { obstaclesAround } from './obstacles';
import { placeOf } from './place';
import { followPointer } from './pointer';
import { scrollToRect } from './scroll';

/** The pause after the last keystroke after which the draft is read by the engine. */
export const PAUSE_MS = 180;
/** What the page changes by itself (a macro, a new message) is looked at this much later, once for many changes. */
const SETTLE_MS = 250;

/** What happens within this time is drawn and told together. */
const MOMENT_MS = 40;

export interface CoachParts {
  host: HostAdapter;
  settings: () => Settings;
  post(message: PageToBackground): void;
  publish(snapshot: Snapshot): void;
  signal: AbortSignal;
}

export type OpenedBy = 'hover' | 'click' | 'key';

export class Coach {
  /** The reply box that had the focus last. */
  box: ReplyBox | null = null;
  readonly #boxes = new Map<HTMLElement, ReplyBox>();
  readonly #card: Card;
  readonly #announcer: Announcer;
  #lost = false;
  #seq = 0;
  #openedBy: OpenedBy | null = null;
  #typedAt = Number.NEGATIVE_INFINITY;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #drawTimer: ReturnType<typeof setTimeout> | undefined;
  #publishTimer: ReturnType<typeof setTimeout> | undefined;
  #updateFrame = 0;

  constructor(private readonly parts: CoachParts) {
    const { signal } = parts;
    const listen = { capture: true, signal };
    this.#card = new Card(document, signal);
    this.#announcer = new Announcer((count) => this.#announce(count), signal);
    document.addEventListener('focusin', this.#onFocus, listen);
    document.addEventListener('input', this.#onInput, listen);
    document.addEventListener('compositionstart', this.#onComposition, listen);
    document.addEventListener('compositionend', this.#onComposition, listen);
    window.addEventListener('keydown', this.#onKey, listen);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#repaint, { signal });
    const observer = new MutationObserver(this.#onMutations);
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    followPointer(
      window,
      {
        where: (event) =>
          this.#card.holds(event) ? 'card' : this.#boxOf(event) === this.box && this.box ? 'box' : null,
        findingAt: (x, y) => this.box?.findingAt(x, y, this.most) ?? null,
        openByHover: () => this.#openedBy === 'hover',
        sinceTyping: () => performance.now() - this.#typedAt,
        open: (finding, by) => this.openCard(finding, by),
        close: () => this.closeCard(),
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      observer.disconnect();
      cancelAnimationFrame(this.#updateFrame);
      for (const timer of [this.#askTimer, this.#settleTimer, this.#drawTimer, this.#publishTimer]) clearTimeout(timer);
      for (const box of this.#boxes.values()) box.stop();
      this.#boxes.clear();
    });
    this.#adoptFocused();
    this.publish();
  }

  get most(): number {
    return this.parts.settings().maxUnderlines;
  }

  get keys(): Record<KeyCommand, string> {
    return keysInForce(this.parts.settings().keys);
  }

  // ---------------------------------------------------------------- what the background says

  received(message: BackgroundToPage): void {
    if (message.type === 'command') return void this.command(message.command);
    const box = [...this.#boxes.values()].find((candidate) => candidate.asked?.seq === message.seq);
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
        this.#drawTimer ??= setTimeout(() => {
          this.#drawTimer = undefined;
          this.changed(box);
        }, MOMENT_MS);
        return;
      case 'failed':
        box.upToDate = box.asked.text === draft.text;
        draft.notice = { id: 'engine', text: message.message };
        break;
    }
    this.changed(box);
  }

  /** The line to the background is open again: it knows nothing any more. */
  sayAgain(): void {
    if (this.box) this.ask(this.box);
    this.publish();
  }

  settingsChanged(): void {
    this.#repaint();
    this.publish();
  }

  // ---------------------------------------------------------------- what the agent asks for

  /** Does what was asked for, by key, in the card or in the sidebar. */
  command(command: Command): Promise<void> {
    return execute(this, command);
  }

  /** Opens a finding. A pointer or a click shows the card where the underline is; a key brings it into sight first. */
  openCard(finding: string, by: OpenedBy): void {
    const box = this.box;
    if (!box || box.composing || box.snoozed) return;
    box.draft.open(finding);
    this.#openedBy = by;
    if (by === 'key') this.#reveal(box, finding);
    this.#ensureSuggestions(box, finding);
    this.#showCard(box);
    this.changed(box);
    if (by === 'key') this.#read(box, finding);
  }

  /** Says what went otherwise than asked for: in the card, in the sidebar, and to a screen reader. */
  notify(box: ReplyBox, notice: Notice): void {
    box.draft.notice = notice;
    this.#card.announce(noticeText(notice));
    this.changed(box);
  }

  /** Closes the card; the finding is open no longer. */
  closeCard(): void {
    if (!this.#openedBy) return;
    this.#hideCard();
    this.box?.draft.open(null);
    if (this.box) this.changed(this.box);
  }

  get cardOpen(): boolean {
    return this.#card.open;
  }

  // ---------------------------------------------------------------- keeping up

  /** Reads the box now, and draws what is true of it. Nothing happens while a composition is under way. */
  update(box: ReplyBox): boolean {
    if (box.composing || box.writing) return false;
    const changed = box.read();
    if (changed) {
      if (!box.draft.text.trim()) box.snoozed = false;
      this.#askSoon(box);
      this.changed(box);
    }
    return changed;
  }

  /** What is known of the box changed: draws it, and tells the sidebar. */
  changed(box: ReplyBox): void {
    if (!box.composing) box.paint(this.most);
    if (box === this.box) {
      if (this.#card.open) this.#showCard(box);
      this.#announcer.update(box.snoozed ? [] : box.draft.underlined(this.most));
      this.publish();
    }
  }

  /** Asks for a review of the box's newest text. */
  ask(box: ReplyBox): void {
    clearTimeout(this.#askTimer);
    if (box.composing || box.writing) return;
    this.update(box);
    clearTimeout(this.#askTimer);
    box.draft.conversation = readConversation(this.parts.host, box.element);
    const { text, conversation } = box.draft;
    box.asked = { seq: ++this.#seq, text };
    this.parts.post({ type: 'review', seq: box.asked.seq, draft: text, conversation });
  }

  /** Tells the sidebar how things stand; once for the changes of a moment, and less often while the agent types. */
  publish(): void {
    const typing = performance.now() - this.#typedAt < PAUSE_MS;
    this.#publishTimer ??= setTimeout(
      () => {
        this.#publishTimer = undefined;
        this.parts.publish(this.snapshot());
      },
      typing ? PAUSE_MS : MOMENT_MS,
    );
  }

  snapshot(): Snapshot {
    const { box } = this;
    if (!box) return { ...emptySnapshot(), status: this.#lost ? 'lost' : 'no-box' };
    const { draft } = box;
    return {
      status: box.snoozed ? 'snoozed' : box.upToDate ? 'ready' : 'reading',
      surface: surfaceOf(this.parts.host, box.element, placeOf(window)),
      draft: draft.text,
      conversation: draft.conversation,
      review: draft.review,
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

  changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<unknown> {
    return changeSettings(change);
  }

  // ---------------------------------------------------------------- listening

  readonly #onFocus = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (this.#card.holds(event) || !(target instanceof Element)) return;
    const element = boxFrom(this.parts.host, target);
    if (element) this.#adopt(element);
    else this.#noteLost(target);
  };

  readonly #onInput = (event: Event): void => {
    const box = this.#boxOf(event);
    if (!box || box.composing || box.writing) return;
    this.#typedAt = performance.now();
    if (box === this.box && this.#card.open) this.#hideCard();
    const undone = event instanceof InputEvent && event.inputType === 'historyUndo';
    cancelAnimationFrame(this.#updateFrame);
    // Editors that keep a model write the page after the event; the frame that shows it shows the underlines.
    this.#updateFrame = requestAnimationFrame(() => {
      if (this.update(box) && undone) this.#restoreCaret(box);
    });
  };

  readonly #onComposition = (event: CompositionEvent): void => {
    const box = this.#boxOf(event);
    if (!box) return;
    box.composing = event.type === 'compositionstart';
    this.#typedAt = performance.now();
    if (box.composing) {
      clearTimeout(this.#askTimer);
      if (box === this.box) this.#hideCard();
    } else requestAnimationFrame(() => this.update(box));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { box } = this;
    if (!box || !event.isTrusted || box.composing || box.snoozed) return;
    if (this.#boxOf(event) !== box && !this.#card.holds(event)) return;
    const closes = event.code === 'Escape' && this.#card.open && !event.isComposing;
    const command = closes ? 'close-card' : commandOf(event, this.keys);
    if (!command) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat || command === 'next' || command === 'previous') void this.#byKey(command);
  };

  async #byKey(command: KeyCommand | 'close-card'): Promise<void> {
    const { box } = this;
    if (!box) return;
    // What has not been shown is not done: the first press shows it.
    const needsCard = command === 'use' || command === 'another' || command === 'leave';
    if (needsCard && !this.#card.open) return this.command({ name: 'show-card' });
    // By its id: should it be gone by then, no other takes its place.
    const { current, variant } = box.draft;
    await this.command(needsCard && current ? { name: command, finding: current, variant } : { name: command });
  }

  readonly #onMutations = (records: MutationRecord[]): void => {
    if (records.every((record) => this.box?.writing && this.box.element.contains(record.target))) return;
    this.#settleTimer ??= setTimeout(() => {
      this.#settleTimer = undefined;
      this.#settle();
    }, SETTLE_MS);
  };

  /** The page changed by itself: boxes came or went, a macro wrote, a message arrived, another ticket is on show. */
  #settle(): void {
    for (const [element, box] of this.#boxes) {
      if (element.isConnected) continue;
      box.stop();
      this.#boxes.delete(element);
      if (box === this.box) this.#drop();
    }
    if (this.box && !this.parts.host.ticket(this.box.element)) this.#drop();
    this.#adoptFocused();
    for (const box of this.#boxes.values()) this.update(box);
    this.#repaint();
    const { box } = this;
    if (!box || box.composing || box.writing) return;
    if (!sameConversation(readConversation(this.parts.host, box.element), box.draft.conversation)) this.ask(box);
    this.#card.follow();
  }

  #adoptFocused(): void {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const element = focused && boxFrom(this.parts.host, focused);
    if (element) this.#adopt(element);
  }

  #adopt(element: HTMLElement): void {
    if (this.box?.element === element) return;
    this.#hideCard();
    const box = this.#boxes.get(element) ?? new ReplyBox(element, this.parts.host);
    this.#boxes.set(element, box);
    this.box = box;
    this.#lost = false;
    this.ask(box);
    this.changed(box);
  }

  #drop(): void {
    this.#hideCard();
    this.box = null;
    clearTimeout(this.#askTimer);
    this.publish();
  }

  /** The agent writes at length where a reply box is to be expected, and the adapter knows none in the whole page. */
  #noteLost(target: Element): void {
    const { host } = this.parts;
    const writes = target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
    if (!writes || this.box || !host.expectsBox?.(placeOf(window)) || knowsAnyBox(host, document)) return;
    this.#lost = true;
    this.publish();
  }

  #askSoon(box: ReplyBox): void {
    clearTimeout(this.#askTimer);
    this.#askTimer = setTimeout(() => this.ask(box), PAUSE_MS);
  }

  #boxOf(event: Event): ReplyBox | null {
    for (const target of event.composedPath()) {
      const box = target instanceof HTMLElement ? this.#boxes.get(target) : undefined;
      if (box) return box;
    }
    return null;
  }

  /** The browser's undo selects what it put back; the caret belongs where it was. */
  #restoreCaret(box: ReplyBox): void {
    const caret = box.draft.takenBack?.caret;
    if (caret) box.editor.select(caret);
  }

  // ---------------------------------------------------------------- showing

  readonly #repaint = (): void => {
    for (const box of this.#boxes.values()) {
      if (box.composing) continue;
      box.refresh();
      box.paint(this.most);
    }
  };

  #showCard(box: ReplyBox): void {
    const { draft } = box;
    const finding = draft.finding(draft.current);
    if (!finding) {
      this.#hideCard();
      return;
    }
    this.#card.show(
      {
        finding,
        draft: draft.text,
        edits: draft.suggestionsFor(finding.id)?.map(({ edit }) => edit),
        variant: draft.variant,
        notice: draft.notice,
        keys: this.keys,
        command: (command) => void this.command(command),
      },
      () => this.#anchor(box),
    );
  }

  #hideCard(): void {
    this.#openedBy = null;
    this.#card.hide();
  }

  #anchor(box: ReplyBox): Anchor {
    const span = box.draft.finding(box.draft.current)?.span;
    const keep = obstaclesAround(box.element);
    if (span) return { lines: box.rectsOf(span), keep };
    // The draft as a whole: beside the box rather than over what is written in it.
    const { left, top, right, bottom } = box.clip;
    return { lines: [{ left, top, right, bottom }], keep };
  }

  #reveal(box: ReplyBox, finding: string): void {
    const span = box.draft.finding(finding)?.span;
    const rect = span && box.rangeOf(span)?.getBoundingClientRect();
    if (rect) scrollToRect(rect, box.element);
  }

  #ensureSuggestions(box: ReplyBox, finding: string): void {
    if (box.asked && !box.draft.suggestionsFor(finding)) {
      this.parts.post({ type: 'suggest', seq: box.asked.seq, findings: [finding] });
    }
  }

  #announce(count: number): void {
    this.#card.announce(plural('page_announce', count, formatKey(this.keys.next)));
  }

  /** What the card shows, for those who can't see it: the focus does not move there. */
  #read(box: ReplyBox, finding: string): void {
    const { draft } = box;
    const rewrite = draft.suggestionsFor(finding)?.[draft.variant]?.edit.text.trim();
    const message = draft.finding(finding)?.message ?? '';
    this.#card.announce(rewrite ? t('card_read', message, rewrite, formatKey(this.keys.use)) : message);
  }
}

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

function sameConversation(a: Conversation, b: Conversation): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
