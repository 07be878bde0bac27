import type { Move } from './move';
import { acknowledge, empathyFirst, nameTheCase } from './moves/acknowledge';
import { drop, dropSentence, statePlainly } from './moves/drop';
import { addGreeting, nextStep, offerFollowUp, offerOption, restate, setBoundary } from './moves/insert';
import { orderToRequest } from './moves/order';
import { refusalToOffer } from './moves/refusal';
import { timeGap } from './moves/time';

/** The grammar moves that a bank's `rewrites` may name, by their name without the '@'. */
export const MOVES: Readonly<Record<string, Move>> = {
  'refusal-to-offer': refusalToOffer,
  'drop-opener': drop,
  drop,
  'drop-sentence': dropSentence,
  'state-plainly': statePlainly,
  'order-to-request': orderToRequest,
  'time-gap': timeGap,
  'name-the-case': nameTheCase,
  acknowledge,
  'empathy-first': empathyFirst,
  restate,
  'offer-option': offerOption,
  'next-step': nextStep,
  'offer-follow-up': offerFollowUp,
  'set-boundary': setBoundary,
  'add-greeting': addGreeting,
};
