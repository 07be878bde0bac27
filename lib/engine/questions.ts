/** What the customer asked: where each question stands, and what an answer to it has to bring. */
import type { CompiledBanks } from '../phrasebank/compile';
import { contentOf, meaningsOf } from './content';
import type { Document, Reading } from './document';
import type { TokenRange } from './pattern/match';
import type { Span } from './types';

/** What is asked for: a time, an amount, a place, a reason, a person, a choice, a way, a meaning, help, leave, an act. */
export type QuestionKind =
  | 'time'
  | 'amount'
  | 'place'
  | 'reason'
  | 'person'
  | 'choice'
  | 'way'
  | 'sense'
  | 'help'
  | 'leave'
  | 'action'
  | 'fact';

/** One question; a sentence may hold several ("what does it cost, and can I pay later?"). */
export interface Asked extends Span {
  reading: Reading;
  /** Tokens of the reading. */
  from: number;
  to: number;
  kind: QuestionKind;
  /** Families of its content words; those of the sentence before where it has none ("Is that doable?"). */
  words: ReadonlySet<string>;
  /** Its first content word: what it is about. Null where it has none of its own. */
  topic: string | null;
}

/** The word class that shows a kind at the question's beginning. Of those that begin together the first one holds. */
const BY_CLASS: readonly [QuestionKind, string][] = [
  ['sense', 'asks-sense'],
  ['help', 'asks-help'],
  ['time', 'asks-when'],
  ['amount', 'asks-amount'],
  ['place', 'asks-place'],
  ['reason', 'asks-reason'],
  ['person', 'asks-person'],
  ['way', 'asks-way'],
  ['choice', 'asks-choice'],
  ['leave', 'asks-leave'],
  ['action', 'asks-action'],
];

/** The customer's questions, rhetorical ones left out: spans in their message. */
export function findQuestions(customer: Document, banks: CompiledBanks): Span[] {
  return questionsIn(customer, banks).map(({ start, end }) => ({ start, end }));
}

export function questionsIn(customer: Document, banks: CompiledBanks): Asked[] {
  return customer.sentences.flatMap(({ reading, start }, index) => {
    const marked = reading.tokens.some(({ norm }) => /^[!?]*[?][!?]*$/.test(norm));
    const indirect = banks.find('asks-for', reading);
    const isLast = index === customer.sentences.length - 1;
    const starts = banks
      .find('question-start', reading)
      .map(({ from }) => from)
      .filter((at) => at === 0 || opensClause(reading, at) || indirect.some(({ to }) => at >= to - 1 && at <= to + 2));
    const unmarked = banks.has('asks-unmarked', reading) || (starts[0] === 0 && isLast && !/[.!]$/.test(reading.text));
    if ((!marked && indirect.length === 0 && !unmarked) || isRhetorical(reading, banks)) return [];
    const before = customer.sentences[index - 1]?.reading;
    if (starts.length === 0 && indirect.length === 0 && isFragment(reading)) return [];
    const asking = starts.filter((at, nth) => !leadsIn(at, starts, indirect) && !isCondition(reading, at, starts, nth));
    const heads = asking.length > 0 ? asking : [0];
    return heads.map((from, nth): Asked => {
      const to = questionEnd(reading, heads[nth + 1]);
      const first = nth === 0 ? 0 : from;
      return {
        reading,
        from: first,
        to,
        start: start + (reading.tokens[first]?.start ?? 0),
        end: start + (reading.tokens[to - 1]?.end ?? 0),
        kind: kindOf(reading, from, to, banks),
        words: wordsOf(reading, first, to, before, banks),
        topic: topicOf(reading, from, to, banks),
      };
    });
  });
}

/** "Are you too stupid to look it up?", "Ads?? On a plan I pay for??": anger, which wants no answer. */
function isRhetorical(reading: Reading, banks: CompiledBanks): boolean {
  if (banks.has('rhetorical', reading)) return true;
  if (banks.matches(reading, 'moods').some(({ rule }) => rule.entry.mood === 'abusive')) return true;
  const words = reading.tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length;
  return words < 3 && !banks.has('question-start', reading);
}

/** "Could you tell me | where it is?": the words that lead in ask nothing by themselves. */
function leadsIn(at: number, starts: readonly number[], indirect: readonly TokenRange[]): boolean {
  return indirect.some(
    ({ from, to }) => from === at && starts.some((other) => other > at && other >= to - 1 && other <= to + 2),
  );
}

/** "When I'm ready to export, do I switch it off?" asks once. */
function isCondition({ tokens }: Reading, at: number, starts: readonly number[], nth: number): boolean {
  const opens = ['if', 'when', 'whether', 'where'].includes(tokens[at]?.norm ?? '');
  return opens && nth < starts.length - 1 && ['PRON', 'DET', 'NOUN', 'PROPN'].includes(tokens[at + 1]?.pos ?? '');
}

/** "£312 for five days?!" is no question but a cry. */
function isFragment({ tokens, text }: Reading): boolean {
  return text.includes('!') || !tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** Up to the next question, without the comma or 'and' between them. */
function questionEnd({ tokens }: Reading, next: number | undefined): number {
  let to = next ?? tokens.length;
  while (next !== undefined && to > 1 && (tokens[to - 1]?.kind === 'punctuation' || tokens[to - 1]?.pos === 'CCONJ'))
    to -= 1;
  return to;
}

/** A second question begins after a comma, 'and' or a number in brackets. */
function opensClause({ tokens }: Reading, at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (before.kind === 'punctuation' || before.norm === 'and');
}

function kindOf(reading: Reading, from: number, to: number, banks: CompiledBanks): QuestionKind {
  let kind: QuestionKind = 'fact';
  let at = Number.POSITIVE_INFINITY;
  for (const [name, className] of BY_CLASS) {
    const found = banks.find(className, reading).find((range) => range.from >= from && range.to <= to)?.from;
    if (found !== undefined && found < at) [kind, at] = [name, found];
  }
  return kind;
}

function topicOf(reading: Reading, from: number, to: number, banks: CompiledBanks): string | null {
  const [first] = contentOf({ text: reading.text, tokens: reading.tokens.slice(from, to) }, banks);
  return first ?? null;
}

function wordsOf(
  reading: Reading,
  from: number,
  to: number,
  before: Reading | undefined,
  banks: CompiledBanks,
): ReadonlySet<string> {
  const whole = to - from === reading.tokens.length;
  const part = whole ? reading : { text: reading.text, tokens: reading.tokens.slice(from, to) };
  const words = meaningsOf(part, banks);
  return words.size === 0 && before ? meaningsOf(before, banks) : words;
}
