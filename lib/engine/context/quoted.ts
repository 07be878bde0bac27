/** Words inside quotation marks are somebody else's: the customer's, a button's, an error message's. */
import type { Reading } from '../document';
import type { TokenRange } from '../pattern/match';

const OPENING = new Set(['"', '“', '‘', '«', '„']);
const CLOSING = new Set(['"', '”', '’', '»', '“']);

/** The range lies inside one pair of quotation marks of its sentence. */
export function isQuoted({ tokens }: Reading, { from, to }: TokenRange): boolean {
  let open = false;
  for (let index = 0; index < from; index += 1) {
    const mark = tokens[index]?.text ?? '';
    if (open && CLOSING.has(mark)) open = false;
    else if (OPENING.has(mark)) open = true;
  }
  if (!open) return false;
  return tokens.slice(to).some(({ text }) => CLOSING.has(text));
}

/** Which tokens stand inside a pair of quotation marks of their sentence. */
export function quotedTokens({ tokens }: Reading): boolean[] {
  const quoted = tokens.map(() => false);
  let open = -1;
  for (const [index, { text }] of tokens.entries()) {
    if (open >= 0 && CLOSING.has(text)) {
      quoted.fill(true, open + 1, index);
      open = -1;
    } else if (OPENING.has(text)) open = index;
  }
  return quoted;
}
