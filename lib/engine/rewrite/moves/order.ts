/** An order becomes a request: 'you need to send' -> 'could you send', or 'please send'. */
import type { Reading, Token } from '../../document';
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { replaceSpan } from '../splice';
import { bodyEnd, findToken, readsAt, textOf } from '../words';
import { isNominal, type Order, readOrder } from './order/read-order';
import { restIsOneRequest, swap } from './order/request';

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
