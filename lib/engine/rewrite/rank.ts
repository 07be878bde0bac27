/** Which of the edits a reply has a use for comes first: a gap for a step is none where the reply names its step. */
import { findGaps } from '../gaps';
import type { Edit, PrincipleId } from '../types';
import { factsIn } from './facts';
import type { RewriteContext } from './move';
import { openingAt } from './place';
import { removeSentence } from './splice';
import { clauseSpan } from './template';

/** Tells why not, whose fault, or how it feels: without a fact in it, the customer misses nothing. */
const IDLE = new Set<PrincipleId>(['excuse', 'dismissive', 'overpromise']);
const STEP_GAP = /^(?:next step|step|option|facts|change|what it meant for them|what you know now)$/;
const GIVES_MORE = new Set(['clear-next-step', 'options', 'extra-touch', 'follow-up']);
/** A longer sentence says more than the phrase. */
const MOST_WORDS = 18;

/** The same edits; where the reply says elsewhere what happens now, leaving the sentence out goes before a gap for it. */
export function* ranked(edits: Iterable<Edit>, context: RewriteContext): Generator<Edit> {
  const without = spare(context);
  if (!without) {
    yield* edits;
    return;
  }
  const later: Edit[] = [];
  for (const edit of edits) {
    if (findGaps(edit.text).some(({ name }) => STEP_GAP.test(name))) later.push(edit);
    else yield edit;
  }
  yield without;
  yield* later;
}

/** The draft without the sentence of the phrase, or null where that would be missed. */
function spare(context: RewriteContext): Edit | null {
  const { finding, hit, facts, draft } = context;
  if (!hit || !finding.span || !IDLE.has(finding.principle)) return null;
  const { sentence } = hit;
  const open = openingAt(facts);
  if (open.inline && sentence.start < open.at) return null;
  const more = facts.strengths.some(
    ({ id, sentence: at }) => GIVES_MORE.has(id) && at !== null && at !== sentence.index,
  );
  if (!more || factsIn(draft.slice(sentence.start, sentence.end)).length > 0) return null;
  const words = sentence.reading.tokens.filter(({ kind }) => kind === 'word').length;
  const clause = clauseSpan(context) ?? finding.span;
  const most = clause.end - clause.start >= 0.6 * (sentence.end - sentence.start);
  return words <= MOST_WORDS && most ? removeSentence(draft, sentence) : null;
}
