/**
 * The customer's own trouble, said back to them: the clause of their message that carries it, with the pronouns turned
 * (my -> your, I -> you, your -> our). Lifted, never inferred: where nothing fits, null.
 */
import type { DraftFacts } from '../detectors/detector';
import type { Reading, Token } from '../document';
import type { TokenRange } from '../pattern/match';
import { article } from './grammar';
import { decapitalise } from './splice';
import { bodyEnd, findToken, isClause, isSubjectPronoun, textOf } from './words';

const MAX_WORDS = 24;
const MIN_WORDS = 3;

const known = new WeakMap<DraftFacts, string | null>();

/** The problem as a clause that fits after 'I'm sorry that', without a closing mark. */
export function problemOf(facts: DraftFacts): string | null {
  let problem = known.get(facts);
  if (problem === undefined) {
    problem = findProblem(facts);
    known.set(facts, problem);
  }
  return problem;
}

/** What tells nothing of the trouble, or nothing that may be said back. */
const UNFIT = ['ask-opening', 'feeling-opening', 'own-feeling', 'own-mistake', 'insult', 'untold', 'bereavement'];

/** Of the clauses with a sign of trouble, the one with most; background ('you ordered it ten days ago') never. */
function findProblem({ conversation, banks }: DraftFacts): string | null {
  const { sentences } = conversation.customer;
  const feels = sentences.map(({ reading }) => banks.has('feeling-opening', reading));
  const found = sentences.flatMap(({ reading }, index) =>
    clausesOf(reading).flatMap((range) => weigh(reading, range, index)),
  );
  function weigh(reading: Reading, range: TokenRange, index: number): { clause: string; weight: number }[] {
    if (!fits(reading, range)) return [];
    const within = (name: string) =>
      banks.find(name, reading).filter(({ from, to }) => from < range.to && to > range.from).length;
    const troubles = within('trouble');
    if (troubles === 0 || UNFIT.some((name) => within(name) > 0)) return [];
    const clause = turnPronouns(reading, range);
    if (!clause || VAGUE.test(clause)) return [];
    const beside = feels[index - 1] || feels[index + 1] ? 0.5 : 0;
    const long = range.to - range.from > 5 ? 1 : 0;
    const hints = Math.min(2, within('trouble-hint')) * 0.3 - (DANGLING.test(clause) ? 0.8 : 0);
    return [{ clause, weight: Math.min(3, troubles) + hints + beside + long - index * 0.1 }];
  }
  return found.sort((a, b) => b.weight - a.weight)[0]?.clause ?? null;
}

/** The main clause, or the two that 'and' joins: 'I am away and my card was refused' has its trouble in one of them. */
function clausesOf(reading: Reading): TokenRange[] {
  const whole = mainClause(reading, { from: 0, to: bodyEnd(reading) });
  if (!whole) return [];
  const { from } = whole;
  const to = firstOfList(reading, whole);
  const joint = findToken(reading, from + MIN_WORDS, to, ({ norm }, index) => {
    const next = reading.tokens[index + 1];
    const ownSubject =
      next !== undefined && (isSubjectPronoun(next) || next.pos === 'DET' || POSSESSIVE.test(next.norm));
    return norm === 'and' && ownSubject && isClause(reading, { from: index + 1, to });
  });
  if (joint < 0 || !isClause(reading, { from, to: joint })) return [{ from, to }];
  return [
    { from, to: joint },
    { from: joint + 1, to },
  ];
}

/** What may hang on a clause by a comma: 'late again, nearly had me off' is two clauses without their 'and'. */
const HANGS_ON =
  /^(?:when|while|after|before|because|since|although|though|which|who|where|with|without|on|in|at|by|for|from|and|but|or|so|not|even|despite|including|as|until)$/;

/** The end of the first of clauses that only commas part. */
function firstOfList(reading: Reading, { from, to }: TokenRange): number {
  const comma = findToken(reading, from + MIN_WORDS, to, ({ text }) => text === ',');
  if (comma < 0 || !isClause(reading, { from, to: comma })) return to;
  return HANGS_ON.test(reading.tokens[comma + 1]?.norm ?? '') ? to : comma;
}

const POSSESSIVE = /^(?:my|our|his|her|their|your)$/;

/** A plain statement of its own: subject and verb, no question, no address, no list. */
function fits(reading: Reading, range: TokenRange): boolean {
  const tokens = reading.tokens.slice(range.from, range.to);
  const [first, second] = tokens;
  if (/\?\s*$/.test(reading.text) && range.to >= bodyEnd(reading)) return false;
  if (tokens.some(({ text }) => /https?:|[@#"“”*]|\p{Extended_Pictographic}/u.test(text))) return false;
  if (tokens.filter(({ text }) => text === ',').length > 1) return false;
  if (!first || !(/^(?:DET|PRON|NOUN|PROPN)$/.test(first.pos) || /^there(?:'s)?$/.test(first.norm))) return false;
  // 'Brown bin missed again': told as in a telegram
  if (first.pos === 'PROPN' && second?.pos === 'NOUN' && /^\p{Lu}\p{Ll}+$/u.test(first.text) && !/s$/.test(second.text))
    return false;
  // 'jsut upgraded': no subject, whatever its tag
  const bare = first.pos === 'NOUN' && /^[a-z]+[^s]$/.test(first.text) && !SUBJECT[first.norm];
  if (bare && second?.pos !== 'NOUN') return false;
  const words = tokens.filter(({ kind }) => kind !== 'punctuation').length;
  return words >= MIN_WORDS && words <= MAX_WORDS && isClause(reading, range);
}

const topics = new WeakMap<DraftFacts, string | null>();

/** The thing that the customer writes about, where no clause of theirs can be said back: 'your olive tree'. */
export function topicOf(facts: DraftFacts): string | null {
  let topic = topics.get(facts);
  if (topic === undefined) {
    topic = findTopic(facts);
    topics.set(facts, topic);
  }
  return topic;
}

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

/** What the customer says they feel, as the adjective of the thing: disappointed -> disappointing. */
export function feelingOf({ conversation, banks }: DraftFacts): string {
  const pairs = new Map(banks.wordings('feelings').map((pair) => pair.split('=') as [string, string]));
  for (const { reading } of conversation.customer.sentences) {
    for (const token of reading.tokens) {
      const adjective = pairs.get(token.norm);
      if (adjective) return adjective;
      if ([...pairs.values()].includes(token.norm)) return token.norm;
    }
  }
  return banks.wordings('feeling')[0] ?? '';
}

/** Someone or something that another clause named. */
const DANGLING = /\b(?:it|him|her|them|she|he|they)\b(?! \p{L}+(?:'s)? name)/iu;

/** A clause that points back at another one says little alone, or nothing. */
const VAGUE = /^(?:it|this|that|they|these|those|he|she|nothing|something|everything)\b/i;

const LEAD = new Set([
  'so',
  'and',
  'but',
  'well',
  'hi',
  'hello',
  'hey',
  'ok',
  'okay',
  'yes',
  'no',
  'ugh',
  'also',
  'now',
  'just',
  'then',
  'look',
  'honestly',
  'basically',
  'seriously',
  'because',
  'wow',
  'please',
  'sorry',
  'anyway',
  'um',
  'oh',
]);
const JOINERS = new Set(['and', 'but', 'so', 'because', 'which', 'or', 'yet']);

/** From the first word that belongs to it, up to where another voice starts: a question, a demand, an aside. */
function mainClause(reading: Reading, whole: TokenRange | undefined): TokenRange | null {
  if (!whole) return null;
  const { tokens } = reading;
  let { from, to } = whole;
  while (
    from < to &&
    (LEAD.has(tokens[from]?.norm ?? '') ||
      tokens[from]?.pos === 'PUNCT' ||
      tokens[from]?.pos === 'INTJ' ||
      tokens[from]?.pos === 'SYM')
  )
    from += 1;
  // a name that is called: 'Hi Ann, my ...'
  const comma = findToken(reading, from, Math.min(from + 3, to), ({ text }) => text === ',');
  if (
    comma > 0 &&
    !isClause(reading, { from, to: comma }) &&
    isClause(reading, { from: comma + 1, to }) &&
    tokens[from]?.pos === 'PROPN'
  )
    from = comma + 1;
  const stop = findToken(reading, from + 2, to, ({ text, norm }, index) => {
    if (text === '(' && asideEnd(tokens, index) > 0) return false;
    if (/^[;:(—–!?…]|^\.\.+$/.test(text) || (text === '-' && tokens[index]?.spaced)) return true;
    if (text === ',') {
      const next = tokens[index + 1];
      if (next && /^(?:can|could|would|will|please|do|what|how|why|when|where|is|are)$/.test(next.norm)) return true;
      return !!next && (JOINERS.has(next.norm) || isSubjectPronoun(next)) && !continues(reading, index + 1, to);
    }
    if (norm === 'and' && tokens.slice(from, index).some((token) => token.norm === 'between')) return false;
    if (JOINERS.has(norm) && norm !== 'or') return !continues(reading, index, to);
    return false;
  });
  if (stop > 0) to = stop;
  while (to > from && (tokens[to - 1]?.pos === 'PUNCT' || JOINERS.has(tokens[to - 1]?.norm ?? ''))) to -= 1;
  return to > from ? { from, to } : null;
}

/** Where a short aside in brackets closes, if the sentence goes on after it; -1 else. */
function asideEnd(tokens: readonly Token[], at: number): number {
  for (let index = at + 1; index <= at + 6; index += 1) {
    if (tokens[index]?.text === ')')
      return /^(?:VERB|AUX|ADP|ADV|NOUN|SCONJ)$/.test(tokens[index + 1]?.pos ?? '') ? index : -1;
  }
  return -1;
}

/** After a joiner: the same story goes on ('and nobody answers'), no demand, no 'I think', no long detour. */
function continues(reading: Reading, at: number, to: number): boolean {
  const { tokens } = reading;
  if (to - at > 11) return false;
  if (['so', 'because', 'which', 'yet'].includes(tokens[at]?.norm ?? '')) return false;
  const rest = tokens.slice(at + 1, to).map(({ norm }) => norm);
  return !/^(?:i|we|now i|now we|then i) (?:want|need|think|expect|would|'d|am|feel|hope|demand|will|can|wonder|guess|believe)\b|please|^(?:now )?you (?:want|should|must)|^(?:can|could|what|how|why|when|where|is|are|do|does)\b/.test(
    rest.join(' '),
  );
}

/** 'ive', 'im' without their apostrophe. */
const BARE: Readonly<Record<string, string>> = { ve: "'ve", m: "'re", d: "'d", ll: "'ll" };

const SUBJECT: Readonly<Record<string, string>> = {
  i: 'you',
  im: 'you are',
  "i'm": "you're",
  we: 'you',
  "we're": "you're",
  me: 'you',
  us: 'you',
  my: 'your',
  our: 'your',
  mine: 'yours',
  ours: 'yours',
  myself: 'yourself',
  ourselves: 'yourselves',
};

/** The clause from the agent's mouth, or null where the turn would be wrong. */
function turnPronouns(reading: Reading, { from, to }: TokenRange): string | null {
  const { tokens } = reading;
  let out = '';
  let wasI = false;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index] as Token;
    const aside = token.text === '(' ? asideEnd(tokens, index) : -1;
    if (aside > 0 && aside < to) {
      index = aside;
      continue;
    }
    // 'you guys': we
    if (GROUP.test(token.norm) && tokens[index - 1]?.norm === 'you') continue;
    const word = mended(tokens, index, index === from) ?? turn(tokens, index, wasI);
    if (word === null) return null;
    const bare = BARE[token.text.toLowerCase()];
    if (bare && wasI && !token.spaced) {
      out += bare;
      continue;
    }
    const space = index > from && token.spaced && !/^['’]\p{L}/u.test(token.text) ? ' ' : '';
    out += space + word;
    if (token.norm === 'i' || token.norm === "i'm") wasI = true;
    else if (!['PART', 'ADV', 'AUX'].includes(token.pos)) wasI = false;
  }
  const first = tokens[from] as Token;
  return first.pos === 'PROPN' && !SUBJECT[first.norm] ? out : decapitalise(out);
}

/** 'you guys' */
const GROUP = /^(?:guys|folks|lot|people)$/;

/** Times keep their 'this': 'this week it broke'. */
const TIMES = /^(?:week|month|morning|afternoon|evening|weekend|year|time|night|day|is|was|one|ones)$/;

/** Small slips that would look like ours: 'that type' after 'that', 'a error', 'the installer stuck at 3%'. */
function mended(tokens: readonly Token[], at: number, first: boolean): string | null {
  const { norm, text } = tokens[at] as Token;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (first && /^(?:that|this|these|those)$/.test(norm) && next && /^(?:NOUN|ADJ|NUM|PROPN)$/.test(next.pos)) {
    return TIMES.test(next.norm) ? null : 'the';
  }
  if ((norm === 'a' || norm === 'an') && next && /^[a-z]+$/.test(next.text)) return article(next.text);
  if (norm === 'stuck' && before && /^(?:NOUN|PROPN)$/.test(before.pos)) {
    return `${/[^s]s$/.test(before.text) ? 'are' : 'is'} ${text}`;
  }
  return null;
}

function turn(tokens: readonly Token[], at: number, afterI: boolean): string | null {
  const { text, norm } = tokens[at] as Token;
  const turned = SUBJECT[norm];
  if (turned) return turned;
  if (afterI && norm === 'am') return text.startsWith("'") || text.startsWith('’') ? "'re" : 'are';
  if (afterI && norm === 'was') return 'were';
  if (afterI && text.toLowerCase() === "wasn't") return "weren't";
  if (norm === 'your') return 'our';
  if (norm === 'yours') return 'ours';
  if (norm === "you're") return "we're";
  if (norm === 'yourself' || norm === 'yourselves') return 'ourselves';
  if (norm === 'you' || norm === 'u' || norm === 'ya') {
    const next = tokens.slice(at + 1).find((token) => !GROUP.test(token.norm));
    return next && (next.pos === 'AUX' || next.pos === 'VERB' || next.pos === 'ADV' || next.pos === 'PART')
      ? 'we'
      : 'us';
  }
  return calm(text, tokens, at);
}

/** Capitals that shout go small; an acronym in a calm sentence stays. */
function calm(text: string, tokens: readonly Token[], at: number): string {
  if (!/^[A-Z]{2,}$/.test(text)) return text;
  const shouted = tokens.filter((token) => /^[A-Z]{2,}$/.test(token.text)).length;
  const pos = tokens[at]?.pos;
  const loud = (token: Token | undefined) => token !== undefined && /^[A-Z]{2,}$/.test(token.text);
  const plain =
    (pos !== 'PROPN' && pos !== 'NOUN') || (text.length > 3 && (loud(tokens[at - 1]) || loud(tokens[at + 1])));
  return shouted > tokens.length / 2 || (plain && text.length > 1) ? text.toLowerCase() : text;
}
