/** What no equivalence turns: an option, an update or a question in its place. */
import { beginsAt } from '../../../context/clause';
import type { Edit } from '../../../types';
import { factsIn } from '../../facts';
import { inflect } from '../../grammar';
import type { RewriteContext } from '../../move';
import { wordings } from '../../say';
import { decapitalise, removeSpan, replaceSpan } from '../../splice';
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
  if (/^(?:unless|if|until|when|as|because)$/.test(reading.tokens[start]?.norm ?? '')) return [];
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
  const topic = refusedThing(context);
  const said = topic ? wordings(topic.you ? 'instead-you' : 'instead', context, { topic: topic.text }) : [];
  const named = [...new Set(factsIn(draft.slice(span.start, span.end)))].join(', ');
  said.push(
    ...wordings('option-instead', context).map((text) =>
      named ? text.replace('[option]', `[option: ${named}]`) : text,
    ),
  );
  // what follows after a comma begins a sentence of its own
  const follows = /^,(?=\s+\p{Lu}\p{Ll}+\s)/u.exec(draft.slice(span.end));
  return [...said, ...wordings('option', context)].map((text) => {
    const but = /\b(but|But) +$/.exec(draft.slice(0, start));
    const next = /^,?\s*but\b/.exec(draft.slice(span.end));
    if (follows && !but) return replaceSpan(draft, { start, end: span.end + 1 }, `${text}.`, voice.lowerCase);
    if (!but && next)
      return replaceSpan(draft, { start, end: span.end + next[0].length }, `${text}, and`, voice.lowerCase);
    if (!but) return replaceSpan(draft, { start, end: span.end }, text, voice.lowerCase);
    return { start: start - but[0].length, end: span.end, text: `${but[1] === 'But' ? 'And' : 'and'} ${text}` };
  });
}

const NO = /^(?:not|no|never|unable|cannot|impossible|against|nothing|hardly|neither)$/;
const BETWEEN =
  /^(?:be|able|to|allow|permit|possible|currently|longer|authorise|authorize|do|have|go|get|in|a|position|the|afraid|just|simply|really|actually|even|presently|ever|way)$/;

/** What is refused, as a noun phrase: 'refunding the fee', 'joint accounts'. */
export function refusedThing(context: RewriteContext): { text: string; you: boolean } | null {
  const { hit } = context;
  const span = clauseSpan(context) ?? context.finding.span;
  if (!hit || !span) return null;
  const { reading, start } = hit.sentence;
  const { tokens } = reading;
  let from = tokens.findIndex((token) => start + token.start >= span.start);
  let to = tokens.findIndex((token) => start + token.start >= span.end);
  if (to < 0) to = bodyEnd(reading);
  to = Math.min(to, bodyEnd(reading));
  if (from < 0) return null;
  while (from < to && (tokens[from]?.pos === 'ADV' || tokens[from]?.text === ',')) from += 1;
  const no = findToken(reading, from, to, ({ norm }) => NO.test(norm));
  if (no < 0) return null;
  const clean = (text: string) =>
    text
      .replace(/^(?:any|a|an) (?=\w)/i, 'a ')
      .replace(/,? (?:alas|sorry|hun|unfortunately|though|i'm afraid)$/i, '')
      .trim();
  const fitted = (text: string, you = false) => {
    const topic = clean(text);
    return topic === '' || /\b(?:not|no|never|nothing|unfortunately|afraid)\b|n['’]t\b|[?[]/i.test(topic)
      ? null
      : { text: topic, you };
  };
  // 'X is not something we do', 'X goes against the rules'
  const is = findToken(reading, from, no, ({ lemma }) => lemma === 'be' || lemma === 'go');
  const subject = is > from ? textOf(reading, from, is) : '';
  const thing = tokens[no + 1];
  if (subject && !/^(?:i|we|you|it|that|this|there|they|he|she)\b/i.test(subject)) {
    const plain =
      /^(?:something|a|an|on|possible|available|allowed|permitted|covered|included|within|for|any|anything|ours?|protocol|policy|the|our)$/;
    if (!plain.test(thing?.norm ?? '') && tokens[no]?.norm !== 'against') return null;
    const more = /^(?:allowed|permitted|available|possible|covered|included)$/.test(thing?.norm ?? '')
      ? textOf(reading, no + 2, to)
      : '';
    const acts = tokens[no + 2]?.norm === 'to' ? tokens[no + 3] : undefined;
    if (more && acts)
      return fitted(
        [decapitalise(subject), inflect(acts.lemma, 'gerund'), textOf(reading, no + 4, to)].filter(Boolean).join(' '),
      );
    return fitted([tokens[from]?.pos === 'PROPN' ? subject : decapitalise(subject), more].filter(Boolean).join(' '));
  }
  // 'it is against the rules to restore X', 'it is not possible to downgrade X'
  let verb = no + 1;
  const you = findToken(reading, from, no, ({ norm }) => norm === 'you') >= 0;
  if (tokens[no]?.norm === 'against') verb = findToken(reading, no, to, ({ norm }) => norm === 'to') + 1;
  else
    while (verb < to && (BETWEEN.test(tokens[verb]?.lemma ?? '') || BETWEEN.test(tokens[verb]?.norm ?? ''))) verb += 1;
  const head = tokens[verb];
  const us = findToken(reading, from, no, ({ norm }) => norm === 'i' || norm === 'we' || norm === 'us') >= 0;
  const it = /^(?:it|it's)$/.test(tokens[from]?.norm ?? '') && tokens[verb - 1]?.norm === 'to';
  if (!head || verb <= no || head.pos !== 'VERB') return null;
  const base = head.text.toLowerCase() === head.lemma;
  // 'a year can no longer be reopened'
  if (!base && tokens[verb - 1]?.norm === 'be' && /ed$|en$/.test(head.norm)) {
    const what = textOf(
      reading,
      from,
      findToken(reading, from, no, ({ pos }) => pos === 'AUX'),
    );
    if (!what || /^(?:it|that|this|they|you|there)\b/i.test(what)) return null;
    return fitted(
      [inflect(head.lemma, 'gerund'), decapitalise(what), textOf(reading, verb + 1, to)].filter(Boolean).join(' '),
    );
  }
  if (!base && tokens[no + 1] !== head && tokens[no]?.norm !== 'never') return null;
  const named =
    /^(?:DET|NOUN|PROPN)$/.test(tokens[from]?.pos ?? '') &&
    findToken(reading, from, no, ({ pos }) => pos === 'AUX') > from;
  if (!(us || you || it || named || /^(?:sorry|unable)$/.test(tokens[from]?.norm ?? ''))) return null;
  if (/^(?:know|want|see|find|think|promise|guarantee|say|tell|believe|understand|mean)$/.test(head.lemma)) return null;
  const rest = textOf(reading, verb + 1, to);
  // 'we don't do pauses', 'we don't offer lessons': what is refused is the noun
  if (/^(?:do|have|offer|provide|stock|sell|carry|accept|take)$/.test(head.lemma) || !rest) {
    const noun = nounPhrase(reading, verb + 1, to);
    if (
      head.lemma !== 'take' &&
      noun &&
      !/^(?:it|that|this|them|so|much|anything|any of)\b/i.test(noun) &&
      noun === rest
    )
      return fitted(noun, you);
  }
  if (/^(?:that|it)$/i.test(rest)) return fitted('that', you);
  return fitted([inflect(head.lemma, 'gerund'), rest].filter(Boolean).join(' '), you);
}

const SORRY_BUT = /(?:^|[.!?,\s])((?:(?:I['’]m|we['’]re|I am|we are) )?(?:so |very |really )?sorry,? (?:but )?)$/i;
