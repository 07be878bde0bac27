/** A promise with no time on it gets a gap for the time. */
import { clauseAt } from '../../context/clause';
import type { Edit } from '../../types';
import type { Move } from '../move';
import { wordingsFor } from '../say';
import { applyEdit, isSentenceStart, removeSpan, replaceSpan } from '../splice';

/** Words that only lean on the vague one: 'very soon', 'at our earliest convenience', 'as soon'. */
const LEANS = /\b(?:very|real|really|quite|pretty|as|at|in|within|sometime|some time|hopefully|just)\s+$/i;

/** 'soon' -> 'by [day, time]', where the time belongs: at the end of its clause if it stood in the middle. */
export const timeGap: Move = (context) => {
  const { draft, finding, hit, facts, voice } = context;
  if (!hit || !finding.span) return [];
  const { reading, start } = hit.sentence;
  // 'keep you posted' is the verb itself: its entry has a template
  const head = reading.tokens[hit.from];
  if (head && /^(?:VERB|AUX|PRON)$/.test(head.pos) && head.norm !== 'asap') return [];
  const next = reading.tokens[hit.to];
  const span = { ...finding.span };
  for (let lean = LEANS.exec(draft.slice(hit.sentence.start, span.start)); lean; ) {
    span.start -= lean[0].length;
    lean = LEANS.exec(draft.slice(hit.sentence.start, span.start));
  }
  return wordingsFor('time', context).flatMap((time): Edit[] => {
    const middle =
      next &&
      (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'PRON' || next.pos === 'DET' || next.pos === 'ADJ');
    if (!middle) return [replaceSpan(draft, span, time, voice.lowerCase)];
    if (isSentenceStart(draft, span.start)) return [replaceSpan(draft, span, `${time},`, voice.lowerCase)];
    const clause = clauseAt(reading, hit.to, facts.banks);
    const last = reading.tokens[clause.to - 1];
    if (!last) return [];
    const end = start + last.end;
    const without = removeSpan(draft, span, voice.lowerCase);
    if (!without || without.end > end) return [];
    const kept = applyEdit(draft.slice(0, end), without).slice(without.start);
    return [{ start: without.start, end, text: `${kept} ${time}` }];
  });
};
