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
  let rest = '';
  let long = false;
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) {
      if (long || line.length > LONGEST_VALUE) yield { place, long: true };
      else if (line.trim()) yield { place, text: line.trim() };
      long = false;
      place++;
    }
    if (rest.length <= LONGEST_VALUE) continue;
    long = true;
    rest = '';
  }
  if (long) yield { place, long: true };
  else if (rest.trim()) yield { place, text: rest.trim() };
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
  private place = 0;
  /** What there is of the value that is being read; null between values. */
  private value: string[] | null = null;
  private length = 0;
  /** The last string read at the depth of an object's keys, and what stood in it. */
  private key = '';
  private string = '';
  private hasId = false;
  private done = false;

  *take(chunk: string): Generator<JsonPiece> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk[at] as string;
      if (this.inString) {
        // A line's end is not allowed in a string: its quotation mark is missing, and the next line begins anew.
        if (sign === '\n') this.inString = false;
        else if (this.escaped) this.escaped = false;
        else if (sign === '\\') this.escaped = true;
        else if (sign === '"') this.inString = false;
        if (this.inString && this.depth <= this.rowDepth + 2 && this.string.length < 40) this.string += sign;
        continue;
      }
      if (sign === '"') {
        this.open(at, () => {
          from = at;
        });
        this.inString = true;
        this.string = '';
      } else if (sign === ':') {
        if (this.depth === this.rowDepth + 1) {
          this.key = this.string;
          this.hasId ||= this.key === 'id';
        }
      } else if (sign === '{' || sign === '[') {
        if (this.isList(sign)) {
          this.depth++;
          this.rowDepth = this.depth;
          this.value = null;
          this.length = 0;
          continue;
        }
        this.open(at, () => {
          from = at;
        });
        this.depth++;
      } else if (sign === '}' || sign === ']') {
        this.depth--;
        if (this.depth < this.rowDepth) {
          // The list has ended; what follows in its object is no row.
          yield* this.cut(chunk.slice(from, at));
          this.done = this.rowDepth > 1;
          this.rowDepth = 0;
          this.depth = Math.max(0, this.depth);
        } else if (this.depth === this.rowDepth && this.value) {
          yield* this.cut(chunk.slice(from, at + 1));
        }
      } else if (sign === ',' && this.depth === this.rowDepth) {
        yield* this.cut(chunk.slice(from, at));
      } else if (!/\s/.test(sign)) {
        this.open(at, () => {
          from = at;
        });
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

  private open(_at: number, mark: () => void): void {
    if (this.value || this.done || this.depth !== this.rowDepth) return;
    this.value = [];
    this.place++;
    this.hasId = false;
    mark();
  }

  /** The bracket opens the list that holds the rows. */
  private isList(sign: string): boolean {
    if (sign !== '[' || this.rowDepth > 0 || this.done) return false;
    if (this.depth === 0) return !this.value;
    const wraps = this.depth === 1 && !this.hasId && WRAPPER.test(this.key);
    if (wraps) this.place = 0;
    return wraps;
  }

  private *cut(last: string): Generator<JsonPiece> {
    if (!this.value) return;
    const text = [...this.value, last].join('').trim();
    this.value = null;
    this.length = 0;
    if (text) yield { place: this.place, text };
  }
}
