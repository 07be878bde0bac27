import type { Reading, Sentence } from '../../document';
import { replyOf } from '../../reply';
import type { Edit } from '../../types';
import { insertAfter } from '../beside';
import { inflect } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { insertAtOpening } from '../place';
import { wordings } from '../say';
import { decapitalise, replaceSpan } from '../splice';
import { bodyEnd, findToken, textOf } from '../words';

/** 'A mistake was made' -> 'We made a mistake'; where the fault has no such sentence, it is owned right after it. */
export const ownMistake: Move = (context) => {
  const { facts, draft, voice } = context;
  const edits: Edit[] = [];
  // the house's mistake, not the agent's own
  const house: RewriteContext = { ...context, voice: { ...voice, person: 'we' } };
  for (const { reading, start } of facts.document.sentences) {
    const found = facts.banks.find('impersonal-mistake', reading)[0];
    if (!found) continue;
    const span = {
      start: start + (reading.tokens[found.from]?.start ?? 0),
      end: start + (reading.tokens[found.to - 1]?.end ?? 0),
    };
    edits.push(...wordings('our-mistake', house).map((text) => replaceSpan(draft, span, text, voice.lowerCase)));
    break;
  }
  const { sentences } = replyOf(facts);
  edits.push(
    ...sentences.filter(({ roles }) => roles.has('impersonal-fault')).flatMap(({ sentence }) => weDid(house, sentence)),
  );
  const told = sentences.find(
    ({ roles, sentence }) => roles.has('impersonal-fault') && !/\?$/.test(sentence.reading.text),
  );
  const sorry = sentences.some(({ sentence }) => facts.banks.has('sorry-word', sentence.reading));
  const light =
    facts.conversation.mood.id === 'calm' && sentences.some(({ sentence }) => /!/.test(sentence.reading.text));
  const key = sorry ? 'own-mistake-plain' : light ? 'own-mistake-light' : 'own-mistake';
  const texts = [key, 'own-mistake', 'own-mistake-plain'].flatMap((name) => wordings(name, house));
  return [
    ...edits,
    ...texts.map((text) =>
      told ? insertAfter(facts, told.sentence, text, voice) : insertAtOpening(facts, text, voice),
    ),
  ];
};

const BE = /^(?:was|were|got|been)$/;

/** 'Visits were not carried out in March' -> "We didn't carry out visits in March": who did it is said, no more. */
function weDid(context: RewriteContext, sentence: Sentence): Edit[] {
  const { reading } = sentence;
  const { tokens } = reading;
  const end = bodyEnd(reading);
  const verb = findToken(reading, 1, end, ({ pos, norm, lemma }, index) => {
    if (pos !== 'VERB' || (norm === lemma && !/^(?:put|sent|set|cut|read|hit|shut|left|lost)$/.test(norm)))
      return false;
    const before = tokens[index - 1];
    const aux =
      /^(?:not|never|also|only|then|already)$/.test(before?.norm ?? '') || before?.pos === 'ADV'
        ? tokens[index - 2]
        : before;
    return BE.test(aux?.norm ?? '') && !/ing$/.test(norm);
  });
  if (verb < 0 || tokens[verb + 1]?.norm === 'by') return [];
  let aux = verb - 1;
  let not = false;
  const adverbs: string[] = [];
  while (aux > 0 && !BE.test(tokens[aux]?.norm ?? '')) {
    if (tokens[aux]?.norm === 'not') not = true;
    else adverbs.unshift(tokens[aux]?.text ?? '');
    aux -= 1;
  }
  let head = aux;
  if (tokens[aux]?.norm === 'been') {
    head -= 1;
    if (tokens[head]?.norm === 'not') {
      not = true;
      head -= 1;
    }
    if (!/^(?:has|have|had)$/.test(tokens[head]?.norm ?? '')) return [];
  }
  const from = subjectStart(reading, head);
  if (from < 0) return [];
  const subject = tokens[from];
  if (!subject || /^(?:i|we|you|he|she|they|this|that|there|which|who|what)$/.test(subject.norm)) return [];
  const what =
    subject.norm === 'it'
      ? 'it'
      : subject.pos === 'PROPN'
        ? textOf(reading, from, head)
        : decapitalise(textOf(reading, from, head));
  let to = verb + 1;
  // 'carried out', 'sent back'
  const particle = /^(?:out|off|up|back|down|over|away|on)$/.test(tokens[to]?.norm ?? '') && tokens[to]?.pos !== 'ADP';
  if (particle) to += 1;
  const part = particle ? ` ${tokens[to - 1]?.norm}` : '';
  const lemma = tokens[verb]?.lemma ?? '';
  const done =
    tokens[aux]?.norm === 'been'
      ? `${tokens[head]?.norm === 'had' ? 'had' : 'have'} ${not ? 'not ' : ''}${[...adverbs, inflect(lemma, 'participle')].join(' ')}`
      : not
        ? `did not ${[...adverbs, lemma].join(' ')}`
        : [...adverbs, inflect(lemma, 'past')].join(' ');
  const said = what === 'it' ? `we ${done} it${part}` : `we ${done}${part} ${what}`;
  const rest = textOf(reading, to, end);
  const gap = rest && tokens[to]?.spaced === false ? '' : ' ';
  const spoken = context.voice.contractions ? said.replace('did not', `didn${context.voice.apostrophe}t`) : said;
  const active = rest ? `${spoken}${gap}${rest}` : spoken;
  const span = { start: sentence.start + subject.start, end: sentence.start + (tokens[end - 1]?.end ?? 0) };
  return ['', ...wordings('sorry-too', context)].map((tail) =>
    replaceSpan(context.draft, span, `${active}${tail}`, context.voice.lowerCase),
  );
}

/** Where the noun phrase that ends before `head` begins, if a clause begins there; -1 else. */
function subjectStart({ tokens }: Reading, head: number): number {
  let from = head;
  while (
    from > 0 &&
    /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|ADP)$/.test(tokens[from - 1]?.pos ?? '') &&
    !/^(?:that|which|who)$/.test(tokens[from - 1]?.norm ?? '')
  )
    from -= 1;
  if (from === head || tokens[from]?.pos === 'ADP') return -1;
  const before = tokens[from - 1];
  const opens =
    !before ||
    before.pos === 'PUNCT' ||
    /^(?:and|but|so|because|that|when|as|seems)$/.test(before.norm) ||
    before.pos === 'INTJ';
  return opens ? from : -1;
}
