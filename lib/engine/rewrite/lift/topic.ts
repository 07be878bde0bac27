/** The thing that the customer writes about. */
import { once } from '../../cache';
import type { DraftFacts } from '../../detectors/detector';
import { textOf } from '../words';

/** The thing that the customer writes about, where no clause of theirs can be said back: 'your olive tree'. */
export const topicOf = once(findTopic);

/** Of the things they name with 'my', 'our', 'the', the first; one in a sentence with trouble before others. */
function findTopic({ conversation, banks }: DraftFacts): string | null {
  const found = conversation.customer.sentences.flatMap(({ reading }, index) => {
    if (banks.has('insult', reading)) return [];
    const { tokens } = reading;
    const weight = (banks.has('trouble', reading) ? 1 : 0) - index * 0.1;
    return tokens.flatMap(({ norm }, at) => {
      const own = /^(?:my|our)$/.test(norm);
      const bare = at === 0 && tokens[0]?.pos === 'NOUN' && /^(?:AUX|VERB)$/.test(tokens[1]?.pos ?? '');
      if (!own && !bare && !/^(?:the|your)$/.test(norm)) return [];
      if (norm === 'the' && tokens[at - 1]?.pos === 'ADP') return [];
      let to = bare ? 1 : at + 1;
      while (to < tokens.length && to - at <= 4 && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[to]?.pos ?? '')) to += 1;
      const words = tokens.slice(bare ? at : at + 1, to);
      const head = words.at(-1);
      if (head?.pos !== 'NOUN' || !/^\p{Ll}{3,}$/u.test(head.text) || /^['’]/.test(tokens[to]?.text ?? '')) return [];
      // 'my son's bars': whose it is comes first; 'the week that ...' is no thing
      if (
        tokens[to]?.norm === 'of' ||
        words.some(({ lemma, norm: word }) => NO_TOPIC(banks, lemma) || NO_TOPIC(banks, word))
      )
        return [];
      const whose = bare || norm === 'the' ? 'the' : own ? 'your' : 'our';
      const said = textOf(reading, bare ? at : at + 1, to);
      return [
        {
          topic: `${whose} ${bare ? said.toLowerCase() : said}`,
          weight: weight + (own ? 0.5 : 0) - (norm === 'your' ? 0.5 : 0),
        },
      ];
    });
  });
  return found.sort((a, b) => b.weight - a.weight)[0]?.topic ?? null;
}

const NO_TOPIC = (banks: DraftFacts['banks'], word: string) => banks.wordingsIfAny('no-topic').includes(word);
