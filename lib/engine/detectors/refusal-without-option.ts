import { has, isRefusal, replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** A no, and nothing that the customer could do, choose or expect instead. */
export const refusalWithoutOption: DraftDetector = {
  principle: 'refusal-without-option',
  detect(facts) {
    const { body } = replyOf(facts);
    const refusals = body.filter(isRefusal);
    if (refusals.length === 0) return [];
    const way = body.find(
      (one) =>
        !isRefusal(one) &&
        !has(one, 'dismissive', 'blame', 'canned', 'hedging', 'vague-time') &&
        (!one.roles.has('acknowledgement') || one.roles.has('question')) &&
        (one.roles.has('option') ||
          one.roles.has('link') ||
          one.roles.has('request') ||
          one.roles.has('question') ||
          (one.roles.has('action') && !one.roles.has('pass-on')) ||
          has(one, 'directive')),
    );
    if (way || refusals.some((one) => one.roles.has('link') || offersInside(one.sentence.reading.text, one.roles)))
      return [];
    return [{ entry: 'bare-no', why: ['a refusal', 'no option, choice or next step beside it'] }];
  },
};

/** "We don't ship there, but you can collect it": the way on stands in the same sentence. */
function offersInside(text: string, roles: ReadonlySet<string>): boolean {
  return (roles.has('option') || roles.has('action')) && /[;:]|, (?!sorry)|\b(?:but|so|though|however)\b/.test(text);
}
