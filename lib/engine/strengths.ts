/** Section C: what the draft does well, each once, where it stands first. */
import { contentOf, contentOfAll, shared } from './content';
import type { DraftFacts, StrengthHit } from './detectors/detector';
import { has, type ReplySentence, replyOf } from './reply';
import type { StrengthId } from './types';

/** So many of the customer's own words in a sentence say back what they told us. */
const RESTATING = 2;

/** `facts.strengths` is not read: it is what this makes. */
export function findStrengths(facts: DraftFacts): StrengthHit[] {
  const found = new Map<StrengthId, StrengthHit>();
  const credit = (hit: StrengthHit) => {
    if (!found.has(hit.id)) found.set(hit.id, hit);
  };
  const said = contentOfAll(facts.conversation.customer, facts.banks);
  const { sentences, greeting } = replyOf(facts);
  for (const one of sentences) {
    const { reading, start, end, index } = one.sentence;
    for (const { rule, from, to } of facts.banks.matches(reading, 'strengths')) {
      const id = rule.entry.id as StrengthId;
      if (!isEarned(id, one)) continue;
      credit({
        id,
        span: { start: start + (reading.tokens[from]?.start ?? 0), end: start + (reading.tokens[to - 1]?.end ?? 0) },
        sentence: index,
      });
    }
    if (one !== greeting && shared(said, contentOf(reading, facts.banks)).length >= RESTATING)
      credit({ id: 'restates', span: { start, end }, sentence: index });
  }
  if (matchesRegister(facts)) credit({ id: 'matches-register', span: null, sentence: null });
  return [...found.values()];
}

/** A sentence that is flagged for the same thing earns nothing. */
function isEarned(id: StrengthId, one: ReplySentence): boolean {
  switch (id) {
    case 'names-feeling':
    case 'specific-apology':
      return !has(one, 'hollow-empathy', 'dismissive', 'blame');
    case 'owns':
      return !has(one, 'excuse', 'blame');
    case 'clear-next-step':
    case 'follow-up':
      return !has(one, 'vague-time', 'hedging', 'overpromise');
    case 'reason':
      return !has(one, 'policy-shield', 'blame', 'excuse');
    case 'warm-greeting':
    case 'warm-closing':
      return !has(one, 'canned', 'jargon');
    default:
      return true;
  }
}

/** Warm to the friendly, calm and kind to the upset. */
function matchesRegister(facts: DraftFacts): boolean {
  const { conversation, banks } = facts;
  const { sentences } = replyOf(facts);
  const any = (name: string) => sentences.some(({ sentence }) => banks.has(name, sentence.reading));
  if (conversation.mood.id === 'upset')
    return !any('celebrating') && sentences.some(({ roles }) => roles.has('acknowledgement'));
  const friendly = conversation.customer.sentences.some(({ reading }) => banks.has('friendly', reading));
  return friendly && (any('friendly') || sentences.some(({ sentence }) => sentence.reading.text.endsWith('!')));
}
