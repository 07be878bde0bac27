import type { Move } from './move';
import { acknowledge, empathyFirst, nameTheCase } from './moves/acknowledge';
import { answerQuestion } from './moves/answer';
import { blameToFact } from './moves/blame';
import { blameOut } from './moves/blame/out';
import { drop, dropSentence, statePlainly } from './moves/drop';
import { hedgeToAction } from './moves/hedge';
import { humanPhrase } from './moves/human';
import { addGreeting, nextStep, offerFollowUp, offerOption, restate, setBoundary } from './moves/insert';
import { keepAndGap, keepAndOwn } from './moves/keep/beside';
import { checkInstead, truismOut } from './moves/keep/out';
import { comfortToRegret, regretInstead } from './moves/keep/regret';
import { butStands, stingOut, tailOut } from './moves/keep/sting';
import { orderToRequest } from './moves/order';
import { ownIt, ownOrDrop } from './moves/own';
import { ownMistake } from './moves/own-mistake';
import { plainGap, plainWord } from './moves/plain';
import { policyToReason } from './moves/policy';
import { whatWillBeDone } from './moves/promise';
import { openQuestion } from './moves/question';
import { refusalToOffer } from './moves/refusal';
import { remarkOut, saidInstead } from './moves/remark';
import { dropSetPhrase, plainThankYou } from './moves/set-phrase';
import { sentenceCase } from './moves/shout';
import { timeGap } from './moves/time';
import { matchTone } from './moves/tone';
import type { MoveName } from './nameable';

/** The grammar moves that a bank's `rewrites` may name, by their name without the '@'. */
export const MOVES: Readonly<Record<string, Move>> = {
  'refusal-to-offer': refusalToOffer,
  'order-to-request': orderToRequest,
  'plain-word': plainWord,
  'plain-gap': plainGap,
  'blame-to-fact': blameToFact,
  'blame-out': blameOut,
  'but-stands': butStands,
  'sting-out': stingOut,
  'tail-out': tailOut,
  'check-instead': checkInstead,
  'keep-and-own': keepAndOwn,
  'keep-and-gap': keepAndGap,
  'regret-instead': regretInstead,
  'truism-out': truismOut,
  'comfort-to-regret': comfortToRegret,
  'own-it': ownIt,
  'own-or-drop': ownOrDrop,
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
  'drop-set-phrase': dropSetPhrase,
  'plain-thanks': plainThankYou,
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
} satisfies Record<MoveName, Move>;
