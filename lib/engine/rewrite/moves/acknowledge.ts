/** Empathy made of the customer's own facts. */
import { readDocument } from '../../document';
import { has, type ReplySentence, replyOf } from '../../reply';
import type { Edit } from '../../types';
import { problemOf } from '../lift';
import type { Move, RewriteContext } from '../move';
import { insertAtOpening, openingAt } from '../place';
import { wordings } from '../say';
import { decapitalise, removeSentence, replaceSpan } from '../splice';
import { ended } from '../template';

/** The customer's trouble named first, before the first content sentence. */
export const acknowledge: Move = (context) =>
  caseSentences(context).map((text) => insertAtOpening(context.facts, ended(text), context.voice));

/**
 * Sorry, with the case in it. Bereavement has wordings of its own: nothing of the message is said back. Where no clause
 * of theirs can be said back, the thing that it is about is named.
 */
export function caseSentences(context: RewriteContext): string[] {
  const { facts } = context;
  const customer = facts.conversation.customer.sentences;
  if (customer.some(({ reading }) => facts.banks.has('bereavement', reading))) return wordings('bereavement', context);
  const feels = customer.some(({ reading }) => facts.banks.has('feeling-opening', reading));
  const lifted = problemOf(facts) !== null;
  const sorry = wordings('sorry-that', context);
  const why = wordings('see-why', context);
  if (lifted) return feels ? [...why, ...sorry] : [...sorry, ...why];
  // to hear someone out is for those who have something to get off their chest
  const upset = facts.conversation.mood.id !== 'calm';
  return [
    // what someone calm asks about is no trouble yet
    ...(upset ? wordings('sorry-topic', context) : []),
    ...wordings('sorry-gap', context),
    ...(upset ? wordings('hear-out', context) : []),
  ];
}

/** 'Sorry about that. Your flight was cancelled' -> 'I'm sorry that your flight was cancelled': the draft names it. */
function joinNext(context: RewriteContext): Edit[] {
  const { draft, finding, facts, hit, voice } = context;
  const next = hit && facts.document.sentences[hit.sentence.index + 1];
  if (!next || !finding.span || !/^[.!]\s+$/.test(draft.slice(finding.span.end, next.start))) return [];
  const { tokens, text } = next.reading;
  if (!/^(?:your|the)$/.test(tokens[0]?.norm ?? '') || /[?:]/.test(text) || !facts.banks.has('trouble', next.reading))
    return [];
  if (tokens.some(({ norm }) => /^(?:can|could|should|may|might|will|please|if|but)$/.test(norm))) return [];
  const span = { start: finding.span.start, end: next.end };
  const mark = /[.!]+$/.exec(text)?.[0] ?? '';
  return wordings('sorry-join', context, { next: decapitalise(text.slice(0, text.length - mark.length)) }).map((said) =>
    replaceSpan(draft, span, `${said}${mark}`, voice.lowerCase),
  );
}

/** Sympathy or an apology with nothing in it takes in what happened. */
export const nameTheCase: Move = (context) => {
  const { draft, finding, facts, voice, hit } = context;
  if (!finding.span || !hit) return [];
  const span = finding.span;
  const words = draft.slice(span.start, span.end).toLowerCase();
  const said = caseSentences(context);
  const understands = facts.banks.has(
    'understanding',
    readDocument(words).sentences[0]?.reading ?? hit.sentence.reading,
  );
  const apologises = /apolog/.test(words) ? wordings('apologise-that', context) : [];
  const why = understands && problemOf(facts) !== null ? wordings('see-why', context) : [];
  const formal = !understands && /apolog/.test(words) ? apologises : [];
  const split = [...why, ...said, ...formal].flatMap((text): Edit[] => {
    const edit = splitAfter(context, text);
    return edit ? [edit] : [replaceSpan(draft, span, text, voice.lowerCase)];
  });
  return [...joinNext(context), ...split];
};

/** '..., and I've asked the courier' after a long case becomes a sentence of its own. */
function splitAfter({ draft, finding, voice }: RewriteContext, text: string): Edit | null {
  const span = finding.span;
  if (!span) return null;
  const joined = /^\s*,?\s*(?:and|but|so)\s+(?=(?:I|we|you|your|our|my|the|it|this|that|here)\b)/i.exec(
    draft.slice(span.end),
  );
  if (!joined || !/:/.test(text)) return null;
  const end = span.end + joined[0].length;
  const next = draft.slice(end, end + 1);
  const said = replaceSpan(draft, span, text, voice.lowerCase).text;
  return { start: span.start, end: end + 1, text: `${said}. ${voice.lowerCase ? next : next.toUpperCase()}` };
}

/** The sentences that acknowledge move up, before the solution, all that stand together; where there is none, one is made. */
export const empathyFirst: Move = (context) => {
  const { facts, draft, voice } = context;
  const open = openingAt(facts);
  const { sentences, body } = replyOf(facts);
  const feels = (one: ReplySentence | undefined) =>
    one !== undefined &&
    one.sentence.index > open.index &&
    !one.roles.has('question') &&
    !has(one, 'overpromise') &&
    (one.roles.has('acknowledgement') || has(one, 'hollow-empathy')) &&
    ['sorry-word', 'hard-word', 'understanding'].some((name) => facts.banks.has(name, one.sentence.reading));
  const first = body.find(feels);
  if (!first) return acknowledge(context);
  let last = first;
  for (let next = sentences[last.sentence.index + 1]; feels(next); next = sentences[last.sentence.index + 1])
    last = next as ReplySentence;
  // a canned one gives way to the case
  if (first === last && has(first, 'hollow-empathy') && problemOf(facts) !== null) {
    const gone = removeSentence(draft, { start: first.sentence.start, end: first.sentence.end });
    const made = acknowledge(context);
    if (gone) return [...made.map((edit) => joined(draft, edit, gone)), ...made];
  }
  const stop = halfOf(draft, first, last);
  const moved = draft.slice(first.sentence.start, stop.end);
  const between = draft.slice(open.at, first.sentence.start).trimEnd();
  const gap = draft.slice(open.at + between.length, first.sentence.start);
  const upper = (text: string) => (voice.lowerCase ? text : text.slice(0, 1).toUpperCase() + text.slice(1));
  const text = stop.rest === null ? moved : `${moved}.`;
  const said = open.inline
    ? replaceSpan(draft, { start: open.at, end: open.at }, text, voice.lowerCase).text.trimEnd()
    : text;
  const rest = stop.rest === null ? '' : `${gap || ' '}${upper(stop.rest)}`;
  const edit: Edit = {
    start: open.at,
    end: last.sentence.end,
    text: `${said}${gap || ' '}${open.inline ? upper(between) : between}${rest}`,
  };
  return [edit, ...acknowledge(context)];
};

/** 'I'm sorry ...; he'll knock in two minutes' parts at its semicolon: what comes after it belongs to the solution. */
function halfOf(draft: string, first: ReplySentence, last: ReplySentence): { end: number; rest: string | null } {
  const { start, end } = last.sentence;
  const at = first === last ? draft.slice(start, end).search(/;\s/) : -1;
  if (at < 0) return { end, rest: null };
  return { end: start + at, rest: draft.slice(start + at + 1, end).trim() };
}

/** Two edits of one draft as one, the first standing before the second. */
function joined(draft: string, before: Edit, after: Edit): Edit {
  return {
    start: before.start,
    end: after.end,
    text: `${before.text}${draft.slice(before.end, after.start)}${after.text}`,
  };
}
