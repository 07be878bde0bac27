/** What the draft binds us to, and by when. */
import type { DraftFacts } from './detectors/detector';
import type { Reading } from './document';
import { dueOf } from './due';
import type { TokenRange } from './pattern/match';
import { replyOf } from './reply';
import type { Commitment } from './types';

/** Each promise of ours, from its subject to the end of its clause. A due date needs `options.now` or a full date. */
export function findCommitments(facts: DraftFacts): Commitment[] {
  const { banks, options } = facts;
  return replyOf(facts).body.flatMap(({ sentence }) => {
    const { reading, start } = sentence;
    if (reading.tokens.some(({ norm }) => /^[!?]*[?][!?]*$/.test(norm))) return [];
    const denied = banks.find('no-commitment', reading);
    const heads = banks
      .find('commits', reading)
      .filter(({ from, to }) => !denied.some((other) => other.from < to && from < other.to));
    const commitments: Commitment[] = [];
    let past = 0;
    for (const head of heads) {
      const { from, to } = withDeterminer(reading, head);
      if (from < past) continue;
      const end = clauseEnd(
        reading,
        to,
        heads.map((head) => head.from),
      );
      past = end;
      const at = (token: number) => start + (reading.tokens[token]?.start ?? 0);
      const upTo = (token: number) => start + (reading.tokens[token - 1]?.end ?? 0);
      const due = dueOf(reading, { from, to: end }, banks, options.now);
      // "The bike will arrive" promises only with a time on it; "when the bike will arrive" promises nothing
      if (!banks.find('own-promise', reading).some((own) => own.from === head.from)) {
        if (!due || banks.find('question-word', reading).some((word) => word.to === from)) continue;
      }
      commitments.push({
        span: { start: at(from), end: upTo(end) },
        what: facts.document.text.slice(at(from), upTo(end)),
        ...(due?.iso ? { due: due.iso } : {}),
        ...(due ? { dueSpan: { start: at(due.range.from), end: upTo(due.range.to) } } : {}),
      });
    }
    return commitments;
  });
}

/** "The difference will be credited": the subject's article and adjectives belong to it. */
function withDeterminer({ tokens }: Reading, { from, to }: TokenRange): TokenRange {
  let start = from;
  while (start > 0 && ['ADJ', 'NOUN', 'PROPN'].includes(tokens[start - 1]?.pos ?? '')) start -= 1;
  const before = tokens[start - 1];
  return before && (before.pos === 'DET' || before.norm === 'your') && tokens[from]?.pos !== 'PRON'
    ? { from: start - 1, to }
    : { from, to };
}

/** A clause goes on to a semicolon, the next promise or the sentence's closing mark. */
function clauseEnd({ tokens }: Reading, from: number, heads: readonly number[]): number {
  let end = from;
  while (end < tokens.length && !/^[;:.!?]+$/.test(tokens[end]?.text ?? '') && !heads.includes(end)) end += 1;
  while (end > from && (tokens[end - 1]?.kind === 'punctuation' || tokens[end - 1]?.pos === 'CCONJ')) end -= 1;
  return end;
}
