/** Tells a screen reader of new findings: once, after a pause, and never again for the same ones. */
import type { Finding } from '../engine/types';

/** So long after the last keystroke: speech over typing is noise. */
const PAUSE_MS = 1500;

export class Announcer {
  #told = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly say: (count: number) => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** The findings that are underlined now. Called after each keystroke and review: the pause begins again. */
  update(findings: readonly Finding[]): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const fresh = findings.filter((finding) => !this.#told.has(finding.id));
      this.#told = new Set(findings.map((finding) => finding.id));
      if (fresh.length) this.say(fresh.length);
    }, PAUSE_MS);
  }
}
