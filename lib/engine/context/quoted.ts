/** Words inside quotation marks are somebody else's: the customer's, a button's, an error message's. */
import type { Reading, Token } from '../document';
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
export function quotedTokens({ tokens }: Reading): readonly boolean[] {
  let quoted = NONE;
  let open = -1;
  for (let index = 0; index < tokens.length; index += 1) {
    const { text } = tokens[index] as Token;
    // Every mark is one unit long, and most tokens are longer
    if (text.length > 1) continue;
    if (open >= 0 && CLOSING.has(text)) {
      if (quoted === NONE) quoted = tokens.map(() => false);
      quoted.fill(true, open + 1, index);
      open = -1;
    } else if (OPENING.has(text)) open = index;
  }
  return quoted;
}

/** Shared by the sentences without quotation marks, which are nearly all. */
const NONE: boolean[] = [];
