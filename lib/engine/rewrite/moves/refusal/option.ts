/** What no equivalence turns: an option, an update or a question in its place. */
import { beginsAt } from '../../../context/clause';
import type { Edit } from '../../../types';
import type { RewriteContext } from '../../move';
import { wordings } from '../../say';
import { removeSpan, replaceSpan } from '../../splice';
import { clauseSpan } from '../../template';
import { bodyEnd, findToken, isClause, spanOfTokens, textOf } from '../../words';
import { nounPhrase } from './noun-phrase';
import type { Refused } from './refused';

/** "I can't promise S" -> "I'll let you know by [day, time] whether S". */
export function promised(context: RewriteContext, { from, to, no }: Refused): Edit[] {
  const { hit, draft, voice, facts } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const { reading } = sentence;
  const verb = no < 0 ? -1 : findToken(reading, no + 1, no + 3, ({ pos }) => pos === 'VERB');
  const promise = verb < 0 ? undefined : beginsAt('promising', reading, verb, facts.banks);
  if (!promise) return [];
  let start = promise.to;
  if (/^(?:you|that)$/.test(reading.tokens[start]?.norm ?? '') && isClause(reading, { from: start + 1, to }))
    start += 1;
  if (reading.tokens[start]?.norm === 'that') start += 1;
  if (!isClause(reading, { from: start, to })) return [];
  const span = spanOfTokens(sentence, Math.min(hit?.from ?? from, from), to);
  return wordings('promise-update', context, { statement: textOf(reading, start, to) }).map((text) =>
    replaceSpan(draft, span, text, voice.lowerCase),
  );
}

/** What can't be found: ask for what would find it. */
export function find(context: RewriteContext, { no, to, from }: Refused): Edit[] {
  const { hit, facts, draft, voice } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const verb = findToken(sentence.reading, no + 1, no + 3, ({ pos }) => pos === 'VERB');
  if (no < 0 || verb < 0 || !beginsAt('searching', sentence.reading, verb, facts.banks)) return [];
  const object = nounPhrase(sentence.reading, verb + 1, to);
  if (!object || /^(?:it|that|this|any|anything)/i.test(object)) return [];
  const span = spanOfTokens(sentence, Math.min(hit?.from ?? from, from), to);
  return wordings('find-detail', context, { object: object.replace(/^an? /, 'your ') }).map((text) =>
    replaceSpan(draft, span, text, voice.lowerCase),
  );
}

/** 'Unfortunately, the jacket is sold out' -> 'The jacket is sold out, and what I can offer you is [option]'. */
export function openerOnly(context: RewriteContext): Edit[] {
  const { hit, draft, finding, facts, voice } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const { reading } = sentence;
  const at = hit?.from ?? 0;
  const opener = beginsAt('bad-news', reading, at, facts.banks);
  if (!opener || !finding.span || opener.to < (hit?.to ?? 0)) return [];
  const gone = removeSpan(draft, finding.span, voice.lowerCase);
  if (!gone) return [];
  const end = sentence.start + (reading.tokens[bodyEnd(reading) - 1]?.end ?? 0);
  if (gone.end > end) return [];
  return wordings('option-tail', context).map((tail) => ({
    start: gone.start,
    end,
    text: gone.text + draft.slice(gone.end, end) + tail,
  }));
}

/** The whole clause gives way to what is possible. */
export function option(context: RewriteContext): Edit[] {
  const { draft, finding, voice } = context;
  const span = clauseSpan(context) ?? finding.span;
  if (!span) return [];
  const from = Math.min(span.start, finding.span?.start ?? span.start);
  // 'I'm sorry, but we can't': there is nothing to be sorry for any more
  const sorry = SORRY_BUT.exec(draft.slice(0, from));
  const start = sorry ? from - (sorry[1] as string).length : from;
  // what follows after a comma begins a sentence of its own
  const follows = /^,(?=\s+\p{Lu}\p{Ll}+\s)/u.exec(draft.slice(span.end));
  return wordings('option', context).map((text) => {
    const but = /\b(but|But) +$/.exec(draft.slice(0, start));
    const next = /^,?\s*but\b/.exec(draft.slice(span.end));
    if (follows && !but) return replaceSpan(draft, { start, end: span.end + 1 }, `${text}.`, voice.lowerCase);
    if (!but && next)
      return replaceSpan(draft, { start, end: span.end + next[0].length }, `${text}, and`, voice.lowerCase);
    if (!but) return replaceSpan(draft, { start, end: span.end }, text, voice.lowerCase);
    return { start: start - but[0].length, end: span.end, text: `${but[1] === 'But' ? 'And' : 'and'} ${text}` };
  });
}

const SORRY_BUT = /(?:^|[.!?,\s])((?:(?:I['’]m|we['’]re|I am|we are) )?(?:so |very |really )?sorry,? (?:but )?)$/i;
