/** An order becomes a request: 'you need to send' -> 'could you send', or 'please send'. */
import { clauseAt } from '../../context/clause';
import type { Reading, Token } from '../../document';
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { decapitalise, replaceSpan } from '../splice';
import { bodyEnd, findToken, isClause, isSubjectPronoun, readsAt, textOf } from '../words';

interface Order {
  /** The first token of the order: 'you', or the bare verb. */
  from: number;
  /** What is asked for: a verb, 'be', or a noun. */
  verb: number;
  negative: boolean;
}

export const orderToRequest: Move = (context) => {
  const { hit, facts } = context;
  if (!hit) return [];
  const { reading } = hit.sentence;
  const order = readOrder(reading, hit.from, hit.to);
  if (!order || /\?\s*$/.test(reading.text)) return [];
  const { tokens } = reading;
  const verb = tokens[order.verb] as Token;
  const end = bodyEnd(reading);
  if (order.negative) return swap(context, order, [`please don't`], end, false);
  if (verb.norm === 'be') return condition(context, order, end);
  if (verb.norm === 'wait') return swapVerb(context, order, 'please allow', end);
  if (verb.pos !== 'VERB' && verb.pos !== 'AUX' && isNominal(verb) && tokens[order.verb - 1]?.norm !== 'to')
    return swap(context, order, ['please have'], end, false);
  const gate = findToken(reading, order.verb + 1, end, ({ norm }) => norm === 'before' || norm === 'until');
  const edits: Edit[] = [];
  if (
    gate > 0 &&
    readsAt(reading, gate, 'before', 'you') &&
    ['can', 'will', 'could'].includes(tokens[gate + 2]?.norm ?? '')
  ) {
    edits.push(
      whole(context, order, `once you ${textOf(reading, order.verb, gate)}, ${textOf(reading, gate + 1, end)}`, end),
    );
  }
  const urgent = facts.banks.has('danger', reading);
  const asks = urgent
    ? ['please']
    : restIsOneRequest(context, order, end)
      ? ['could you', 'please']
      : ['please', 'could you'];
  return [...edits, ...swap(context, order, asks, end, !urgent)];
};

/** 'you (will|just)* (need|have|must|should|are required) to? VERB', from the phrase itself; or a bare imperative. */
function readOrder(reading: Reading, from: number, to_: number): Order | null {
  const { tokens } = reading;
  const you = findToken(reading, from, to_, ({ norm }) => norm === 'you' || norm === 'u' || norm === "you're");
  if (you < 0) {
    const first = findToken(
      reading,
      from,
      to_,
      ({ kind, norm }) =>
        kind === 'word' && !['please', 'just', 'simply', 'now', 'then', 'and', 'so', 'kindly'].includes(norm),
    );
    const verb = tokens[first];
    // 'it is mandatory to fill in'
    const to = findToken(reading, from, to_, ({ norm }) => norm === 'to');
    if (verb && verb.pos !== 'VERB' && to > 0 && tokens[to + 1]?.pos === 'VERB')
      return { from, verb: to + 1, negative: false };
    if (!verb || first > from + 2 || (verb.pos !== 'VERB' && verb.norm !== 'do' && from > 0)) return null;
    if (verb.norm === 'do' && tokens[first + 1]?.norm === 'not') return { from, verb: first + 2, negative: true };
    const head = tokens[from - 1];
    if (
      verb.text.toLowerCase() !== verb.lemma ||
      (head && head.pos !== 'PUNCT' && head.pos !== 'CCONJ' && head.norm !== 'so' && head.norm !== 'then')
    )
      return null;
    return { from, verb: first, negative: false };
  }
  let at = you + 1;
  let negative = false;
  let command = false;
  while (at < Math.min(tokens.length, you + 10)) {
    const token = tokens[at] as Token;
    if (token.norm === 'not') negative = true;
    else if (
      [
        'must',
        'should',
        'shall',
        'need',
        'have',
        'got',
        'require',
        'oblige',
        'ought',
        'be',
        'will',
        'would',
        'expect',
        'advise',
        'request',
        'ask',
        'suppose',
        'instruct',
        'go',
        'gotta',
        'better',
        'had',
      ].includes(token.lemma) ||
      token.norm === 'required' ||
      token.norm === 'obliged'
    ) {
      if (!['be', 'will', 'would', 'go'].includes(token.lemma)) command = true;
      if (command && token.norm === 'be' && ['must', 'should', 'to'].includes(tokens[at - 1]?.norm ?? '')) break;
      if (command && token.lemma === 'have' && tokens[at - 1]?.norm === 'to') break;
    } else if (
      token.pos !== 'ADV' &&
      token.norm !== 'to' &&
      !['first', 'please', 'now', 'therefore', 'just', 'simply', 'only', 'also', 'absolutely', 'kindly'].includes(
        token.norm,
      )
    )
      break;
    at += 1;
  }
  if (!command || at >= tokens.length) return null;
  if (
    tokens[at]?.text === ':' ||
    tokens[at - 1]?.norm === 'to' ||
    tokens[at]?.pos === 'VERB' ||
    tokens[at]?.pos === 'AUX' ||
    ['must', 'should', 'better'].includes(tokens[at - 1]?.norm ?? '') ||
    isNominal(tokens[at])
  ) {
    return { from: you, verb: at, negative };
  }
  // an adverb that looks like the verb's own part: 'you must always send'
  return { from: you, verb: at, negative };
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && ['NUM', 'DET', 'NOUN', 'PROPN', 'ADJ'].includes(token.pos);
}

/** The request runs to the end of the sentence, so that it can be a question. */
function restIsOneRequest({ facts, hit }: RewriteContext, order: Order, end: number): boolean {
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
function swap(context: RewriteContext, order: Order, asks: string[], end: number, question: boolean): Edit[] {
  const { hit, draft } = context;
  if (!hit) return [];
  const { reading } = hit.sentence;
  const lead = cutBefore(context, order.from);
  return asks.flatMap((ask): Edit[] => {
    const rest = textOf(reading, order.verb, end);
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
      : draft.slice(hit.sentence.start + (reading.tokens[end - 1]?.end ?? 0), hit.sentence.end);
    return [replaceTo(context, lead, order.verb, ask, rest, end, asking ? '?' : closing)];
  });
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

/** 'Please note that you must' and 'and you must' lose what led to the order. */
function cutBefore({ hit, facts }: RewriteContext, from: number): { at: number; glue: string } {
  const reading = hit?.sentence.reading as Reading;
  const { tokens } = reading;
  const before = tokens[from - 1];
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

function swapVerb(context: RewriteContext, order: Order, ask: string, end: number): Edit[] {
  const { hit } = context;
  if (!hit) return [];
  const { tokens } = hit.sentence.reading;
  let at = order.verb + 1;
  if (tokens[at]?.norm === 'for') at += 1;
  return tokens[at]?.pos === 'NUM' || tokens[at]?.pos === 'DET'
    ? swap(context, { ...order, verb: at }, [ask], end, false)
    : swap(context, order, ['please'], end, false);
}

/** 'You must be 18 to open an account' -> 'You can open an account if you are 18'. */
function condition(context: RewriteContext, order: Order, end: number): Edit[] {
  const reading = context.hit?.sentence.reading as Reading;
  const to = findToken(
    reading,
    order.verb + 2,
    end,
    ({ norm }, index) => norm === 'to' && reading.tokens[index + 1]?.pos === 'VERB',
  );
  if (to < 0) return swap(context, order, ['please'], end, false);
  const state = textOf(reading, order.verb + 1, to);
  const aim = textOf(reading, to + 1, end);
  return [
    whole(context, order, `you can ${aim} once you're ${state}`, end),
    whole(context, order, `you can ${aim} if you are ${state}`, end),
  ];
}

function whole(context: RewriteContext, order: Order, text: string, end: number): Edit {
  const { hit, draft, voice } = context;
  const sentence = hit?.sentence as NonNullable<typeof hit>['sentence'];
  const { tokens } = sentence.reading;
  const span = {
    start: sentence.start + (tokens[order.from]?.start ?? 0),
    end: sentence.start + (tokens[end - 1]?.end ?? 0),
  };
  return replaceSpan(draft, span, text, voice.lowerCase);
}
