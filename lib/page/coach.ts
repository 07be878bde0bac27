/**
 * The coach in one page, while it is switched on: has the boxes read and reviewed, has shown what the engine finds,
 * and does what the agent asks for. All that it adds to the page goes when its signal aborts.
 */
import { isDocument, type Scope } from '../dom';
import { rootsUnder } from '../hosts/deep-query';
import { ticketOf } from '../hosts/ticket';
import type { HostAdapter } from '../hosts/types';
import type { BackgroundToPage, Command, Notice, PageToBackground, Snapshot } from '../messages';
import { changeSettings, type Settings } from '../store/settings';
import type { ReplyBox } from './box';
import { execute } from './commands';
import { Display } from './display';
import type { OpenedBy } from './finding-card';
import { type KeyCommand, keysInForce } from './keys';
import { listening } from './listening';
import { ReplyBoxes } from './reply-boxes';
import { Reviews } from './reviews';
import { Scopes } from './scopes';
import { SendGuard } from './send-guard';

export interface CoachParts {
  hosts: readonly HostAdapter[];
  settings: () => Settings;
  post(message: PageToBackground): void;
  publish(snapshot: Snapshot): void;
  signal: AbortSignal;
}

export class Coach {
  readonly #boxes: ReplyBoxes;
  readonly #reviews: Reviews;
  readonly #display: Display;
  readonly #sendGuard: SendGuard;
  readonly #scopes: Scopes;
  #typedAt = Number.NEGATIVE_INFINITY;
  #reading: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: CoachParts) {
    const { hosts, post, signal } = parts;
    let listenIn: (scope: Scope, signal: AbortSignal) => void;
    const bind = (scope: Scope, until: AbortSignal) => {
      listenIn(scope, until);
      if (isDocument(scope) && scope.defaultView) this.#sendGuard.listenIn(scope.defaultView, until);
    };
    this.#scopes = new Scopes(document, bind, signal);
    this.#boxes = new ReplyBoxes(
      hosts,
      {
        scopes: this.#scopes,
        entered: (box) => this.#entered(box),
        gone: () => this.#gone(),
        lost: () => this.#display.publish(),
      },
      signal,
    );
    this.#reviews = new Reviews(
      {
        boxes: this.#boxes,
        post,
        update: (box) => this.update(box),
        changed: (box) => this.changed(box),
      },
      signal,
    );
    this.#display = new Display(
      {
        boxes: this.#boxes,
        drawn: parts.settings,
        keys: () => this.keys,
        command: (command) => void this.command(command),
        send: (snapshot) => parts.publish(snapshot),
        sinceTyping: () => this.#sinceTyping(),
        ensureSuggestions: (box, finding) => this.#reviews.ensureSuggestions(box, finding),
      },
      signal,
    );
    this.#sendGuard = new SendGuard(
      document,
      {
        boxes: this.#boxes,
        keys: () => this.keys,
        update: (box) => this.update(box),
        fill: (box, gap) => {
          // The focus makes it the box that commands are for.
          box.element.focus({ preventScroll: true });
          void this.command({ name: 'fill-gap', gap });
        },
        say: (text) => this.#display.card.say(text),
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(this.#reading));
    listenIn = this.#listen();
    this.#look();
    this.#display.publish();
  }

  /** The reply box that had the focus last. */
  get box(): ReplyBox | null {
    return this.#boxes.current;
  }

  get keys(): Record<KeyCommand, string> {
    return keysInForce(this.parts.settings().keys);
  }

  // ---------------------------------------------------------------- what comes from outside

  received(message: BackgroundToPage): void {
    if (message.type === 'command') void this.command(message.command);
    else this.#reviews.received(message);
  }

  /** The line to the background is open again: it knows nothing any more. */
  sayAgain(): void {
    if (this.box) this.ask(this.box);
    this.#display.publish();
  }

  settingsChanged(): void {
    this.#display.repaint();
    this.#display.publish();
  }

  /** Does what was asked for, by key, in the card or in the sidebar. */
  command(command: Command): Promise<void> {
    return execute(this, command);
  }

  // ---------------------------------------------------------------- what commands are made of

  openCard(finding: string, by: OpenedBy): void {
    const { box } = this;
    if (box && !box.composing && !box.snoozed) this.#display.openCard(box, finding, by);
  }

  closeCard(): void {
    this.#display.closeCard();
  }

  notify(box: ReplyBox, notice: Notice): void {
    this.#display.notify(box, notice);
  }

  /** Reads the box now, and draws what is true of it. Nothing happens while a composition is under way. */
  update(box: ReplyBox): boolean {
    if (box.composing || box.writing) return false;
    const changed = box.read();
    if (changed === 'later') {
      this.#readOn(box);
      return false;
    }
    if (changed) {
      if (!box.draft.text.trim()) box.snoozed = false;
      this.#reviews.askSoon(box);
      this.changed(box);
    }
    return changed;
  }

  /** Goes on with a text that was too long for one task. */
  #readOn(box: ReplyBox): void {
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => this.update(box), 0);
  }

  changed(box: ReplyBox): void {
    this.#display.changed(box);
    this.#sendGuard.changed(box);
  }

  /** Asks for a review of the box's newest text. */
  ask(box: ReplyBox): void {
    this.#reviews.ask(box);
  }

  /** Asks for a finding's suggestions where they have not come yet. */
  ensureSuggestions(box: ReplyBox, finding: string): void {
    this.#reviews.ensureSuggestions(box, finding);
  }

  changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<unknown> {
    return changeSettings(change);
  }

  // ---------------------------------------------------------------- what happens in the page

  #listen(): (scope: Scope, signal: AbortSignal) => void {
    const { card } = this.#display;
    return listening(
      {
        coach: this,
        boxes: this.#boxes,
        card,
        typed: (box, hides) => this.#typed(box, hides),
        focused: (target, event) => {
          this.#scopes.joinRoots(event.composedPath());
          if (!card.holds(event)) this.#boxes.focused(target);
        },
        watched: this.#boxes.host.watched ?? [],
        settled: (drafts) => this.#settle(drafts),
        isDraft: (node) => [...this.#boxes].some(({ element }) => element.contains(node)),
        framesChanged: () => this.#look(),
        schemeChanged: () => this.#display.repaint(),
        sinceTyping: () => this.#sinceTyping(),
      },
      this.parts.signal,
    );
  }

  /** Which boxes are still there, where the coach must listen now, and whether the agent is in a reply box there. */
  #look(): void {
    this.#boxes.sweep();
    this.#scopes.look();
    this.#boxes.enterFocused(this.#scopes.focused);
    const ticket = this.box && ticketOf(this.box.host, this.box.element);
    if (ticket) this.#scopes.joinRoots(rootsUnder(ticket));
  }

  #entered(box: ReplyBox): void {
    this.#display.card.hide();
    this.ask(box);
    this.changed(box);
  }

  #gone(): void {
    this.#display.card.hide();
    this.#reviews.cancel();
    this.#display.publish();
  }

  /** The card never stands over someone who types. */
  #typed(box: ReplyBox, hides: boolean): void {
    this.#typedAt = performance.now();
    // A box that was emptied and filled again within one frame is another reply: it must not sleep on.
    if (box.snoozed) this.update(box);
    if (box.composing) this.#reviews.cancel(box);
    if (hides && box === this.box) this.#display.card.hide();
  }

  /** The page changed by itself: boxes came or went, a macro wrote, a message arrived, another ticket is on show. */
  #settle(drafts: boolean): void {
    if (drafts) {
      // Typing changes nothing around the draft; an editor may have made its nodes anew.
      for (const box of this.#boxes) this.update(box);
      this.#display.paint();
      return;
    }
    this.#look();
    for (const box of this.#boxes) this.update(box);
    this.#display.repaint();
    const { box } = this;
    if (!box || box.composing || box.writing) return;
    this.#reviews.askIfAnswered(box);
    this.#display.card.follow();
  }

  /** ms since the last keystroke. */
  #sinceTyping(): number {
    return performance.now() - this.#typedAt;
  }
}
