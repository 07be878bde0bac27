/** An order becomes a request: 'you need to send' -> 'could you send', or 'please send'. */
import type { Reading, Token } from '../../document';
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
  const order = readOrder(reading, hit.from, hit.to);
  if (/\?\s*$/.test(reading.text)) return [];
  const rule = ruleToRequest(context);
  if (rule.length > 0) return rule;
  if (!order) return [];
  const { tokens } = reading;
  const verb = tokens[order.verb] as Token;
  const end = bodyEnd(reading);
  if (order.negative) return swap(context, order, [`please don't`], end, false);
  if (verb.norm === 'be') return condition(context, order, end);
  if (verb.norm === 'wait') return swapVerb(context, order, 'please allow', end);
  if (
    verb.pos !== 'VERB' &&
    verb.pos !== 'AUX' &&
    isNominal(verb) &&
    tokens[order.verb - 1]?.norm !== 'to' &&
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
  const urgent = facts.banks.has('danger', reading);
  const asks = urgent
    ? ['please']
    : asksForSomething(context, order) && restIsOneRequest(context, order, end)
      ? ['could you', 'please']
      : ['please', 'could you'];
  return [...edits, ...swap(context, order, asks, end, !urgent)];
};

/** What we wait for is asked for; a rule or a step of a guide is said with please. */
function asksForSomething({ hit, facts }: RewriteContext, order: Order): boolean {
  const reading = hit?.sentence.reading as Reading;
  if (/https?:|www\./.test(reading.text)) return false;
  return (
    facts.banks.find('sending', reading).some(({ from }) => from === order.verb) ||
    facts.banks.find('asked-for', reading).some(({ from }) => from === order.verb)
  );
}

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
      /^(?:must|shall|should)$/.test(norm) || (/^(?:is|are)$/.test(norm) && tokens[index + 1]?.norm === 'to'),
  );
  const noun = modal > start ? nounPhraseAt(parts, start, modal) : null;
  if (!noun || tokens[start]?.pos === 'PRON') return [];
  const subject = textOf(reading, start, modal);
  const said = tokens[start]?.pos === 'PROPN' ? subject : decapitalise(subject);
  let at = modal + 1;
  if (tokens[at]?.norm === 'to') at += 1;
  const negative = tokens[at]?.norm === 'not';
  if (negative) at += 1;
  const passive = tokens[at]?.norm === 'be';
  if (passive) at += 1;
  while (tokens[at]?.pos === 'ADV') at += 1;
  const verb = tokens[at];
  if (verb?.pos !== 'VERB') return [];
  if (passive) {
    const particle =
      /^(?:in|out|up|off|over|back)$/.test(tokens[at + 1]?.norm ?? '') && tokens[at + 1]?.pos !== 'ADP' ? 1 : 0;
    const action = [
      verb.lemma,
      textOf(reading, at + 1, at + 1 + particle),
      said,
      textOf(reading, at + 1 + particle, end),
    ];
    const ask = negative ? "please don't" : 'please';
    return [replaceTokens(context, hit.sentence, start, end, [ask, ...action].filter(Boolean).join(' '))];
  }
  if (negative) return [];
  return wordings('we-ask', context, { who: said, action: textOf(reading, at, end).replace(/^\S+/, verb.lemma) }).map(
    (text) => replaceTokens(context, hit.sentence, start, end, text),
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
