/** An order's words become a request's; what follows stays. */
import { clauseAt } from '../../../context/clause';
import type { Reading } from '../../../document';
import type { Edit } from '../../../types';
import type { RewriteContext } from '../../move';
import { decapitalise, replaceSpan } from '../../splice';
import { bodyEnd, findToken, isClause, isSubjectPronoun, textOf } from '../../words';
import type { Order } from './read-order';

/** The request runs to the end of the sentence, so that it can be a question. */
export function restIsOneRequest({ facts, hit }: RewriteContext, order: Order, end: number): boolean {
  const reading = hit?.sentence.reading as Reading;
  const { tokens } = reading;
  if (tokens[order.verb]?.text === ':') return false;
  const opens = facts.banks.find('clause-joiner', reading).filter(({ from }) => from > order.verb && from < end);
  const other = opens.some(({ from }) => !['which', 'who', 'when', 'if', 'that'].includes(tokens[from]?.norm ?? ''));
  const comma = findToken(
    reading,
    order.verb,
    end,
    ({ text }, index) => /^[,;:–—]$/.test(text) && isClause(reading, { from: index + 1, to: end }),
  );
  const purpose =
    tokens[0]?.norm === 'to' ||
    (order.from > 0 && findToken(reading, 0, order.from, ({ norm }) => norm === 'to') === 0);
  const joined = findToken(reading, order.verb, end, ({ norm }) =>
    ['before', 'until', 'as', 'because', 'otherwise', 'or'].includes(norm),
  );
  return !other && comma < 0 && !purpose && joined < 0;
}

/** The order's words become the request's; what follows stays. */
export function swap(context: RewriteContext, order: Order, asks: string[], end: number, question: boolean): Edit[] {
  const { hit, draft } = context;
  if (!hit) return [];
  const { reading } = hit.sentence;
  const lead = cutBefore(context, order.from);
  return asks.flatMap((ask): Edit[] => {
    const rest = oneRequest(calmed(context, textOf(reading, order.verb, end)), ask).replace(/[.!]+$/, '');
    if (reading.tokens[order.verb]?.text === ':') return [replaceTo(context, lead, order.verb, ask, '')];
    if (!rest) return [];
    const asking = question && ask.startsWith('could');
    if (asking && !restIsOneRequest(context, order, end)) {
      const split = secondClause(context, order, end);
      const reason = findToken(reading, order.verb, end, ({ norm }) =>
        /^(?:as|because|otherwise|or|since)$/.test(norm),
      );
      if (!split) return reason >= 0 ? [] : [replaceTo(context, lead, order.verb, ask, rest, end, '?')];
      return [replaceTo(context, lead, order.verb, ask, split.request, end, `? ${split.rest}`)];
    }
    const closing = asking
      ? '?'
      : draft
          .slice(hit.sentence.start + (reading.tokens[bodyEnd(reading) - 1]?.end ?? 0), hit.sentence.end)
          .replace(/^\?/, '.');
    return [replaceTo(context, lead, order.verb, ask, rest, end, asking ? '?' : closing)];
  });
}

/** A shouted verb goes small with the order: 'DO NOT TOUCH'. */
function calmed({ facts, hit }: RewriteContext, text: string): string {
  const shouted = facts.phrases.some((one) => one.rule.bank === 'shouting' && one.sentence === hit?.sentence);
  return shouted ? text.replace(/^(?:\p{Lu}{2,}\s+)*\p{Lu}{2,}(?!\p{L})/u, (words) => words.toLowerCase()) : text;
}

/** 'Log in. Submit it on the day.' -> 'log in and submit it on the day' */
function oneRequest(text: string, ask: string): string {
  if (!ask.startsWith('please')) return text;
  return text.replace(
    /^([^.,]{2,30})\.\s+(\p{Lu})(?=\p{Ll}+ [^.]*$)/u,
    (_all, first: string, letter: string) => `${first} and ${letter.toLowerCase()}`,
  );
}

/** 'and I need ...' after the request: a sentence of its own. */
function secondClause(
  { hit, facts }: RewriteContext,
  order: Order,
  end: number,
): { request: string; rest: string } | null {
  const reading = hit?.sentence.reading as Reading;
  const { tokens } = reading;
  const joiner = facts.banks
    .find('clause-joiner', reading)
    .find(
      ({ from }) =>
        from > order.verb &&
        from < end &&
        ['and', 'but', 'so', 'then'].includes(tokens[from]?.norm ?? '') &&
        isSubjectPronoun(tokens[from + 1]),
    );
  if (!joiner) {
    const comma = findToken(
      reading,
      order.verb,
      end,
      ({ text }, index) =>
        /^[,;:–—]$/.test(text) &&
        isClause(reading, { from: index + 1, to: end }) &&
        /^(?:PRON|DET|NOUN|PROPN)$/.test(tokens[index + 1]?.pos ?? ''),
    );
    if (comma < 0) return null;
    const after = textOf(reading, comma + 1, end);
    return {
      request: textOf(reading, order.verb, comma),
      rest: `${after.slice(0, 1).toUpperCase()}${after.slice(1)}.`,
    };
  }
  let stop = joiner.from;
  while (stop > order.verb && tokens[stop - 1]?.pos === 'PUNCT') stop -= 1;
  const rest = textOf(reading, joiner.from + 1, end);
  return { request: textOf(reading, order.verb, stop), rest: `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}.` };
}

/** 'I'm afraid, you have to', 'Unfortunately you must': the bad news goes with the order. */
const REGRET =
  /^(?:i['’]?m|we['’]re|i am|we are)? ?(?:afraid|sorry|unfortunately|regrettably)[\s,]*(?:but|that)?[\s,]*$/i;

/** 'Please note that you must' and 'and you must' lose what led to the order. */
function cutBefore({ hit, facts }: RewriteContext, from: number): { at: number; glue: string } {
  const reading = hit?.sentence.reading as Reading;
  const { tokens } = reading;
  const before = tokens[from - 1];
  if (from > 0 && from < 6 && REGRET.test(textOf(reading, 0, from))) return { at: 0, glue: '' };
  if (before?.norm === 'that' || before?.norm === 'note') {
    const clause = clauseAt(reading, from - 1, facts.banks);
    if (from - clause.from <= 5) return { at: clause.from, glue: '' };
  }
  if ((before?.norm === 'and' || before?.norm === 'but') && isClause(reading, { from: 0, to: from - 1 })) {
    let at = from - 1;
    if (tokens[at - 1]?.text === ',') at -= 1;
    return { at, glue: '. ' };
  }
  return { at: from, glue: '' };
}

function replaceTo(
  { hit, draft, voice }: RewriteContext,
  lead: { at: number; glue: string },
  _verb: number,
  ask: string,
  rest: string,
  end?: number,
  closing = '',
): Edit {
  const sentence = hit?.sentence as NonNullable<typeof hit>['sentence'];
  const { tokens } = sentence.reading;
  const start = sentence.start + (tokens[lead.at]?.start ?? 0);
  const stop = end === undefined ? sentence.start + (tokens[_verb - 1]?.end ?? 0) : sentence.end;
  const words = rest ? `${ask} ${decapitalise(rest)}` : ask;
  if (lead.glue) {
    const trimmed = draft.slice(0, start).trimEnd().length;
    return {
      start: trimmed,
      end: stop,
      text: `${lead.glue}${words.slice(0, 1).toUpperCase()}${words.slice(1)}${closing}`,
    };
  }
  return replaceSpan(draft, { start, end: stop }, `${words}${closing}`, voice.lowerCase);
}
