import { isConditional } from '../context/clause';
import { notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

/** "It's only £5 a month", "you can relax, it's on its way": small words that are good news. */
const notReassuring: ContextTest = {
  id: 'not-reassuring',
  passes: ({ sentence, from, to }, { banks }) =>
    !banks.find('reassurance', sentence.reading).some((kind) => kind.from < to && from < kind.to),
};

/** "If it's only the lid": nothing is said to be small. "Once again, and for the last time" only looks like a condition. */
const notConditional: ContextTest = {
  id: 'not-conditional',
  passes: ({ rule, sentence, from }, { banks }) =>
    rule.id === 'dismissive/already-told' || !isConditional(sentence.reading, from, banks),
};

const BEFORE_THE_NOUN = new Set(['DET', 'ADJ', 'ADV', 'PUNCT', 'ADP']);
/** "a city hotel is, after all, a city hotel" */
const ASIDE = 6;

/** "Rules are rules", "a day late is a day late": a noun said of itself, up to the end of its clause. */
function tautologies({ sentence, banks }: PhraseContext): PhraseHit[] {
  const { tokens } = sentence.reading;
  return tokens.flatMap(({ lemma, pos }, at) => {
    if (lemma !== 'be' || pos === 'PART' || ['not', 'no'].includes(tokens[at + 1]?.norm ?? '')) return [];
    const subject = tokens[at - 1];
    if (subject?.kind !== 'word' || subject.norm.length < 3) return [];
    let again = at + 1;
    while (again < tokens.length && again - at <= ASIDE && tokens[again]?.norm !== subject.norm) {
      if (!BEFORE_THE_NOUN.has(tokens[again]?.pos ?? '') && tokens[again]?.pos !== 'NOUN') return [];
      again += 1;
    }
    const after = tokens[again + 1];
    if (tokens[again]?.norm !== subject.norm || (after && after.kind === 'word')) return [];
    // as much before the verb as after it: "a day late is a day late"
    let from = at - 1;
    let twin = again;
    while (from > 0 && twin - 1 > at && tokens[from - 1]?.norm === tokens[twin - 1]?.norm) {
      from -= 1;
      twin -= 1;
    }
    return [
      { rule: banks.rule('dismissive/is-what-it-is'), sentence, from, to: again + 1, why: ['find: a thing is itself'] },
    ];
  });
}

/** Minimises, contradicts, lectures, is sarcastic or impatient. */
export const dismissive: PhraseDetector = {
  principle: 'dismissive',
  tests: [notQuoted, notConditional, notReassuring],
  find: tautologies,
  join: 4,
};
