/** Which words are the order, and what is asked for. */
import type { Reading, Token } from '../../../document';
import { findToken } from '../../words';

/** Adverbs of what is asked for, not of the order. */
const SAYS_HOW = /^(?:\w+ly|always|never|also|again)$/;

export interface Order {
  /** The first token of the order: 'you', or the bare verb. */
  from: number;
  /** What is asked for: a verb, 'be', or a noun. */
  verb: number;
  negative: boolean;
}

/** 'you (will|just)* (need|have|must|should|are required) to? VERB', from the phrase itself; or a bare imperative. */
export function readOrder(reading: Reading, from: number, to_: number): Order | null {
  const { tokens } = reading;
  const you = findToken(reading, from, to_, ({ norm }) => norm === 'you' || norm === 'u' || norm === "you're");
  if (you < 0) {
    const first = findToken(
      reading,
      from,
      to_,
      ({ kind, norm }) =>
        kind === 'word' && !['please', 'just', 'simply', 'now', 'then', 'and', 'so', 'kindly'].includes(norm),
    );
    const verb = tokens[first];
    // 'it is mandatory to fill in'
    const to = findToken(reading, from, to_, ({ norm }) => norm === 'to');
    if (verb && verb.pos !== 'VERB' && to > 0 && tokens[to + 1]?.pos === 'VERB')
      return { from, verb: to + 1, negative: false };
    if (!verb || first > from + 2 || (verb.pos !== 'VERB' && verb.norm !== 'do' && from > 0)) return null;
    // a verb at the head may be taken for a noun or a name, hardly for one of these: 'In future, see to it'
    if (/^(?:ADP|SCONJ|DET|PRON)$/.test(verb.pos)) return null;
    if (verb.norm === 'do' && tokens[first + 1]?.norm === 'not') return { from, verb: first + 2, negative: true };
    const head = tokens[from - 1];
    if (
      verb.text.toLowerCase() !== verb.lemma ||
      (head && head.pos !== 'PUNCT' && head.pos !== 'CCONJ' && head.norm !== 'so' && head.norm !== 'then')
    )
      return null;
    return { from, verb: first, negative: false };
  }
  // 'it is imperative that you leave it', 'see to it that you cancel': what comes before it is the command
  if (tokens[you - 1]?.norm === 'that' && tokens[you + 1]?.pos === 'VERB')
    return { from, verb: you + 1, negative: false };
  let at = you + 1;
  let negative = false;
  let command = false;
  while (at < Math.min(tokens.length, you + 10)) {
    const token = tokens[at] as Token;
    // past the command, a 'to' leads to what is asked for: 'go to', 'carefully read'
    if (command && token.norm === 'to' && !/^(?:have|need)$/.test(tokens[at + 1]?.lemma ?? '')) {
      return {
        from: you,
        verb: at + (tokens[at + 1]?.norm === 'not' ? 2 : 1),
        negative: negative || tokens[at + 1]?.norm === 'not',
      };
    }
    if (token.norm === 'not') negative = true;
    else if (
      [
        'must',
        'should',
        'shall',
        'need',
        'have',
        'got',
        'require',
        'oblige',
        'ought',
        'be',
        'will',
        'would',
        'expect',
        'advise',
        'request',
        'ask',
        'suppose',
        'mean',
        'instruct',
        'go',
        'gotta',
        'better',
        'had',
      ].includes(token.lemma) ||
      token.norm === 'required' ||
      token.norm === 'better' ||
      token.norm === 'obliged'
    ) {
      if (!['be', 'will', 'would', 'go'].includes(token.lemma)) command = true;
      if (command && token.norm === 'be' && ['must', 'should', 'to'].includes(tokens[at - 1]?.norm ?? '')) break;
      if (command && token.lemma === 'have' && tokens[at - 1]?.norm === 'to') break;
    } else if (
      !(token.pos === 'ADV' && !(command && SAYS_HOW.test(token.norm))) &&
      token.norm !== 'to' &&
      !['first', 'please', 'now', 'therefore', 'just', 'simply', 'only', 'also', 'absolutely', 'kindly'].includes(
        token.norm,
      )
    )
      break;
    at += 1;
  }
  if (!command || at >= tokens.length) return null;
  if (
    tokens[at]?.text === ':' ||
    tokens[at - 1]?.norm === 'to' ||
    tokens[at]?.pos === 'VERB' ||
    tokens[at]?.pos === 'AUX' ||
    ['must', 'should', 'better'].includes(tokens[at - 1]?.norm ?? '') ||
    isNominal(tokens[at])
  ) {
    return { from: you, verb: at, negative };
  }
  // an adverb that looks like the verb's own part: 'you must always send'
  return { from: you, verb: at, negative };
}

export function isNominal(token: Token | undefined): boolean {
  return token !== undefined && ['NUM', 'DET', 'NOUN', 'PROPN', 'ADJ'].includes(token.pos);
}
