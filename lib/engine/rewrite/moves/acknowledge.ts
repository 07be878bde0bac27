/** Empathy made of the customer's own facts. */
import type { DraftFacts } from '../../detectors/detector';
import { type Reading, readDocument } from '../../document';
import { has, type ReplySentence, replyOf } from '../../reply';
import type { Edit, Span } from '../../types';
import { factsIn } from '../facts';
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
 * of theirs can be said back, what went wrong is a gap for the agent, never a guess.
 */
export function caseSentences(context: RewriteContext): string[] {
  const { facts } = context;
  if (isBereaved(facts)) return wordings('bereavement', context);
  const serious = isSerious(facts);
  const lifted = problemOf(facts) !== null;
  if (!lifted) return wordings(serious ? 'so-sorry-gap' : 'sorry-gap', context);
  if (serious) return wordings('so-sorry-that', context);
  // to call it frustrating is for them to do first
  const felt = facts.conversation.customer.sentences.some(({ reading }) => facts.banks.has('felt', reading));
  return [...wordings('sorry-that', context), ...(felt ? wordings('see-why', context) : [])];
}

export function isBereaved({ conversation, banks }: DraftFacts): boolean {
  return conversation.customer.sentences.some(({ reading }) => banks.has('bereavement', reading));
}

/** Illness, an injury, a home lost: 'frustrating' would be an insult. */
export function isSerious({ conversation, banks }: DraftFacts): boolean {
  // 'I hope you get cancer' is a threat
  if (conversation.mood.id === 'abusive') return false;
  return conversation.customer.sentences.some(({ reading }) => banks.has('grave', reading));
}

/** 'Sorry about that. Your flight was cancelled' -> 'I'm sorry that your flight was cancelled': the draft names it. */
function joinNext(context: RewriteContext): Edit[] {
  const { draft, finding, facts, hit, voice } = context;
  const next = hit && facts.document.sentences[hit.sentence.index + 1];
  if (!next || !finding.span || !/^[.!]\s+$/.test(draft.slice(finding.span.end, next.start))) return [];
  const { tokens, text } = next.reading;
  const told = facts.conversation.source.customer?.toLowerCase() ?? '';
  const theirs =
    tokens[0]?.norm === 'your' ||
    (tokens[0]?.norm === 'the' &&
      tokens[1]?.pos === 'NOUN' &&
      tokens[2]?.pos !== 'NOUN' &&
      told.includes(tokens[1].norm));
  if (!theirs || /[?:]/.test(text) || !facts.banks.has('trouble', next.reading)) return [];
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
  const span = widened(context, finding.span);
  const words = draft.slice(span.start, span.end).toLowerCase();
  const said = caseSentences(context);
  const understands = facts.banks.has(
    'understanding',
    readDocument(words).sentences[0]?.reading ?? hit.sentence.reading,
  );
  const apologises = /apolog/.test(words) && !isBereaved(facts) ? wordings('apologise-that', context) : [];
  const plain = problemOf(facts) !== null && !isBereaved(facts) && !isSerious(facts);
  const why = understands && plain ? wordings('see-why', context) : [];
  const formal = !understands && /apolog/.test(words) ? apologises : [];
  const split = [...(isSerious(facts) ? [] : formal), ...said, ...why].flatMap((text): Edit[] => {
    const edit = splitAfter(context, span, text);
    return edit ? [edit] : [replaceSpan(draft, span, text, voice.lowerCase)];
  });
  return [...joinNext(context), ...split];
};

/** 'We appreciate | this is frustrating', 'We apologise for the inconvenience | caused by the delay': said anew as a whole. */
function widened({ draft, hit, facts }: RewriteContext, { start, end }: Span): Span {
  const sentence = hit?.sentence;
  if (!sentence) return { start, end };
  const lead = UNDERSTANDING.exec(draft.slice(sentence.start, start))?.[0].length ?? 0;
  const rest = TAIL.exec(draft.slice(end, sentence.end))?.[0] ?? '';
  const whole = problemOf(facts) !== null || isBereaved(facts);
  // 'how important it is | to stay connected' hangs on what goes
  const hangs = /^ to /.test(rest);
  const tail = (whole || hangs) && factsIn(rest).length === 0 ? rest.length : 0;
  // 'sorry about the mix up 🙈 that'll be Dave': what is said beside the regret stays
  const beside =
    /\s*(?:\p{Extended_Pictographic}|\b(?:and|but)\s+(?:trust|hope|will|we|I|our|your|it|this|the|they)\b)/u.exec(
      draft.slice(start, end),
    );
  if (beside && beside.index > 6) return { start: start - lead, end: start + beside.index };
  return { start: start - lead, end: end + tail };
}

const UNDERSTANDING =
  /\b(?:I|we)(?: can| do| fully| really| totally| completely| truly| certainly| absolutely)*(?: appreciate| understand| know| realise| realize| see| imagine)(?: that| how)?\s+$/i;
/** Up to the next mark, or to what is said beside it. */
const TAIL =
  /^ (?:caused|ourselves|to|by|with|about|regarding|on|in|at|during|of|from|for|this|it|you|here|today)\b(?:(?! (?:and|but|so|as|because|which|if|please)\b)[^.,;:!?()\n–—-])*/i;

/** '..., and I've asked the courier' after a long case becomes a sentence of its own. */
function splitAfter({ draft, voice }: RewriteContext, span: Span, text: string): Edit | null {
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
  // 'he' and 'it' would stand before what they point at
  if (pointsBack(first.sentence.reading)) return acknowledge(context);
  let last = first;
  for (
    let next = sentences[last.sentence.index + 1];
    feels(next) && !pointsBack((next as ReplySentence).sentence.reading);
    next = sentences[last.sentence.index + 1]
  )
    last = next as ReplySentence;
  // a canned one gives way to the case
  if (first === last && has(first, 'hollow-empathy')) {
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

/** A word for what another sentence named: 'I'm sorry that he left it there'. */
function pointsBack({ tokens }: Reading): boolean {
  return tokens.some(({ norm, pos }, at) => {
    if (/^(?:he|she|they|him|them|his|their|its)$/.test(norm)) return true;
    const next = tokens[at + 1];
    // 'it must have been awful', 'sorry for that': how it was, whatever it was
    if (norm === 'it')
      return (
        !/^(?:must|is|was|'s|has|feels|sounds|can|may|might)$/.test(next?.norm ?? '') &&
        at > 0 &&
        !/^(?:take|get|make|find|found)$/.test(tokens[at - 1]?.lemma ?? '')
      );
    if (/^(?:these|those)$/.test(norm)) return true;
    return /^(?:that|this)$/.test(norm) && pos !== 'SCONJ' && at > 0 && (next === undefined || next.pos === 'PUNCT');
  });
}

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
