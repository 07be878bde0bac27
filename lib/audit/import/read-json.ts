/** JSON and JSON lines as rows. */
import type { Fault } from '../model';
import { flattenJson } from './flatten';
import { cutRaw, type SourceRow } from './rows';
import { jsonLines, jsonValues, LONGEST_VALUE } from './split-json';

/** Messages of one ticket are so far apart in `line`. */
const STEP = 1e-6;

export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<SourceRow | Fault> {
  for await (const piece of jsonLines(text)) {
    if ('long' in piece) {
      const reason = `This line is longer than ${LONGEST_VALUE.toLocaleString('en')} characters.`;
      yield { line: piece.place, reason, raw: '' };
    } else yield* rowsOf(piece.text, piece.place);
  }
}

export async function* readJson(text: AsyncIterable<string>): AsyncGenerator<SourceRow | Fault> {
  for await (const { place, text: value } of jsonValues(text)) yield* rowsOf(value, place);
}

function* rowsOf(text: string, place: number): Generator<SourceRow | Fault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    yield { line: place, reason: `This is not JSON: ${(error as Error).message}`, raw: cutRaw(text) };
    return;
  }
  const rows = flattenJson(value);
  for (const [index, cells] of rows.entries()) {
    const whole = rows.length === 1;
    yield { line: place + index * STEP, cells, raw: whole ? text : cutRaw(text), ...(whole && { json: true }) };
  }
}
