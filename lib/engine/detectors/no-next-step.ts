import { answeredQuestions } from '../answers';
import { once } from '../cache';
import { has, isRefusal, type ReplySentence, replyOf } from '../reply';
import { type Signs, vote } from '../vote';
import type { DraftDetector, DraftFacts } from './detector';

/** A problem stays open, and the customer is left not knowing what happens next, who does it or by when. */
export const noNextStep: DraftDetector = {
  principle: 'no-next-step',
  detect(facts) {
    const signs = nextStepSigns(facts);
    if (!signs) return [];
    const { says, why } = vote('no-next-step', signs);
    if (!says) return [];
    return [{ entry: 'left-hanging', ...(says === 'hint' ? { severity: 'low' as const } : {}), why }];
  },
};

/** What speaks for and against a next step; null where there is no message to go by. */
export const nextStepSigns = once((facts: DraftFacts): Signs | null => {
  const { conversation, banks } = facts;
  const { body, words } = replyOf(facts);
  if (body.length === 0 || conversation.customer.sentences.length === 0) return null;
  const { channel } = conversation.source;
  const sign = (value: boolean) => Number(value);
  const some = (test: (one: ReplySentence) => boolean) => sign(body.some(test));
  const set = (one: ReplySentence) => banks.has('set-future', one.sentence.reading);
  const heat = (one: ReplySentence) => has(one, 'dismissive', 'blame', 'canned', 'overpromise');
  const empty = (one: ReplySentence) => set(one) || heat(one) || has(one, 'excuse', 'hollow-empathy') || isRefusal(one);
  const ours = (one: ReplySentence) =>
    banks.has('step-ahead', one.sentence.reading) && !one.roles.has('pass-on') && !empty(one);
  const timed = (one: ReplySentence) =>
    banks.has('due-point', one.sentence.reading) &&
    !empty(one) &&
    (ours(one) || banks.has('future-word', one.sentence.reading));
  const steps = body.filter(
    (one) =>
      ours(one) ||
      one.roles.has('link') ||
      ((one.roles.has('request') || one.roles.has('resolved') || one.roles.has('check-in')) && !empty(one)),
  );
  const open = answeredQuestions(facts).filter(({ answered }) => !answered).length;
  const last = body[body.length - 1] as ReplySentence;
  return {
    'nothing-that-leads-on': sign(steps.length === 0),
    'let-down-and-nothing-leads-on': sign(
      steps.length === 0 &&
        conversation.mood.id === 'upset' &&
        !body.some((one) => isRefusal(one) || has(one, 'vague-time') || one.roles.has('question')),
    ),
    'steps-named': Math.min(1, steps.length / 3),
    'we-do-something': some(ours),
    'we-do-something-by-a-time': some((one) => (ours(one) || one.roles.has('later-answer')) && timed(one)),
    promised: some((one) => one.roles.has('promise') && !set(one) && !heat(one)),
    'put-right': some((one) => one.roles.has('resolved') && !empty(one)),
    'asks-for-something': some((one) => one.roles.has('request') && !empty(one)),
    'asks-a-question': some((one) => one.roles.has('question') && !has(one, 'dismissive', 'closed-question')),
    'asks-what-is-wrong': some((one) => has(one, 'closed-question')),
    'shows-a-way': some((one) => has(one, 'directive')),
    link: some(({ roles }) => roles.has('link')),
    'an-option': some((one) => one.roles.has('option') && !heat(one)),
    'looks-back': some((one) => one.roles.has('check-in') && !heat(one)),
    'a-later-answer': some((one) => one.roles.has('later-answer') && !heat(one)),
    refused: some(isRefusal),
    'passed-on-alone': sign(body.some(({ roles }) => roles.has('pass-on')) && steps.length === 0),
    'passed-on': some(({ roles }) => roles.has('pass-on')),
    'a-time': some(timed),
    'no-time-on-it': some((one) => has(one, 'vague-time')),
    unsure: some((one) => has(one, 'hedging')),
    heat: some((one) => has(one, 'dismissive', 'blame')),
    'set-phrases': some((one) => has(one, 'canned')),
    'hollow-sympathy': some((one) => has(one, 'hollow-empathy')),
    'set-promise': some((one) => set(one) || has(one, 'overpromise')),
    excuse: some((one) => has(one, 'excuse')),
    'customers-in-general': some((one) => banks.has('general-notice', one.sentence.reading)),
    'ends-on-a-step': sign(steps.includes(last)),
    'a-question-of-theirs-is-open': sign(open > 0),
    'they-asked': sign(conversation.questions.length > 0),
    'they-only-asked': sign(conversation.questions.length > 0 && !conversation.problem),
    'nothing-open': sign(!conversation.problem && conversation.questions.length === 0),
    problem: sign(conversation.problem),
    upset: sign(conversation.mood.id === 'upset'),
    abusive: sign(conversation.mood.id === 'abusive'),
    chat: sign(channel === 'chat'),
    social: sign(channel === 'social'),
    'in-mid-thread': sign(conversation.ours.length > 0),
    'much-said': Math.min(1, words / 80),
  };
});
