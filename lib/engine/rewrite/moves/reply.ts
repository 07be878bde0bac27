/** Moves for a draft as a whole that need more than a sentence put in: an answer, an owned mistake. */

import { answeredQuestions } from '../../answers';
import type { DraftFacts } from '../../detectors/detector';
import type { Reading, Sentence, Token } from '../../document';
import { replyOf } from '../../reply';
import type { Edit } from '../../types';
import { insertAfter, insertBefore } from '../beside';
import { inflect } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { insertAtClosing, insertAtOpening } from '../place';
import { wordings } from '../say';
import { decapitalise, replaceSpan } from '../splice';
import { bodyEnd, findToken, readsAt, textOf } from '../words';

/** 'On when it will be fixed: [answer].', for the first question that the draft leaves open. */
export const answerQuestion: Move = (context) => {
  const { facts, voice } = context;
  const { customer } = facts.conversation;
  const questions = answeredQuestions(facts);
  const missed = questions.filter(({ verdict }) => verdict.says === 'yes');
  // of several the one that the reply touches least; the last is forgotten most
  const [open] = (missed.length > 0 ? missed : questions.filter(({ answered }) => !answered)).sort(
    (a, b) => (a.signs['words-covered'] ?? 0) - (b.signs['words-covered'] ?? 0) || b.span.start - a.span.start,
  );
  const asked = open && customer.sentences.find(({ start, end }) => open.span.start < end && open.span.end > start);
  // A sentence may ask twice: what is said back is the question that is open
  const begin = open && asked ? asked.reading.tokens.findIndex(({ end }) => asked.start + end > open.span.start) : 0;
  const thing = asked ? thereIs(asked, begin) : null;
  const question = asked ? indirect(asked, begin) : null;
  const texts = [
    ...(thing ? wordings('answer-thing', context, { thing }) : []),
    ...(question ? wordings('answer', context, { question }) : []),
  ];
  const said = [...texts, ...wordings('answer-gap', context)];
  const asks = trailingQuestion(context);
  return said.map((text) => (asks ? insertBefore(facts, asks, text, voice) : insertAtClosing(facts, text, voice)));
};

/** What we ask back stands last: the answer goes before it. */
function trailingQuestion({ facts }: RewriteContext): Sentence | null {
  const { body } = replyOf(facts);
  const last = body.at(-1);
  return last?.roles.has('question') && body.length > 1 ? last.sentence : null;
}

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
function thereIs({ reading }: Sentence, begin: number): string | null {
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
    : turned(decapitalise(thing));
}

const WH = /^(?:when|where|why|how|what|which|who)$/;
const AUX = /^(?:is|are|was|were|will|can|could|would|should|has|have|had|do|does|did|may)$/;

/** 'When will it be fixed?' -> 'when it will be fixed'; 'Is it covered?' -> 'whether it is covered'. From token `begin`; null if unsure. */
function indirect({ reading }: Sentence, begin = 0): string | null {
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
    return end - bare > 16 || end - bare < 3 || /[,;:("]/.test(clause) ? null : turned(clause);
  }
  const wh = WH.test(tokens[from]?.norm ?? '') ? from : -1;
  // 'What happens now?', 'Who pays for the rest?': the clause as it stands
  if (wh >= 0 && tokens[wh + 1]?.pos === 'VERB' && /^(?:what|who|which)$/.test(tokens[wh]?.norm ?? '')) {
    const clause = textOf(reading, wh, end);
    return end - wh > 14 || /[,;:("]/.test(clause) ? null : decapitalise(turned(clause));
  }
  // 'Any chance you could ...?'
  if (readsAt(reading, from, 'any', 'chance', 'you')) {
    const clause = textOf(reading, from + 2, end);
    return end - from > 16 || /[,;:("]/.test(clause) ? null : `whether ${turned(clause)}`;
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
    return end - wh > 14 || /[,;:("]/.test(clause) ? null : decapitalise(turned(clause));
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
  const subject = turned(textOf(reading, aux + 1, subjectEnd));
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
  if (subject === 'we' && verb === 'are' && /^you$/i.test(textOf(reading, aux + 1, subjectEnd))) verb = 'are';
  return [lead, decapitalise(subject), verb, turned(rest)].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

function isParticiple(token: Token | undefined): boolean {
  return token?.pos === 'VERB' && /^(?:gone|been|come|got|become)$|(?:ed|en)$/.test(token.norm);
}

const PRONOUNS: Readonly<Record<string, string>> = {
  i: 'you',
  my: 'your',
  me: 'you',
  we: 'you',
  our: 'your',
  us: 'you',
  mine: 'yours',
  your: 'our',
  yours: 'ours',
};

function turned(text: string): string {
  return text
    .replace(/\b(you|we) (?:guys|lot|people|folks)\b/gi, '$1')
    .replace(/\byou(?= (?:can|could|will|would|should|are|were|have|had|do|did|need|know|guys)\b)/gi, '\uE001')
    .replace(/\b(?:you)\b/gi, '\uE000')
    .replace(/\b(?:i|my|me|we|our|us|mine|your|yours)\b/gi, (word) => PRONOUNS[word.toLowerCase()] ?? word)
    .replace(/^\uE000/, 'we')
    .replaceAll('\uE001', 'we')
    .replaceAll('\uE000', 'us');
}

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
