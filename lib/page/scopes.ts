/**
 * The documents and shadow roots in which the coach listens: its own page's, those of frames that it can reach, to any
 * depth, and the shadow roots that the agent works in. An editor's frame is often rewritten by `document.open`, which
 * takes all listeners away without a word: whatever was exchanged is bound anew.
 */
import { documentIn, isDocument, isShadowRoot, type Scope, standsIn } from '../dom';

interface Bound {
  /** A document's content when it was bound: another one means that it was written anew. */
  content: Element | null;
  stop: AbortController;
}

export class Scopes implements Iterable<Scope> {
  readonly #bound = new Map<Scope, Bound>();

  /** `bind` is called for each; its signal ends when the scope goes or is written anew. */
  constructor(
    readonly page: Document,
    private readonly bind: (scope: Scope, signal: AbortSignal) => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => {
      for (const { stop } of this.#bound.values()) stop.abort();
      this.#bound.clear();
    });
  }

  [Symbol.iterator](): Iterator<Scope> {
    return this.#bound.keys();
  }

  /** Binds what came, lets go of what went, binds again what was written anew. */
  look(): void {
    for (const [scope, bound] of this.#bound) {
      if (standsIn(this.page, scope) && contentOf(scope) === bound.content) continue;
      this.#bound.delete(scope);
      bound.stop.abort();
    }
    this.#join(this.page);
    // Grows while it is walked: frames in frames.
    for (const scope of this.#bound.keys()) {
      for (const frame of scope.querySelectorAll('iframe, frame')) {
        const inner = documentIn(frame);
        if (inner) this.#join(inner);
      }
    }
  }

  /** The shadow roots on the path of an event, or any others. */
  joinRoots(targets: Iterable<EventTarget>): void {
    for (const target of targets) if (isShadowRoot(target)) this.#join(target);
  }

  /** The element that has the focus, in whatever shadow root or frame. */
  get focused(): Element | null {
    let at = this.page.activeElement;
    for (;;) {
      const inner: Scope | null = at && (at.shadowRoot ?? documentIn(at));
      if (!inner) return at;
      this.#join(inner);
      if (!inner.activeElement) return at;
      at = inner.activeElement;
    }
  }

  #join(scope: Scope): void {
    if (this.#bound.has(scope)) return;
    const stop = new AbortController();
    this.#bound.set(scope, { content: contentOf(scope), stop });
    this.bind(scope, stop.signal);
  }
}

function contentOf(scope: Scope): Element | null {
  return isDocument(scope) ? scope.documentElement : null;
}
