/** A text as an agent would type it, with the rule in work. */
import { coach } from '../../engine/coach';
import { applyEdit } from '../../engine/rewrite/splice';
import { suggest } from '../../engine/suggest';
import { ruleId, type TeamRule } from '../../phrasebank/layer';
import type { TrialText, Tried } from '../types';
import type { Layered } from './layered';

export async function tryText(
  layered: Layered,
  rule: TeamRule,
  saved: TeamRule | null,
  { text, channel, customer }: TrialText,
): Promise<Tried> {
  const { now } = await layered.trial(rule, saved);
  const conversation = { channel, ...(customer && { customer }) };
  const review = coach(text, conversation, now.banks, layered.optionsFor(rule));
  const own = review.findings.filter((finding) => finding.rule === ruleId(rule));
  const [first] = own;
  const [edit] = first ? suggest(review, first.id) : [];
  return {
    found: own.flatMap(({ span }) => span ?? []),
    others: review.findings.flatMap(({ rule: other, principle, severity, span, message }) =>
      other === ruleId(rule) || !span || severity === 'low' || layered.isOff(other, principle)
        ? []
        : { rule: other, severity, span, message },
    ),
    fixed: edit ? applyEdit(text, edit) : null,
  };
}
