/** How far a run is, told on standard error while it goes. */
import type { Writable } from 'node:stream';

/** ms between two words of it: on a terminal one line is kept up to date, elsewhere lines add up in a log. */
const ON_TERMINAL = 250;
const IN_LOG = 5000;

/** Where the source is. `share` is 0 to 1 of what there is to do; null where nobody knows how much that is. */
export interface Place {
  doing: 'reading' | 'reviewing';
  share: number | null;
}

export class Progress {
  readonly #started = performance.now();
  #last = this.#started;
  #rows = 0;
  #shown = false;

  /** `stream` null: nothing is told. */
  constructor(
    readonly place: () => Place,
    readonly stream: (Writable & { isTTY?: boolean }) | null,
  ) {}

  /** So many more rows are written. Also called with 0, where rows are still far. */
  add(rows: number): void {
    this.#rows += rows;
    const now = performance.now();
    if (!this.stream || now - this.#last < (this.stream.isTTY ? ON_TERMINAL : IN_LOG)) return;
    this.#last = now;
    this.#shown = true;
    const text = sentence(this.place(), this.#rows, now - this.#started);
    // On a terminal: back to the line's start, and the rest of what stood there wiped.
    this.stream.write(this.stream.isTTY ? `\r${text}\x1b[K` : `${text}\n`);
  }

  /** Wipes its line, so that the next word starts on a clean one. */
  end(): void {
    if (this.#shown && this.stream?.isTTY) this.stream.write('\r\x1b[K');
  }
}

/** “12,340 replies, 41 %, 812 a second, about 2 min left”. `ms` since the start. */
export function sentence({ doing, share }: Place, rows: number, ms: number): string {
  const percent = share === null ? [] : [`${Math.floor(share * 100)} %`];
  if (doing === 'reading') return ['Reading the file', ...percent].join(', ');
  const rate = rows / (ms / 1000);
  const parts = [
    `${rows.toLocaleString('en')} replies`,
    ...percent,
    `${Math.round(rate).toLocaleString('en')} a second`,
  ];
  if (share !== null && share > 0 && share < 1) parts.push(`about ${duration((ms / share) * (1 - share))} left`);
  return parts.join(', ');
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
