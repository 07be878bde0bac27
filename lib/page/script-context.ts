/**
 * Stands in for WXT's own context of a content script (wxt.config.ts), of which we need one thing: a signal that ends
 * when a newer script of ours starts in the same page, after an update or a second injection.
 */

/** Told to older scripts only: a script listens after it has said so itself. */
const STARTED = 'reframe:started';

export class ContentScriptContext {
  readonly #life = new AbortController();

  constructor() {
    document.dispatchEvent(new CustomEvent(STARTED));
    document.addEventListener(STARTED, () => this.#life.abort(), { once: true, signal: this.signal });
  }

  get signal(): AbortSignal {
    return this.#life.signal;
  }
}
