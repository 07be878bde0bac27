/** A promise with no time on it gets a gap for the time. */
import { clauseAt } from '../../context/clause';
import type { Edit } from '../../types';
import { addedTo } from '../kept';
import type { Move, RewriteContext } from '../move';
import { wordings, wordingsFor } from '../say';
import { applyEdit, isSentenceStart, removeSpan, replaceSpan } from '../splice';
import { bodyEnd, findToken, spanOfTokens } from '../words';

/** Words that only lean on the vague one: 'very soon', 'at our earliest convenience', 'as soon'. */
const LEANS = /\b(?:very|real|really|quite|pretty|as|at|in|within|sometime|some time|hopefully|just)\s+$/i;

/** A condition that is met when we have the time, or the news. */
const OWN_TIME =
  /possible|\b(?:we|i)\b|['’](?:re|m)\b|chance|minute|moment|convenien|allow|permit|ready|settle|quiet|calm|something|anything|\bnews\b|update|to (?:share|tell|report)/i;

const WAITS =
  /\b(?:please|once|if|after|you can|could you|can you|let (?:us|me) know|when you)\b|^\W*(?:send|dm|share|fill|reply|contact|call|submit|visit|provide|upload|follow)\b/i;

/** 'soon' -> 'by [day, time]', where the time belongs: at the end of its clause if it stood in the middle. */
export const timeGap: Move = (context) => {
  const { draft, finding, hit, facts, voice } = context;
  if (!hit || !finding.span) return [];
  const { reading, start } = hit.sentence;
  // a whole clause, or the verb itself, stays: the time goes to its end
  if (holdsVerb(context)) return timeAtEnd(context);
  // 'The next available slot will be communicated': the subject stays too
  const verb = reading.tokens[hit.to];
  if (/^(?:DET|NOUN|ADJ)$/.test(reading.tokens[hit.from]?.pos ?? '') && verb?.pos === 'AUX') return timeAtEnd(context);
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
  const stop = clauseAt(reading, hit.to - 1, facts.banks).to;
  const stopAt = start + (reading.tokens[stop - 1]?.end ?? 0);
  if (condition) {
    const whole = { start: span.start, end: Math.max(span.end, stopAt) };
    const kept = draft.slice(span.start + condition[0].length, whole.end);
    if (!OWN_TIME.test(kept)) {
      const own = draft.slice(whole.start, whole.end);
      return [
        ...wordings('time-condition', context, { condition: own }),
        ...wordings('time-provided', context, { condition: kept }),
      ].map((text) => replaceSpan(draft, whole, text, voice.lowerCase));
    }
  }
  // 'next time I'm at the post office': the clause is the time
  const opensClause = /\b(?:I|we|I['’]m|we['’]re|I am|we are|it|he|she|they)$/i.test(said);
  if ((opensClause || (condition && hit.to < stop)) && stopAt > span.end) span.end = stopAt;
  // 'at some point next week' keeps its week
  const period =
    /\b(?:this|next|the (?:end|middle|start|beginning) of(?: the| this| next)?) (?:week|month|year|quarter|autumn|spring|summer|winter)$/i.exec(
      said,
    )?.[0];
  if (period && period.length < said.length)
    return wordings('time-period', context, { period }).map((text) => replaceSpan(draft, span, text, voice.lowerCase));
  // what waits for the customer has no date yet, only a length
  if (stays(context, hit.from)) return stepAfter(context);
  const waits = WAITS.test(sentenceText.slice(0, Math.max(0, finding.span.start - start)));
  const times = waits
    ? [...wordings('time-within', context), ...wordingsFor('time', context)]
    : wordingsFor('time', context);
  return times.flatMap((time): Edit[] => {
    const middle =
      next &&
      (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'PRON' || next.pos === 'DET' || next.pos === 'ADJ');
    // 'a fix is around the corner'
    const due = reading.tokens[hit.from - 1]?.lemma === 'be' && !middle && /^by\b/.test(time) ? `due ${time}` : time;
    if (!middle) return [replaceSpan(draft, span, due, voice.lowerCase)];
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

/** The phrase is a clause or a verb of its own: 'More to follow', 'will be in touch', 'You will be placed in the queue'. */
function holdsVerb({ hit, rule }: RewriteContext): boolean {
  if (!hit) return false;
  const { tokens } = hit.sentence.reading;
  const [head, ...rest] = tokens.slice(hit.from, hit.to);
  if (!head || head.norm === 'asap') return false;
  if (rule.entry.id === 'reads-as') return true;
  if (/^(?:when|whenever|once|as|until|till|if|in|at|after|before|the|by)$/.test(head.norm)) return false;
  return (
    /^(?:VERB|AUX|PRON)$/.test(head.pos) ||
    (rule.entry.id === 'news-later' && rest.some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
  );
}

/** "We'll check further /EX" -> "We'll check further by [day, time] /EX"; what only lasts gets a step with a time. */
function timeAtEnd(context: RewriteContext): Edit[] {
  const { hit, facts, draft, finding, voice } = context;
  if (!hit || !finding.span) return [];
  const { reading, start } = hit.sentence;
  const { tokens } = reading;
  const { banks } = facts;
  const clause = clauseAt(reading, hit.to - 1, banks);
  const said = draft.slice(finding.span.start, finding.span.end);
  // 'Stay tuned', 'Watch this space': nobody acts
  const us = findToken(reading, Math.max(0, hit.from - 3), hit.to, ({ norm }) => /^(?:i|we)$/.test(norm)) >= 0;
  if (/^(?:stay|watch|keep)\b/i.test(said) && !us && hit.to < Math.min(clause.to, bodyEnd(reading)))
    return stepAfter(context);
  if (/^(?:stay|watch|keep)\b/i.test(said) && !us)
    return wordingsFor('time-update', context).map((text) =>
      replaceSpan(draft, finding.span ?? hit.sentence, text, voice.lowerCase),
    );
  if (banks.find('kept-posted', reading).some(({ from, to }) => from < hit.to && hit.from < to)) return posted(context);
  const first = Math.min(clause.from, hit.from);
  const will = findToken(
    reading,
    first,
    Math.max(clause.to, hit.to),
    ({ norm }) => norm === 'will' || norm === 'shall' || norm === 'going',
  );
  if (will < 0 || tokens[will + 1]?.norm === 'not' || stays(context)) return stepAfter(context);
  const times = wordingsFor('time', context);
  // 'call you later'
  const vague = /\s+(?:later(?: on)?|in time|over time|accordingly)$/i.exec(said);
  if (vague) {
    const at = finding.span.end - vague[0].length;
    return times.map((time) => ({ start: at, end: at + vague[0].length, text: ` ${time}` }));
  }
  const condition = findToken(reading, will, Math.max(clause.to, hit.to), ({ norm }) =>
    /^(?:when|once|until|till|if|after)$/.test(norm),
  );
  // 'We will follow up once there is something to share': the condition is our own time
  if (condition > 0) {
    const opened = start + (tokens[condition]?.start ?? 0);
    const stop = start + (tokens[Math.max(clause.to, hit.to) - 1]?.end ?? 0);
    if (!OWN_TIME.test(draft.slice(opened, stop))) return stepAfter(context);
    return times.map((time) => replaceSpan(draft, { start: opened, end: stop }, time, voice.lowerCase));
  }
  // to the end of its clause, where another one follows
  const end = start + (tokens[Math.max(clause.to, hit.to) - 1]?.end ?? 0);
  const goesOn = /^(?:,\s*(?:and|but|so)?\s*\p{L}|\s+(?:and|but|so)\s+(?:I|we|you|it|they|he|she|that|this)\b)/u.test(
    draft.slice(end, hit.sentence.end),
  );
  return times.flatMap((time): Edit[] => {
    if (goesOn && clause.to < bodyEnd(reading)) return [{ start: end, end, text: ` ${time}` }];
    const edit = addedTo(context, hit.sentence, time, { by: 'space' });
    return edit ? [edit] : [];
  });
}

/** "You will be kept posted" -> "We'll write to you by [day, time]"; "we'll keep you posted" -> "we'll write to you by ...". */
function posted(context: RewriteContext): Edit[] {
  const { hit, draft, voice, finding } = context;
  if (!hit || !finding.span) return [];
  const { reading } = hit.sentence;
  const { tokens } = reading;
  const found = context.facts.banks.find('kept-posted', reading).find(({ from, to }) => from < hit.to && hit.from < to);
  if (!found) return [];
  const passive = tokens[found.from]?.norm === 'you';
  const span = spanOfTokens(hit.sentence, passive ? found.from : Math.max(found.from, 0), found.to);
  if (passive)
    return wordingsFor('time-update', context).map((text) => replaceSpan(draft, span, text, voice.lowerCase));
  return wordings('time-written', context).map((text) => replaceSpan(draft, span, text, voice.lowerCase));
}

/** '...; I'll update you by [day, time]': the sentence stays as it is. */
function stepAfter(context: RewriteContext): Edit[] {
  const { hit } = context;
  if (!hit) return [];
  return wordingsFor('time-update', context).flatMap((said) => {
    const edit = addedTo(context, hit.sentence, said, { by: 'semicolon' });
    return edit ? [edit] : [];
  });
}

/** The clause says what lasts, or what is: 'we're monitoring it', 'he'll stay on the step till she gets there'. */
function stays({ hit, facts }: RewriteContext, upTo = Number.POSITIVE_INFINITY): boolean {
  if (!hit) return false;
  const { reading } = hit.sentence;
  const clause = clauseAt(reading, hit.from, facts.banks);
  return facts.banks
    .find('lasting-verb', reading)
    .some(({ from, to }) => from >= clause.from && to <= Math.min(upTo, Math.max(hit.to, clause.to)));
}
