import { expect, test } from 'vitest';
import { linesOf } from '../../../lib/cli/audit/lines';

async function split(chunks: string[], maxBytes?: number): Promise<(string | null)[]> {
  async function* stream() {
    for (const chunk of chunks) yield Buffer.from(chunk, 'latin1');
  }
  const lines: (string | null)[] = [];
  for await (const line of linesOf(stream(), maxBytes)) lines.push(line && Buffer.from(line).toString('latin1'));
  return lines;
}

test.each([
  ['nothing', [], []],
  ['one line without a newline', ['ab'], ['ab']],
  ['a last newline', ['ab\n'], ['ab']],
  ['empty lines', ['\n\na\n'], ['', '', 'a']],
  ['CRLF, cut between', ['a\r', '\nb\r\n'], ['a', 'b']],
  ['a line over many chunks', ['a', 'b', '', 'c\nd'], ['abc', 'd']],
])('%s', async (_name, chunks, lines) => {
  expect(await split(chunks)).toEqual(lines);
});

test('a line that is too long is null, and those around it are whole', async () => {
  expect(await split(['ok\nabc', 'defg', 'h\nfine\n'], 5)).toEqual(['ok', null, 'fine']);
});
