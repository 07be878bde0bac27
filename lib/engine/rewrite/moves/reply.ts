/** Moves for a draft as a whole that need more than a sentence put in: an answer, an owned mistake, the tone. */

import { answeredQuestions } from '../../answers';
import type { Sentence } from '../../document';
import type { Edit } from '../../types';
import { inflect } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { greetingEnd, insertAtClosing, insertAtOpening, openingAt } from '../place';
import { wordings } from '../say';
import { capitalise, decapitalise, replaceSpan } from '../splice';
import { bodyEnd, findToken, textOf } from '../words';

/** 'On when it will be fixed: [answer].', for the first question that the draft leaves open. */
export const answerQuestion: Move = (context) => {
  const { facts, voice } = context;
  const { customer } = facts.conversation;
  const open = answeredQuestions(facts).find(({ answered }) => !answered);
  const asked = open && customer.sentences.find(({ start, end }) => open.span.start < end && open.span.end > start);
  const question = asked ? indirect(asked) : null;
  const texts = question ? wordings('answer', context, { question }) : [];
  return [...texts, ...wordings('answer-gap', context)].map((text) => insertAtClosing(facts, text, voice));
};

const WH = /^(?:when|where|why|how|what|which|who)$/;
const AUX = /^(?:is|are|was|were|will|can|could|would|should|has|have|had|do|does|did|may)$/;

/** 'When will it be fixed?' -> 'when it will be fixed'; 'Is it covered?' -> 'whether it is covered'. Null if unsure. */
function indirect({ reading }: Sentence): string | null {
  const { tokens } = reading;
  // 'Why is it blocked and how do I get it working?' asks twice; the first is enough to name it
  const second = findToken(reading, 2, bodyEnd(reading), ({ norm }, index) => {
    const next = tokens[index + 1]?.norm ?? '';
    return (norm === 'and' || norm === 'or') && (WH.test(next) || AUX.test(next));
  });
  const end = second > 0 ? second : bodyEnd(reading);
  let from = 0;
  while (
    from < end &&
    (/^(?:hi|hello|hey|so|and|but|also|ok|please|then)$/.test(tokens[from]?.norm ?? '') ||
      tokens[from]?.pos === 'PUNCT')
  )
    from += 1;
  const wh = WH.test(tokens[from]?.norm ?? '') ? from : -1;
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
  if (subjectEnd === aux + 1 || subjectEnd >= end) return null;
  const helper = tokens[aux]?.norm ?? '';
  const lead = wh >= 0 ? textOf(reading, wh, aux).toLowerCase() : 'whether';
  const subject = turned(textOf(reading, aux + 1, subjectEnd));
  let verb = helper;
  let rest = textOf(reading, subjectEnd, end);
  if (/^(?:do|does|did)$/.test(helper)) {
    const head = tokens[subjectEnd];
    if (head?.pos !== 'VERB') return null;
    verb =
      helper === 'did' ? inflect(head.lemma, 'past') : helper === 'does' ? inflect(head.lemma, 'third') : head.norm;
    rest = textOf(reading, subjectEnd + 1, end);
  }
  if (subject === 'you' && (verb === 'am' || verb === 'was')) verb = verb === 'am' ? 'are' : 'were';
  if (subject === 'we' && verb === 'are' && /^you$/i.test(textOf(reading, aux + 1, subjectEnd))) verb = 'are';
  return [lead, decapitalise(subject), verb, turned(rest)].filter(Boolean).join(' ').replace(/\s+/g, ' ');
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
    .replace(/\b(?:you)\b/gi, '\uE000')
    .replace(/\b(?:i|my|me|we|our|us|mine|your|yours)\b/gi, (word) => PRONOUNS[word.toLowerCase()] ?? word)
    .replace(/^\uE000/, 'we')
    .replaceAll('\uE000', 'us');
}

/** 'A mistake was made' -> 'We made a mistake'; where the fault has no such sentence, ownership is put in. */
export const ownMistake: Move = (context) => {
  const { facts, draft, voice } = context;
  const edits: Edit[] = [];
  for (const { reading, start } of facts.document.sentences) {
    const found = facts.banks.find('impersonal-mistake', reading)[0];
    if (!found) continue;
    const span = {
      start: start + (reading.tokens[found.from]?.start ?? 0),
      end: start + (reading.tokens[found.to - 1]?.end ?? 0),
    };
    edits.push(...wordings('our-mistake', context).map((text) => replaceSpan(draft, span, text, voice.lowerCase)));
    break;
  }
  return [...edits, ...wordings('own-mistake', context).map((text) => insertAtOpening(facts, text, voice))];
};

/** A breezy draft without its marks and emoji; a stiff one with a warmer beginning. */
export const matchTone: Move = (context) => {
  const { draft, facts } = context;
  const calmed = calm(context);
  const edits: Edit[] = [];
  if (calmed !== draft) {
    edits.push({ start: 0, end: draft.length, text: calmed });
    return edits;
  }
  const [first] = facts.document.sentences;
  if (first && facts.banks.has('greeting-opening', first.reading)) {
    const end = greetingEnd(first) ?? first.end;
    const text = draft.slice(first.start, end);
    const tail = /[,!:.\s]*$/.exec(text)?.[0] ?? '';
    edits.push(
      ...wordings('greeting', context).map(
        (said): Edit => ({ start: first.start, end: end - tail.length, text: said.replace(/,$/, '') }),
      ),
    );
  }
  edits.push(...wordings('warm-opening', context).map((text) => insertAtOpening(facts, text, context.voice)));
  return edits;
};

function calm({ draft, facts }: RewriteContext): string {
  let text = draft;
  const open = openingAt(facts).at;
  for (const { reading, start } of [...facts.document.sentences].reverse()) {
    const merry = [...facts.banks.find('breezy', reading), ...facts.banks.find('celebrating', reading)];
    for (const { from, to } of merry.sort((a, b) => b.from - a.from)) {
      const first = reading.tokens[from];
      const last = reading.tokens[to - 1];
      if (!first || !last) continue;
      // 'super' in 'super safe' holds its sentence together
      const after = reading.tokens[to];
      if (after?.kind === 'word' && from > 0 && reading.tokens[from - 1]?.kind === 'word') continue;
      const at = start + first.start;
      const end = start + last.end;
      const lead = /^[\s,!.]*/.exec(text.slice(end))?.[0].length ?? 0;
      const head =
        at <= open || /[.!?\n]\s*$/.test(text.slice(0, at)) ? capitalise(text.slice(end + lead)) : text.slice(end);
      text = text.slice(0, at) + head;
    }
  }
  return text
    .replace(
      /(?<=[\p{L}\d])\s*(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*\s*)+(?=\s*\p{Lu}|\s*$)/gu,
      '. ',
    )
    .replace(/\s*(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*)+/gu, '')
    .replace(/!+/g, '.')
    .replace(/\. +(?=\n|$)/g, '.')
    .replace(/,\s*([.?])/g, '$1')
    .replace(/(^|[.?]\s+)[.,]\s*/g, '$1')
    .replace(/ (?::\)|:-\)|;\)|:D|xx?)(?=\s|$)/g, '')
    .replace(/^(\s*(?:hi|hey|hello)[^.\n]{0,30})\.(?=\s*\n)/i, '$1,');
}
