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
      const id = rule.entry.credits ?? (rule.entry.id as StrengthId);
      if (!isEarned(id, one) || (id === 'warm-closing' && !isAtTheEnd(one, sentences))) continue;
      credit({
        id,
        span: { start: start + (reading.tokens[from]?.start ?? 0), end: start + (reading.tokens[to - 1]?.end ?? 0) },
        sentence: index,
      });
    }
    if (
      one !== greeting &&
      isEarned('restates', one) &&
      shared(said, contentOf(reading, facts.banks)).length >= RESTATING
    )
      credit({ id: 'restates', span: { start, end }, sentence: index });
  }
  if (matchesRegister(facts)) credit({ id: 'matches-register', span: null, sentence: null });
  return [...found.values()];
}

const JARRING = ['blame', 'dismissive', 'policy-shield', 'canned', 'shouting'] as const;

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
      return !has(one, 'policy-shield', 'blame', 'excuse', 'directive');
    case 'restates':
      return !has(one, 'policy-shield', 'blame', 'dismissive', 'directive', 'canned');
    case 'warm-greeting':
    case 'warm-closing':
      return !has(one, 'canned', 'jargon');
    default:
      return true;
  }
}

/** A closing stands in the last lines: "Thanks Dev." at the head of a chat's turn is none. */
const LAST_LINES = 3;

function isAtTheEnd(one: ReplySentence, sentences: readonly ReplySentence[]): boolean {
  const at = sentences.indexOf(one);
  return at > 0 && at >= sentences.length - LAST_LINES;
}

/** Warm to the friendly, calm and kind to the upset; a form letter or a slight matches nobody. */
function matchesRegister(facts: DraftFacts): boolean {
  const { conversation, banks } = facts;
  const { sentences } = replyOf(facts);
  const any = (name: string) => sentences.some(({ sentence }) => banks.has(name, sentence.reading));
  if (sentences.some((one) => has(one, ...JARRING))) return false;
  if (conversation.mood.id === 'upset')
    return (
      !any('celebrating') && sentences.some((one) => one.roles.has('acknowledgement') && !has(one, 'hollow-empathy'))
    );
  const friendly = conversation.customer.sentences.some(({ reading }) => banks.has('friendly', reading));
  return friendly && (any('friendly') || sentences.some(({ sentence }) => sentence.reading.text.endsWith('!')));
}
