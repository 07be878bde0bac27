/**
 * The page's line to the background. The browser ends the background whenever it likes; the line is then opened again
 * and everything is said again, and the agent sees nothing of it.
 */
import type { PortLike } from '../background/port';
import type { BackgroundToPage, PageToBackground } from '../messages';

export type CoachPort = PortLike<BackgroundToPage, PageToBackground> & { disconnect?(): void };
export type Connect = () => CoachPort;

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 30_000;

export interface ConnectionEvents {
  received(message: BackgroundToPage): void;
  /** The line is open, for the first time or again: say what the background must know. */
  opened(): void;
  /** There will be no line again: the extension was updated or removed under this page. */
  orphaned(): void;
}

export class Connection {
  #port: CoachPort | null = null;
  #wait = FIRST_WAIT_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connect: Connect,
    private readonly events: ConnectionEvents,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#close());
    document.addEventListener('visibilitychange', this.#whenSeen, { signal });
  }

  /** Says something; opens the line first where it is closed. False: it could not be said now. */
  post(message: PageToBackground): boolean {
    const port = this.#port ?? this.open();
    if (!port) return false;
    try {
      port.postMessage(message);
      return true;
    } catch {
      this.#lost(port);
      return false;
    }
  }

  open(): CoachPort | null {
    if (this.#port || this.signal.aborted) return this.#port;
    clearTimeout(this.#timer);
    let port: CoachPort;
    try {
      port = this.connect();
    } catch {
      // `connect` throws for one reason: this extension's context is no more.
      this.events.orphaned();
      return null;
    }
    this.#port = port;
    port.onMessage.addListener((message) => {
      if (this.#port !== port) return;
      this.#wait = FIRST_WAIT_MS;
      this.events.received(message);
    });
    port.onDisconnect.addListener(() => this.#lost(port));
    this.events.opened();
    return this.#port;
  }

  #lost(port: CoachPort): void {
    if (this.#port !== port) return;
    this.#port = null;
    if (this.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#whenSeen, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  /** A tab that nobody looks at lets the background sleep. */
  readonly #whenSeen = (): void => {
    if (document.visibilityState === 'visible' && !this.#port && this.#timer !== undefined) this.open();
  };

  #close(): void {
    clearTimeout(this.#timer);
    const port = this.#port;
    this.#port = null;
    port?.disconnect?.();
  }
}
