import { blame } from './blame';
import { boundary } from './boundary';
import { canned } from './canned';
import { closedQuestion } from './closed-question';
import type { DraftDetector, PhraseDetector } from './detector';
import { directive } from './directive';
import { dismissive } from './dismissive';
import { excuse } from './excuse';
import { hedging } from './hedging';
import { hollowEmpathy } from './hollow-empathy';
import { jargon } from './jargon';
import { missingEmpathy } from './missing-empathy';
import { negativePhrasing } from './negative-phrasing';
import { noFollowUp } from './no-follow-up';
import { noNextStep } from './no-next-step';
import { noOwnership } from './no-ownership';
import { noPersonalTouch } from './no-personal-touch';
import { notListening } from './not-listening';
import { overpromise } from './overpromise';
import { policyShield } from './policy-shield';
import { refusalWithoutOption } from './refusal-without-option';
import { shouting } from './shouting';
import { solutionFirst } from './solution-first';
import { toneMismatch } from './tone-mismatch';
import { unansweredQuestion } from './unanswered-question';
import { vagueTime } from './vague-time';

/** Section A of the rubric, in its order. */
export const PHRASE_DETECTORS: readonly PhraseDetector[] = [
  negativePhrasing,
  directive,
  jargon,
  blame,
  excuse,
  policyShield,
  hollowEmpathy,
  dismissive,
  vagueTime,
  overpromise,
  hedging,
  closedQuestion,
  shouting,
  canned,
];

/** Section B of the rubric, in its order. */
export const DRAFT_DETECTORS: readonly DraftDetector[] = [
  missingEmpathy,
  solutionFirst,
  notListening,
  unansweredQuestion,
  refusalWithoutOption,
  noNextStep,
  noOwnership,
  toneMismatch,
  boundary,
  noPersonalTouch,
  noFollowUp,
];
