/** The reply boxes of a page: which the agent has been in, and which of them had the focus last. */
import { type Scope, standsIn } from '../dom';
import { boxFrom } from '../hosts/boxes';
import { hostAt, recognise } from '../hosts/choose';
import { ticketOf } from '../hosts/ticket';
import type { HostAdapter } from '../hosts/types';
import type { HostReport } from '../messages';
import { ReplyBox } from './box';
import { Lookout } from './lookout';
import { placeOf } from './place';

export interface ReplyBoxesParts {
  /** The documents and shadow roots that can be looked into. */
  scopes: Iterable<Scope> & { readonly focused: Element | null };
  /** Another box than before has the focus now. */
  entered(box: ReplyBox): void;
  /** The box that had the focus is gone, or of a ticket that is not on show. */
  gone(): void;
  /** The page is no longer what its adapter knows, or is so again. */
  lost(): void;
}

export class ReplyBoxes implements Iterable<ReplyBox> {
  /** The reply box that had the focus last. */
  current: ReplyBox | null = null;
  /** The adapter that the page is read with. */
  host: HostAdapter;
  readonly #known = new Map<EventTarget, ReplyBox>();
  readonly #lookout: Lookout;

  constructor(
    private readonly hosts: readonly HostAdapter[],
    private readonly parts: ReplyBoxesParts,
    signal: AbortSignal,
  ) {
    this.host = hostAt(hosts, placeOf(window));
    this.#lookout = new Lookout({ ...parts, changed: () => parts.lost() }, signal);
    signal.addEventListener('abort', () => {
      for (const box of this) box.stop();
      this.#known.clear();
    });
  }

  [Symbol.iterator](): Iterator<ReplyBox> {
    return this.#known.values();
  }

  /** The box that an event happened in. */
  of(event: Event): ReplyBox | null {
    for (const target of event.composedPath()) {
      const box = this.#known.get(target);
      if (box) return box;
    }
    return null;
  }

  /** The focus is here now. */
  focused(target: Element): void {
    this.host = recognise(this.hosts, this.host, placeOf(window), document);
    const element = boxFrom(this.host, target);
    if (element) this.#enter(element);
    this.#lookout.look(this.host, this.current?.element ?? null);
  }

  /** What the adapter does not find in this page. */
  get report(): HostReport | null {
    return this.#lookout.report;
  }

  /**
   * Text came into a box that nobody was seen to enter: a window in the background gives its focus away without an event.
   * Where the agent is in another box already, it stays with that one.
   */
  filled(target: Element): void {
    if (!this.current) this.focused(target);
  }

  /** For a box that had the focus before anyone listened, or that only now became one. */
  enterFocused(focused: Element | null): void {
    const element = focused && boxFrom(this.host, focused);
    if (element) this.#enter(element);
  }

  /** Lets go of boxes that the page took away or put out of sight. */
  sweep(): void {
    for (const [element, box] of this.#known) {
      if (standsIn(document, box.element)) continue;
      box.stop();
      this.#known.delete(element);
      if (box === this.current) this.#leave();
    }
    if (this.current && !ticketOf(this.host, this.current.element)) this.#leave();
    this.#lookout.look(this.host, this.current?.element ?? null);
  }

  #enter(element: HTMLElement): void {
    if (this.current?.element === element) return;
    const box = this.#known.get(element) ?? new ReplyBox(element, this.host);
    this.#known.set(element, box);
    this.current = box;
    this.parts.entered(box);
  }

  #leave(): void {
    this.current = null;
    this.parts.gone();
  }
}
