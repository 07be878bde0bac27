/** The customer's question said back as a clause: 'when it will be fixed', 'whether it is covered'. */
import type { DraftFacts } from '../detectors/detector';
import type { Sentence, Token } from '../document';
import { inflect } from './grammar';
import { turnedText } from './lift/turn';
import { decapitalise } from './splice';
import { bodyEnd, findToken, readsAt, textOf } from './words';

/** The customer's first question as a clause: 'when it will be fixed'. Null where they ask nothing that can be turned. */
export function asksIndirectly({ conversation, banks }: DraftFacts): string | null {
  for (const sentence of conversation.customer.sentences) {
    if (!/\?\s*$/.test(sentence.reading.text) || banks.has('insult', sentence.reading)) continue;
    const question = indirect(sentence);
    if (question) return question;
  }
  return null;
}

/** 'a crèche on Saturday mornings' of 'is there a crèche on Saturday mornings?' */
export function thereIs({ reading }: Sentence, begin: number): string | null {
  const { tokens } = reading;
  const end = bodyEnd(reading);
  const at = findToken(
    reading,
    begin,
    Math.min(end, begin + 4),
    ({ norm }, index) => /^(?:is|are)$/.test(norm) && tokens[index + 1]?.norm === 'there',
  );
  if (at < 0) return null;
  const stop = findToken(
    reading,
    at + 3,
    end,
    ({ norm, text }) => /^(?:and|or|but|when|that|if|so)$/.test(norm) || /[,;:("]/.test(text),
  );
  const from = tokens[at + 2]?.norm === 'any' ? at + 3 : at + 2;
  const to = stop < 0 ? end : stop;
  // 'days when it closes early'
  if (stop >= 0 && !/^(?:and|,)$/.test(tokens[stop]?.norm ?? '')) return null;
  const thing = textOf(reading, from, to);
  return to - from < 1 || to - from > 10 || /^(?:going|not|no|still)\b/i.test(thing)
    ? null
    : turnedText(decapitalise(thing));
}

const WH = /^(?:when|where|why|how|what|which|who)$/;

const AUX = /^(?:is|are|was|were|will|can|could|would|should|has|have|had|do|does|did|may)$/;

/** 'When will it be fixed?' -> 'when it will be fixed'; 'Is it covered?' -> 'whether it is covered'. From token `begin`; null if unsure. */
export function indirect({ reading }: Sentence, begin = 0): string | null {
  const { tokens } = reading;
  // 'Why is it blocked and how do I get it working?' asks twice; the first is enough to name it
  const second = findToken(reading, begin + 2, bodyEnd(reading), ({ norm }, index) => {
    const next = tokens[index + 1]?.norm ?? '';
    return (norm === 'and' || norm === 'or') && (WH.test(next) || AUX.test(next));
  });
  const end = second > 0 ? (tokens[second - 1]?.text === ',' ? second - 1 : second) : bodyEnd(reading);
  // 'Two quick things: why ...?'
  let from = Math.max(begin, findToken(reading, begin, Math.min(end, begin + 6), ({ text }) => text === ':') + 1);
  while (
    from < end &&
    (/^(?:hi|hello|hey|so|and|but|also|ok|please|then)$/.test(tokens[from]?.norm ?? '') ||
      tokens[from]?.pos === 'PUNCT')
  )
    from += 1;
  // 'Could you confirm whether ...', 'Can you tell me when ...'
  const told = findToken(reading, from + 2, Math.min(end, from + 6), ({ norm }) =>
    /^(?:whether|if|when|where|why|how)$/.test(norm),
  );
  // 'App down again, when will it be fixed?'
  if (!WH.test(tokens[from]?.norm ?? '') && !AUX.test(tokens[from]?.norm ?? '')) {
    const later = findToken(
      reading,
      from + 1,
      end,
      ({ norm }, index) => WH.test(norm) && /^(?:,|-|–|so+)$/.test(tokens[index - 1]?.norm ?? ''),
    );
    if (later > 0) from = later;
  }
  const asks =
    /^(?:can|could|would|will)$/.test(tokens[from]?.norm ?? '') &&
    /^(?:you|someone|somebody|anyone|anybody)$/.test(tokens[from + 1]?.norm ?? '');
  const wants =
    /^(?:i|we)$/.test(tokens[from]?.norm ?? '') &&
    findToken(reading, from + 1, Math.min(end, from + 5), ({ lemma }) =>
      /^(?:know|ask|understand|wonder)$/.test(lemma),
    ) > 0;
  const bare = /^(?:if|whether)$/.test(tokens[from]?.norm ?? '') ? from : told;
  // 'May I ask why?', 'I would like to know why'
  const why = findToken(reading, from, end, ({ norm }) => norm === 'why');
  const endsHere = why >= 0 && (why === end - 1 || /^(?:,|and)$/.test(tokens[why + 1]?.text ?? ''));
  if (endsHere && why > from) return 'why';
  if (bare >= from && bare >= 0 && (asks || wants || bare === from)) {
    const clause = textOf(reading, bare, end)
      .replace(/^if\b/i, 'whether')
      .replace(/ or not$/i, '');
    return end - bare > 16 || end - bare < 3 || /[,;:("]/.test(clause) ? null : turnedText(clause);
  }
  const wh = WH.test(tokens[from]?.norm ?? '') ? from : -1;
  // 'What happens now?', 'Who pays for the rest?': the clause as it stands
  if (wh >= 0 && tokens[wh + 1]?.pos === 'VERB' && /^(?:what|who|which)$/.test(tokens[wh]?.norm ?? '')) {
    const clause = textOf(reading, wh, end);
    return end - wh > 14 || /[,;:("]/.test(clause) ? null : decapitalise(turnedText(clause));
  }
  // 'Any chance you could ...?'
  if (readsAt(reading, from, 'any', 'chance', 'you')) {
    const clause = textOf(reading, from + 2, end);
    return end - from > 16 || /[,;:("]/.test(clause) ? null : `whether ${turnedText(clause)}`;
  }
  // "what's going on", 'Who was responsible', 'how long it takes': nothing to turn round
  const next = tokens[wh + 1];
  const plain =
    wh >= 0 &&
    ((/^(?:what|who|which)$/.test(tokens[wh]?.norm ?? '') &&
      /^(?:is|was|are|were|has)$/.test(next?.norm ?? '') &&
      /^(?:VERB|ADJ)$/.test(tokens[wh + 2]?.pos ?? '')) ||
      (/^(?:long|much|many|far|often)$/.test(next?.norm ?? '') &&
        /^(?:it|that|this|they|we|you|i)$/.test(tokens[wh + 2]?.norm ?? '')));
  if (plain) {
    const clause = textOf(reading, wh, end);
    return end - wh > 14 || /[,;:("]/.test(clause) ? null : decapitalise(turnedText(clause));
  }
  let aux = wh >= 0 ? wh + 1 : from;
  if (wh >= 0 && /^(?:much|many|long|soon|often|far|time|day|one)$/.test(tokens[aux]?.norm ?? '')) aux += 1;
  if (
    !AUX.test(tokens[aux]?.norm ?? '') ||
    end - from > 16 ||
    findToken(reading, from, end, ({ text }) => /[,;:("]/.test(text)) >= 0
  )
    return null;
  let subjectEnd = aux + 1;
  if (/^(?:i|you|we|it|they|he|she|this|that|there)$/.test(tokens[subjectEnd]?.norm ?? '')) subjectEnd += 1;
  else {
    while (subjectEnd < end && /^(?:DET|ADJ|NUM|NOUN|PROPN|PRON)$/.test(tokens[subjectEnd]?.pos ?? '')) subjectEnd += 1;
  }
  const helper = tokens[aux]?.norm ?? '';
  // 'Does the pool open on Monday?': the verb was read as an adjective or a noun
  if (/^(?:do|does|did)$/.test(helper) && tokens[subjectEnd]?.pos !== 'VERB' && subjectEnd > aux + 3) subjectEnd -= 1;
  // 'Where is it?'
  const over = wh >= 0 && subjectEnd === end && /^(?:is|are|was|were)$/.test(helper);
  if (subjectEnd === aux + 1 || (subjectEnd >= end && !over) || tokens[subjectEnd]?.kind === 'punctuation') return null;
  const lead = wh >= 0 ? textOf(reading, wh, aux).toLowerCase() : 'whether';
  const named = textOf(reading, aux + 1, subjectEnd);
  // it stands before its verb here: we, not us
  const subject = /^you$/i.test(named) ? 'we' : turnedText(named);
  // "why's the price gone up"
  let verb = helper === 'is' && tokens[aux]?.text !== 'is' && isParticiple(tokens[subjectEnd]) ? 'has' : helper;
  let rest = textOf(reading, subjectEnd, end);
  if (/^(?:do|does|did)$/.test(helper)) {
    const head = tokens[subjectEnd];
    if (!head || !/^(?:VERB|ADJ|NOUN)$/.test(head.pos)) return null;
    verb =
      helper === 'did' ? inflect(head.lemma, 'past') : helper === 'does' ? inflect(head.lemma, 'third') : head.norm;
    rest = textOf(reading, subjectEnd + 1, end);
  }
  if (subject === 'you' && (verb === 'am' || verb === 'was')) verb = verb === 'am' ? 'are' : 'were';
  return [lead, decapitalise(subject), verb, turnedText(rest)].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

function isParticiple(token: Token | undefined): boolean {
  return token?.pos === 'VERB' && /^(?:gone|been|come|got|become)$|(?:ed|en)$/.test(token.norm);
}
