import { has, isRefusal, type ReplySentence, replyOf } from '../reply';
import type { DraftDetector, DraftFacts } from './detector';

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
        (sendsOn(one, 'bare-imperative') || !has(one, 'dismissive', 'blame', 'canned', 'hedging', 'vague-time')) &&
        (!one.roles.has('acknowledgement') || one.roles.has('question')) &&
        (one.roles.has('option') ||
          one.roles.has('link') ||
          one.roles.has('request') ||
          one.roles.has('question') ||
          (one.roles.has('action') && !one.roles.has('pass-on')) ||
          facts.banks.has('way-on', one.sentence.reading) ||
          sendsOn(one)),
    );
    if (way || refusals.some((one) => one.roles.has('link') || offersInside(one, facts))) return [];
    return [{ entry: 'bare-no', why: ['a refusal', 'no option, choice or next step beside it'] }];
  },
};

/** "We don't ship there, but you can collect it": the way on stands after the refusal in the same sentence. */
function offersInside({ sentence, phrases }: ReplySentence, { banks }: DraftFacts): boolean {
  const refused = phrases.filter(({ rule }) => rule.bank === 'negative-phrasing' || rule.bank === 'policy-shield');
  const after = Math.min(...refused.map(({ to }) => to));
  const before = Math.min(...refused.map(({ from }) => from));
  return ['option', 'own-action', 'way-on'].some((name) =>
    banks
      .find(name, sentence.reading)
      .some(
        ({ from, to }) => (from >= after || to <= before) && !refused.some((hit) => from < hit.to && hit.from < to),
      ),
  );
}

/** Orders that name a duty or a threat: no way on. */
const DUTIES = new Set(['they-must', 'it-is-mandatory', 'or-else', 'do-not', 'in-future']);

/** "You'll have to ring 150" is a way on, gruff as it is; "the balance must be cleared" is none. */
function sendsOn({ phrases }: ReplySentence, except?: string): boolean {
  return phrases.some(
    ({ rule }) => rule.bank === 'directive' && !DUTIES.has(rule.entry.id) && rule.entry.id !== except,
  );
}
