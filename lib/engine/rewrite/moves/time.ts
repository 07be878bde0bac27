/** A promise with no time on it gets a gap for the time. */
import { clauseAt } from '../../context/clause';
import type { Edit } from '../../types';
import type { Move } from '../move';
import { wordings, wordingsFor } from '../say';
import { applyEdit, isSentenceStart, removeSpan, replaceSpan } from '../splice';

/** Words that only lean on the vague one: 'very soon', 'at our earliest convenience', 'as soon'. */
const LEANS = /\b(?:very|real|really|quite|pretty|as|at|in|within|sometime|some time|hopefully|just)\s+$/i;

const WAITS =
  /\b(?:please|once|if|after|you can|could you|can you|let (?:us|me) know|when you)\b|^\W*(?:send|dm|share|fill|reply|contact|call|submit|visit|provide|upload|follow)\b/i;

/** 'soon' -> 'by [day, time]', where the time belongs: at the end of its clause if it stood in the middle. */
export const timeGap: Move = (context) => {
  const { draft, finding, hit, facts, voice, rule } = context;
  if (!hit || !finding.span) return [];
  const { reading, start } = hit.sentence;
  // 'keep you posted' is the verb itself: its entry has a template
  const head = reading.tokens[hit.from];
  if (head && /^(?:VERB|AUX|PRON)$/.test(head.pos) && head.norm !== 'asap') {
    const after =
      /^(?:will|'ll|to|can|and)$/.test(reading.tokens[hit.from - 1]?.norm ?? '') &&
      head.pos === 'VERB' &&
      /^(?:by|on) /.test(rule.entry.rewrites?.[1] ?? '');
    return after
      ? wordingsFor('time-verb', context).map((text) =>
          replaceSpan(draft, finding.span ?? hit.sentence, text, voice.lowerCase),
        )
      : [];
  }
  const next = reading.tokens[hit.to];
  const span = { ...finding.span };
  for (let lean = LEANS.exec(draft.slice(hit.sentence.start, span.start)); lean; ) {
    span.start -= lean[0].length;
    lean = LEANS.exec(draft.slice(hit.sentence.start, span.start));
  }
  const said = draft.slice(span.start, span.end);
  const sentenceText = hit.sentence.reading.text;
  // 'as and when one is free': the condition stays
  const condition = /^(?:as and when|as soon as|when|whenever|once|if and when) (?=\S+ \S+)/i.exec(said);
  const ownTime =
    /possible|\b(?:we|i)\b|['’](?:re|m)\b|chance|minute|moment|convenien|allow|permit|ready|settle|quiet|calm/i;
  const stop = clauseAt(reading, hit.to - 1, facts.banks).to;
  const stopAt = start + (reading.tokens[stop - 1]?.end ?? 0);
  if (condition) {
    const whole = { start: span.start, end: Math.max(span.end, stopAt) };
    const kept = draft.slice(span.start + condition[0].length, whole.end);
    if (!ownTime.test(kept))
      return wordings('time-provided', context, { condition: kept }).map((text) =>
        replaceSpan(draft, whole, text, voice.lowerCase),
      );
  }
  // 'next time I'm at the post office': the clause is the time
  const opensClause = /\b(?:I['’]m|we['’]re|I am|we are|it|he|she|they)$/i.test(said);
  if ((opensClause || (condition && hit.to < stop)) && stopAt > span.end) span.end = stopAt;
  // 'at some point next week' keeps its week
  const period =
    /\b(?:this|next|the (?:end|middle|start|beginning) of(?: the| this| next)?) (?:week|month|year|quarter|autumn|spring|summer|winter)$/i.exec(
      said,
    )?.[0];
  if (period && period.length < said.length)
    return wordings('time-period', context, { period }).map((text) => replaceSpan(draft, span, text, voice.lowerCase));
  // what waits for the customer has no date yet, only a length
  const waits = WAITS.test(sentenceText.slice(0, Math.max(0, finding.span.start - start)));
  const times = waits
    ? [...wordings('time-within', context), ...wordingsFor('time', context)]
    : wordingsFor('time', context);
  return times.flatMap((time): Edit[] => {
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
