/** Cuts a stream of JSON into the values that are its rows, without ever holding the whole. */
import { ImportError } from './rows';

/** A value as it stands in the file; `place` counts from 1. */
export interface JsonPiece {
  place: number;
  text: string;
}

/** As the command line allows for a line. In UTF-16 code units. */
export const LONGEST_VALUE = 1 << 24;
/** Lists under these names, in an object without an id, are the export's rows: `{"count": 2, "tickets": [ … ]}`. */
const WRAPPER = /^(tickets|conversations|messages|replies|comments|results|data|items|records|rows|threads)$/i;

/** One value a line. */
export async function* jsonLines(
  text: AsyncIterable<string>,
): AsyncGenerator<JsonPiece | { place: number; long: true }> {
  let place = 1;
  /** What there is of the line; null where it was too long to keep. */
  let parts: string[] | null = [];
  let length = 0;
  const line = () => {
    const whole = parts?.join('').trim();
    const piece = whole === undefined ? ({ place, long: true } as const) : { place, text: whole };
    parts = [];
    length = 0;
    place++;
    return 'text' in piece && piece.text === '' ? [] : [piece];
  };
  const add = (part: string) => {
    length += part.length;
    if (length > LONGEST_VALUE) parts = null;
    parts?.push(part);
  };
  for await (const chunk of text) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, end));
      yield* line();
      from = end + 1;
    }
    add(chunk.slice(from));
  }
  yield* line();
}

/** The values of a list, of a list in an object, or one after another. Throws where a value never ends. */
export async function* jsonValues(text: AsyncIterable<string>): AsyncGenerator<JsonPiece> {
  const cutter = new Cutter();
  for await (const chunk of text) yield* cutter.take(chunk);
  yield* cutter.end();
}

/** Follows brackets and strings; a value is what begins and ends at the depth of rows. */
class Cutter {
  private depth = 0;
  /** Rows begin inside so many brackets. */
  private rowDepth = 0;
  private inString = false;
  private escaped = false;
  /** The value has a string that never ends, so its brackets say nothing: the next one begins on a line of its own. */
  private broken = false;
  private freshLine = true;
  private place = 0;
  /** What there is of the value that is being read; null between values. */
  private value: string[] | null = null;
  private length = 0;
  /** Outside of any list: the last string, which may be a key, the last key by depth, and whether there was an id. */
  private string = '';
  private readonly keys: string[] = [];
  private hasId = false;
  /** The object's list of rows has ended; what else it holds is no row. */
  private behind = false;

  *take(chunk: string): Generator<JsonPiece> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk[at] as string;
      if (this.inString) {
        this.readString(sign);
        continue;
      }
      const fresh = this.freshLine;
      if (sign === '\n') this.freshLine = true;
      else if (sign !== ' ' && sign !== '\t' && sign !== '\r') this.freshLine = false;
      if (this.broken && fresh && sign === '{') {
        yield* this.cut(chunk.slice(from, at));
        this.broken = false;
        this.depth = this.rowDepth;
        if (this.begins()) from = at;
        this.depth++;
      } else if (sign === '}' || sign === ']') {
        this.depth = Math.max(0, this.depth - 1);
        if (this.depth < this.rowDepth) {
          yield* this.cut(chunk.slice(from, at));
          this.behind = this.depth > 0;
          this.rowDepth = 0;
        } else if (this.depth === this.rowDepth) {
          yield* this.cut(chunk.slice(from, at + 1));
          this.behind = false;
        }
      } else if (sign === ',' && this.depth === this.rowDepth) {
        yield* this.cut(chunk.slice(from, at));
      } else if (sign === '[' && this.holdsRows()) {
        this.value = null;
        this.depth++;
        this.rowDepth = this.depth;
      } else if (!/\s/.test(sign)) {
        if (this.begins()) from = at;
        if (sign === '{' || sign === '[') this.depth++;
        else if (sign === ':') this.readKey();
        else if (sign === '"') {
          this.inString = true;
          this.string = '';
        }
      }
    }
    if (!this.value) return;
    this.value.push(chunk.slice(from));
    this.length += chunk.length - from;
    if (this.length > LONGEST_VALUE) {
      throw new ImportError(`Entry ${this.place} never ends. Is this file complete, and is it JSON?`);
    }
  }

  *end(): Generator<JsonPiece> {
    yield* this.cut('');
  }

  private readString(sign: string): void {
    // A line's end is not allowed in a string: its quotation mark is missing.
    if (sign === '\n') {
      this.inString = false;
      this.broken = true;
      this.freshLine = true;
    } else if (this.escaped) this.escaped = false;
    else if (sign === '\\') this.escaped = true;
    else if (sign === '"') this.inString = false;
    else if (this.rowDepth === 0 && this.depth <= 2 && this.string.length < 40) this.string += sign;
  }

  private readKey(): void {
    if (this.rowDepth > 0 || this.depth > 2) return;
    this.keys[this.depth] = this.string;
    this.hasId ||= this.string === 'id';
  }

  /** Whether a value begins here. */
  private begins(): boolean {
    if (this.value || this.behind || this.depth !== this.rowDepth) return false;
    this.value = [];
    this.length = 0;
    this.place++;
    this.hasId = false;
    return true;
  }

  /** Whether the list that opens here is that of the rows. */
  private holdsRows(): boolean {
    if (this.rowDepth > 0 || this.behind) return false;
    if (this.depth === 0) return !this.value;
    const wrapped = this.depth === 1 || (this.depth === 2 && this.keys[1] === '_embedded');
    if (!wrapped || this.hasId || !WRAPPER.test(this.keys[this.depth] ?? '')) return false;
    // The object around it is no row.
    this.place--;
    return true;
  }

  private *cut(last: string): Generator<JsonPiece> {
    if (!this.value) return;
    const text = [...this.value, last].join('').trim().replace(/,$/, '');
    this.value = null;
    if (text) yield { place: this.place, text };
  }
}
