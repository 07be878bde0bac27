import type { Move } from './move';
import { acknowledge, empathyFirst, nameTheCase } from './moves/acknowledge';
import { blameToFact } from './moves/blame';
import { drop, dropSentence, statePlainly } from './moves/drop';
import { hedgeToAction } from './moves/hedge';
import { humanPhrase } from './moves/human';
import { addGreeting, nextStep, offerFollowUp, offerOption, restate, setBoundary } from './moves/insert';
import { orderToRequest } from './moves/order';
import { ownIt } from './moves/own';
import { plainWord } from './moves/plain';
import { policyToReason } from './moves/policy';
import { whatWillBeDone } from './moves/promise';
import { openQuestion } from './moves/question';
import { refusalToOffer } from './moves/refusal';
import { remarkOut, saidInstead } from './moves/remark';
import { answerQuestion, ownMistake } from './moves/reply';
import { sentenceCase } from './moves/shout';
import { timeGap } from './moves/time';
import { matchTone } from './moves/tone';

/** The grammar moves that a bank's `rewrites` may name, by their name without the '@'. */
export const MOVES: Readonly<Record<string, Move>> = {
  'refusal-to-offer': refusalToOffer,
  'order-to-request': orderToRequest,
  'plain-word': plainWord,
  'blame-to-fact': blameToFact,
  'own-it': ownIt,
  'policy-to-reason': policyToReason,
  'name-the-case': nameTheCase,
  'state-plainly': statePlainly,
  'remark-out': remarkOut,
  'said-instead': saidInstead,
  'time-gap': timeGap,
  'what-will-be-done': whatWillBeDone,
  'hedge-to-action': hedgeToAction,
  'open-question': openQuestion,
  'sentence-case': sentenceCase,
  'human-phrase': humanPhrase,
  'drop-opener': drop,
  drop,
  'drop-sentence': dropSentence,
  acknowledge,
  'empathy-first': empathyFirst,
  restate,
  'answer-question': answerQuestion,
  'offer-option': offerOption,
  'next-step': nextStep,
  'own-mistake': ownMistake,
  'match-tone': matchTone,
  'set-boundary': setBoundary,
  'add-greeting': addGreeting,
  'offer-follow-up': offerFollowUp,
};
