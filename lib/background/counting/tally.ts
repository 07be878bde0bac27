/** What a reply comes to. Pure. */
import { type CountedReply, noRuleTally, noTally, type PrincipleTally, type RuleTally } from '../../store/days';
import type { ReplyInWork, Tracked } from './reply-in-work';

/**
 * The draft is looked at 'first' when so much of it stood. Earlier it is not yet a reply: half a greeting has no next
 * step, and that is nobody's doing.
 */
const MOST_OF_IT = 0.75;

/** null: nothing of it was long enough to be a reply. */
export function counted(reply: ReplyInWork): CountedReply | null {
  const { id, day, length, score, grown, channel, strengths, findings } = reply;
  if (!length) return null;
  const most = length * MOST_OF_IT;
  const first = grown.find(([grownTo]) => grownTo >= most)?.[1] ?? score;
  const principles: Partial<Record<Tracked['principle'], PrincipleTally>> = {};
  const rules: Record<string, RuleTally> = {};
  for (const { principle, rule, severity, state, whole, until } of findings) {
    if (whole && state === 'byHand' && until < most) continue;
    const tally = principles[principle] ?? noTally();
    tally[severity]++;
    tally[state]++;
    principles[principle] = tally;
    const ofRule = rules[rule] ?? noRuleTally();
    ofRule.shown++;
    if (state !== 'open') ofRule[state]++;
    rules[rule] = ofRule;
  }
  return {
    id,
    day,
    tally: { channel, first, last: score, principles, rules, strengths },
    examples: reply.examples.map(({ finding: _, ...example }) => example),
  };
}
