/** An order becomes a request: 'you need to send' -> 'could you send', or 'please send'. */
import type { Reading } from '../../document';
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { decapitalise, replaceSpan } from '../splice';
import { bodyEnd, findToken, readsAt, textOf } from '../words';
import { clauseStart, nounPhraseAt, partsOf, replaceTokens } from './clauses';
import { isNominal, type Order, readOrder } from './order/read-order';
import { restIsOneRequest, swap } from './order/request';

export const orderToRequest: Move = (context) => {
  const { hit, facts } = context;
  if (!hit) return [];
  const { reading } = hit.sentence;
  const order = readOrder(reading, hit.from, hit.to) ?? orderWithin(reading, hit.from, hit.to);
  if (/\?\s*$/.test(reading.text) && !TAG.test(reading.text)) return [];
  // 'the one thing you mustn't do is ...': a clause on a noun
  if (
    order &&
    order.from > 0 &&
    /^(?:NOUN|NUM)$/.test(posAt(reading, order.from - 1)) &&
    reading.tokens[order.from]?.norm === 'you'
  )
    return [];
  const rule = ruleToRequest(context);
  if (rule.length > 0) return rule;
  if (!order) return [];
  const { tokens } = reading;
  const verb = tokens[order.verb];
  // The agent is still typing: 'you will have to'.
  if (!verb) return [];
  const end = beforeTag(reading);
  if (order.negative) {
    const said = /\bdo not\b/i.test(textOf(reading, order.from, order.verb)) ? 'please do not' : "please don't";
    return swap(context, order, [said], end, false);
  }
  // 'you would have to come here': what they can do
  if (readsAt(reading, order.from + 1, 'would', 'have', 'to') || readsAt(reading, order.from + 1, "'d", 'have', 'to'))
    return swap(context, order, ['you can'], end, false);
  if (verb.norm === 'be') return condition(context, order, end);
  if (verb.norm === 'wait') return swapVerb(context, order, 'please allow', end);
  if (
    verb.pos !== 'VERB' &&
    verb.pos !== 'AUX' &&
    isNominal(verb) &&
    verb.norm !== 'better' &&
    tokens[order.verb - 1]?.norm !== 'better' &&
    !/^(?:to|gotta|must|should)$/.test(tokens[order.verb - 1]?.norm ?? '') &&
    tokens[order.verb + 1]?.pos !== 'VERB' &&
    order.from !== order.verb
  )
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
  // when and what is paid is a rule of the house, no errand
  if (facts.banks.find('house-rule', reading).some(({ from }) => from === order.verb) && order.from !== order.verb)
    edits.push(...swap(context, order, ['we ask you to'], end, false));
  const urgent = facts.banks.has('danger', reading);
  const asks = urgent
    ? ['please']
    : asksForSomething(context, order) && restIsOneRequest(context, order, end)
      ? ['could you', 'please']
      : ['please', 'could you'];
  return [...edits, ...swap(context, order, asks, end, !urgent)];
};

function posAt({ tokens }: Reading, at: number): string {
  return tokens[at]?.pos ?? '';
}

/** ', mind', ', OK?': it hangs on an order, not on a request. */
const TAG = /,\s*(?:mind|mind you|ok|okay|yeah|right|alright|got it|understood)\s*[.!?]*\s*$/i;

function beforeTag(reading: Reading): number {
  const end = bodyEnd(reading);
  const tag = TAG.exec(reading.text);
  const at = tag ? reading.tokens.findIndex(({ start }) => start >= tag.index) : -1;
  return at > 0 ? Math.min(at, end) : end;
}

/** The bare verb of a clause inside the phrase: 'nobody died. Log back in'. */
function orderWithin(reading: Reading, from: number, to: number): Order | null {
  const { tokens } = reading;
  const at = findToken(reading, from, to, ({ pos, norm, lemma }, index) => {
    const before = tokens[index - 1];
    const opens = !before || !/\p{L}|\d/u.test(before.text) || /^(?:and|so|then|please|just)$/.test(before.norm);
    const next = tokens[index + 1];
    // after a picture a verb's capital makes a name of it: '😄 Log back in'
    const anew =
      before !== undefined && !/\p{L}|\d/u.test(before.text) && /^(?:ADV|ADP|PART|PRON|DET)$/.test(next?.pos ?? '');
    return opens && norm === lemma && (pos === 'VERB' || (anew && (pos === 'PROPN' || pos === 'NOUN')));
  });
  if (at < 0) return null;
  // 'see to it that you cancel'
  if (readsAt(reading, at + 1, 'to', 'it', 'that', 'you') && tokens[at + 5]?.pos === 'VERB')
    return { from: at, verb: at + 5, negative: false };
  // 'You will please keep'
  const please = tokens[at - 1]?.norm === 'please' && readsAt(reading, at - 3, 'you', 'will');
  return { from: please ? at - 3 : at, verb: at, negative: false };
}

/** What we wait for is asked for; a rule or a step of a guide is said with please. */
function asksForSomething({ hit, facts }: RewriteContext, order: Order): boolean {
  const reading = hit?.sentence.reading as Reading;
  if (/https?:|www\./.test(reading.text)) return false;
  return (
    facts.banks.find('sending', reading).some(({ from }) => from === order.verb) ||
    facts.banks.find('asked-for', reading).some(({ from }) => from === order.verb)
  );
}

const BY_THEM =
  /^by (?:the |our |all )?(?:clients?|customers?|guests?|applicants?|users?|members?|you|yourself|tenants?|patients?|passengers?|parents?|buyers?|holders?)\b\s*/i;
const BOUND = /^(?:obliged|required|expected|asked|advised|requested|bound|supposed)$/;

/** 'The form is to be filled in' -> 'Please fill in the form'; 'Guests must sign' -> 'We ask guests to sign'. */
function ruleToRequest(context: RewriteContext): Edit[] {
  const { hit } = context;
  const parts = partsOf(context);
  if (!hit || !parts) return [];
  const { reading } = hit.sentence;
  const { tokens } = reading;
  const end = bodyEnd(reading);
  const start = clauseStart(context, parts, hit.from);
  const modal = findToken(
    reading,
    Math.max(start, hit.from - 6),
    hit.to,
    ({ norm }, index) =>
      /^(?:must|shall|should)$/.test(norm) ||
      (/^(?:is|are|have|has|need|needs)$/.test(norm) && tokens[index + 1]?.norm === 'to') ||
      (/^(?:is|are)$/.test(norm) && BOUND.test(tokens[index + 1]?.norm ?? '') && tokens[index + 2]?.norm === 'to'),
  );
  if (modal <= start) return [];
  const nobody = /^(?:nobody|no-one|noone)$/.test(tokens[start]?.norm ?? '') || readsAt(reading, start, 'no', 'one');
  // 'Missing items': read as a verb
  const led = start === 0 && /(?:ing|ed)$/.test(tokens[0]?.norm ?? '') && tokens[1]?.pos === 'NOUN';
  const noun = nounPhraseAt(parts, led ? start + 1 : start, modal);
  if (!nobody && (!noun || tokens[start]?.pos === 'PRON' || tokens[start]?.norm === 'no')) return [];
  const subject = textOf(reading, start, modal);
  const name = tokens[start]?.pos === 'PROPN' && (start > 0 || tokens[1]?.pos === 'PROPN');
  const said = name ? subject : decapitalise(subject);
  let at = modal + 1;
  if (BOUND.test(tokens[at]?.norm ?? '')) at += 1;
  if (tokens[at]?.norm === 'to') at += 1;
  const negative = tokens[at]?.norm === 'not';
  if (negative) at += 1;
  const passive = tokens[at]?.norm === 'be';
  if (passive) at += 1;
  while (tokens[at]?.pos === 'ADV') at += 1;
  const verb = tokens[at];
  if (!verb || (verb.pos !== 'VERB' && (passive || verb.norm !== verb.lemma || verb.pos !== 'NOUN'))) return [];
  if (nobody) {
    if (negative || passive || verb.pos !== 'VERB') return [];
    return [replaceTokens(context, hit.sentence, start, end, `please do not ${textOf(reading, at, end)}`)];
  }
  if (passive) {
    const particle =
      /^(?:in|out|up|off|over|back)$/.test(tokens[at + 1]?.norm ?? '') && tokens[at + 1]?.pos !== 'ADP' ? 1 : 0;
    const action = [
      verb.lemma,
      textOf(reading, at + 1, at + 1 + particle),
      said,
      textOf(reading, at + 1 + particle, end).replace(BY_THEM, ''),
    ];
    const ask = negative ? "please don't" : 'please';
    return [replaceTokens(context, hit.sentence, start, end, [ask, ...action].filter(Boolean).join(' '))];
  }
  if (negative)
    return wordings('we-ask-not', context, { who: said, action: textOf(reading, at, end) }).map((text) =>
      replaceTokens(context, hit.sentence, start, end, text),
    );
  return wordings('we-ask', context, { who: said, action: textOf(reading, at, end) }).map((text) =>
    replaceTokens(context, hit.sentence, start, end, text),
  );
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
  // 'you must be the fortieth to ask' is a guess, not an order
  if (!/^(?:over|under|at least|\d|registered|logged|signed|a member)/i.test(state))
    return swap(context, order, ['please'], end, false);
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
