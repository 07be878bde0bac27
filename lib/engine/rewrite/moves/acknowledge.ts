/** Empathy made of the customer's own facts. */
import { readDocument } from '../../document';
import type { Edit } from '../../types';
import { problemOf } from '../lift';
import type { Move, RewriteContext } from '../move';
import { insertAtOpening, openingAt } from '../place';
import { wordings } from '../say';
import { decapitalise, replaceSpan } from '../splice';
import { ended } from '../template';

/** The customer's trouble named first, before the first content sentence. */
export const acknowledge: Move = (context) =>
  sentences(context).map((text) => insertAtOpening(context.facts, ended(text), context.voice));

/** Bereavement and abuse have wordings of their own: nothing of the message is said back. */
function sentences(context: RewriteContext): string[] {
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
  return [...wordings('sorry-gap', context), ...(upset ? wordings('hear-out', context) : [])];
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
  const said = sentences(context);
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

/** The sentence that acknowledges moves up, before the solution; where there is none, one is made. */
export const empathyFirst: Move = (context) => {
  const { facts, draft, voice } = context;
  const { document, strengths, phrases } = facts;
  const open = openingAt(facts);
  const kind = strengths.find(
    ({ id, sentence }) =>
      (id === 'names-feeling' || id === 'specific-apology') && sentence !== null && sentence > open.index,
  );
  const hollow = phrases.find(({ rule, sentence }) => rule.bank === 'hollow-empathy' && sentence.index > open.index);
  const index = kind?.sentence ?? hollow?.sentence.index ?? -1;
  const moved = document.sentences[index];
  if (!moved) return acknowledge(context);
  const text = draft.slice(moved.start, moved.end);
  const between = draft.slice(open.at, moved.start).trimEnd();
  const gap = draft.slice(open.at + between.length, moved.start);
  const first = open.inline && !voice.lowerCase ? between.slice(0, 1).toUpperCase() + between.slice(1) : between;
  const edit: Edit = {
    start: open.at,
    end: moved.end,
    text: `${open.inline ? replaceSpan(draft, { start: open.at, end: open.at }, text, voice.lowerCase).text.trimEnd() : text}${gap || ' '}${first}`,
  };
  return [edit, ...acknowledge(context)];
};
