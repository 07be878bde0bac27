/**
 * What settles a principle: words in the sentence that the rubric asks for, so that nothing is left to be coached,
 * whatever a pattern or the second reader finds in it. A class of classes.json each; they are few, and each is the very
 * way out that the rubric names. A no with its option, a rule with its reason, a guess with the next step, a time.
 */
import type { PhraseContext, PhraseHit } from '../detectors/detector';

interface Veto {
  /** A class of classes.json. */
  name: string;
  /** A class that settles it from the sentence after: 'We don't do refunds. Here's what we can do instead: ...'. */
  next?: string;
  /** Wherever it stands; else no phrase of the principle may go on after it. */
  anywhere?: boolean;
}

const VETOES: Readonly<Record<string, Veto>> = {
  'hollow-empathy': { name: 'loss-named', anywhere: true },
  jargon: { name: 'plain-to-come', anywhere: true },
  'closed-question': { name: 'story-asked', anywhere: true },
  'negative-phrasing': { name: 'option-beside-no', next: 'option-beside-no' },
  'policy-shield': { name: 'reason-beside-rule' },
  hedging: { name: 'step-beside-guess', next: 'step-beside-guess' },
  excuse: { name: 'regret-beside', anywhere: true },
  dismissive: { name: 'regret-beside', anywhere: true },
  blame: { name: 'regret-beside', anywhere: true },
  'vague-time': { name: 'time-beside-promise', next: 'step-beside-guess' },
};

/** The sentence has what settles this principle. `hits`: the phrases that were found in it. */
export function isSettled(
  principle: string,
  { sentence, document, banks }: PhraseContext,
  hits: readonly PhraseHit[],
): boolean {
  const veto = VETOES[principle];
  if (!veto) return false;
  const { reading } = sentence;
  const own = hits.filter(({ rule }) => rule.bank === principle);
  const beside = banks.find(veto.name, reading).some(({ to }) => veto.anywhere || !own.some((hit) => hit.to > to));
  if (beside || !veto.next) return beside;
  const after = document.sentences[sentence.index + 1]?.reading;
  return after !== undefined && banks.has(veto.next, after);
}
