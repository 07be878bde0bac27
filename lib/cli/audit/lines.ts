/**
 * Splits a stream of bytes at newlines, one line in memory at a time. Node's readline also splits at U+2028 and U+2029,
 * which may stand inside a JSON text, and turns bytes that are not UTF-8 into other characters without a word.
 */

/** A line longer than this is given as null: it is no reply, and it must not fill the memory. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** Lines without their line ends. A last line without a newline counts; an empty one after the last newline does not. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array) => {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  };
  const line = () => {
    const whole = size > maxBytes ? null : withoutReturn(Buffer.concat(parts));
    parts = [];
    size = 0;
    return whole;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      take(chunk.subarray(from, at));
      yield line();
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  if (size > 0) yield line();
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
}
