/** What the customer asked, and whether the draft answers it. */
import type { CompiledBanks } from '../phrasebank/compile';
import { contentOf, shared } from './content';
import type { DraftFacts } from './detectors/detector';
import type { Document, Reading } from './document';
import { has, isRefusal, type ReplySentence, replyOf } from './reply';
import type { Question, Span } from './types';

/** One question; a sentence may hold several ("what does it cost, and can I pay later?"). */
interface Asked extends Span {
  reading: Reading;
  /** Tokens of the reading. */
  from: number;
  to: number;
}

/** The customer's questions, rhetorical ones left out: spans in their message. */
export function findQuestions(customer: Document, banks: CompiledBanks): Span[] {
  return askedIn(customer, banks).map(({ start, end }) => ({ start, end }));
}

/** Each question with whether the draft answers it, points to the answer, or says when it will come. */
export function answeredQuestions(facts: DraftFacts): Question[] {
  const asked = askedIn(facts.conversation.customer, facts.banks);
  return asked.map((question) => ({
    span: { start: question.start, end: question.end },
    answered: isAnswered(question, asked.length, facts),
  }));
}

function askedIn(customer: Document, banks: CompiledBanks): Asked[] {
  return customer.sentences.flatMap(({ reading, start }, index) => {
    const marked = reading.tokens.some(({ norm }) => /^[!?]*[?][!?]*$/.test(norm));
    const starts = banks
      .find('question-start', reading)
      .map(({ from }) => from)
      .filter((at) => at === 0 || opensClause(reading, at));
    const indirect = banks.has('asks-for', reading);
    const isLast = index === customer.sentences.length - 1;
    const unmarked = starts[0] === 0 && isLast && !/[.!]$/.test(reading.text);
    if ((!marked && !indirect && !unmarked) || banks.has('rhetorical', reading)) return [];
    // "Are you too stupid to look it up?" wants no answer
    if (banks.matches(reading, 'moods').some(({ rule }) => rule.entry.mood === 'abusive')) return [];
    const heads = starts.length > 0 ? starts : [0];
    return heads.map((from, nth): Asked => {
      const to = questionEnd(reading, heads[nth + 1]);
      const first = nth === 0 ? 0 : from;
      return {
        reading,
        from: first,
        to,
        start: start + (reading.tokens[first]?.start ?? 0),
        end: start + (reading.tokens[to - 1]?.end ?? 0),
      };
    });
  });
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

function isAnswered(question: Asked, count: number, facts: DraftFacts): boolean {
  const { banks } = facts;
  const words = wordsOfQuestion(question, banks);
  const kind = kindOf(question, banks);
  return replyOf(facts).body.some((one) => {
    if (one.roles.has('link')) return true;
    if (isLater(one, banks)) return true;
    if (one.roles.has('later-answer') && has(one, 'vague-time')) return false;
    if (isRefusal(one) && banks.has('refusal-to-say', one.sentence.reading)) return false;
    if (!saysSomething(one, banks)) return false;
    const { reading } = one.sentence;
    if (kind === 'when' && has(one, 'vague-time', 'hedging')) return false;
    const common = shared(words, contentOf(reading, banks)).length;
    if (common >= 2) return true;
    // Of several questions each needs an answer of its own; a single one is what the reply is about.
    const about = count === 1 || common > 0;
    // Asking for what is needed is on the way to the answer.
    if (one.roles.has('question')) return about || facts.conversation.source.channel !== 'email';
    if (isRefusal(one)) return about;
    if (kind === 'when') return banks.has('time-answer', reading);
    if (kind === 'amount') return banks.has('amount-answer', reading);
    return about;
  });
}

/** The answer is being found out or is promised for a time; "we'll get back to you soon" says neither. */
function isLater(one: ReplySentence, banks: CompiledBanks): boolean {
  if (!one.roles.has('later-answer') || has(one, 'dismissive')) return false;
  return !has(one, 'vague-time') || banks.has('due-point', one.sentence.reading);
}

/** A sentence that carries matter: no set phrase, no heat, no thanks, no word to another team. */
function saysSomething(one: ReplySentence, banks: CompiledBanks): boolean {
  const { roles } = one;
  const { reading } = one.sentence;
  if (has(one, 'closed-question', 'canned', 'hollow-empathy', 'dismissive', 'excuse')) return false;
  if (roles.has('thanks') || roles.has('pass-on') || roles.has('limit')) return false;
  if (banks.has('points-elsewhere', reading)) return false;
  if (contentOf(reading, banks).size < 2 && !banks.has('yes-no', reading) && !banks.has('time-answer', reading))
    return false;
  return roles.has('action') || !roles.has('acknowledgement');
}

type Kind = 'when' | 'amount' | 'yes-no' | 'open';

/** What an answer has to bring, from the question's first words. */
function kindOf({ reading, from, to }: Asked, banks: CompiledBanks): Kind {
  const first = (name: string) =>
    banks.find(name, reading).find((at) => at.from >= from && at.to <= to)?.from ?? Number.POSITIVE_INFINITY;
  const kinds: [Kind, number][] = [
    ['when', first('asks-when')],
    ['amount', first('asks-amount')],
    ['open', first('asks-open')],
  ];
  const [kind, at] = kinds.reduce((best, next) => (next[1] < best[1] ? next : best));
  return at === Number.POSITIVE_INFINITY ? 'yes-no' : kind;
}

function wordsOfQuestion({ reading, from, to }: Asked, banks: CompiledBanks): ReadonlySet<string> {
  const part = { text: reading.text, tokens: reading.tokens.slice(from, to) };
  return to - from === reading.tokens.length ? contentOf(reading, banks) : contentOf(part, banks);
}
