/** Fault becomes fact: what is missing or did not arrive, not who failed to send it. */
import { beginsAt } from '../../context/clause';
import type { Edit } from '../../types';
import { inflect } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { findToken, textOf } from '../words';
import { clauseEnd, nounPhraseAt, type Parts, partsOf, replaceTokens } from './clauses';

export const blameToFact: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, sentence } = parts;
  const you = findToken(sentence.reading, hit.from, hit.to, ({ norm }) => norm === 'you' || norm === 'u');
  if (you < 0) return [];
  const found = [claimed, hadRead, shouldHave, wrongOne, leftOut, missed, lapsed, passive].flatMap((turn) =>
    turn(context, parts, you),
  );
  const asked = [...wordings('tell-me-more', context)].slice(0, 1);
  const end = clauseEnd(context, parts, Math.max(you, hit.to - 1));
  const fallback = asked.map((text) => replaceTokens(context, sentence, hit.from, Math.max(end, hit.to), text));
  return [...found, ...fallback];
};

/** 'you claim that S' -> 'you told us that S'. */
function claimed(context: RewriteContext, { sentence, tokens }: Parts, you: number): Edit[] {
  const verb = findToken(
    sentence.reading,
    you + 1,
    you + 4,
    (_token, index) => beginsAt('claiming', sentence.reading, index, context.facts.banks) !== undefined,
  );
  if (verb < 0) return [];
  const to = tokens[verb + 1]?.norm === 'that' ? verb + 2 : verb + 1;
  return wordings('told', context).map((text) => replaceTokens(context, sentence, you, to, text));
}

/** 'If you had read N, you would know that S' -> 'S, and the details are in N'. */
function hadRead(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens, end } = parts;
  const opener = tokens[you - 1];
  const read = findToken(sentence.reading, you + 1, you + 4, ({ lemma }) =>
    ['read', 'check', 'see', 'look', 'open'].includes(lemma),
  );
  if (opener?.norm !== 'if' || read < 0) return [];
  const comma = findToken(sentence.reading, read, end, ({ text }) => text === ',');
  const know = findToken(sentence.reading, comma + 1, end, ({ lemma }) =>
    ['know', 'see', 'notice', 'realise', 'realize', 'find'].includes(lemma),
  );
  if (comma < 0 || know < 0) return [];
  const from = tokens[know + 1]?.norm === 'that' ? know + 2 : know + 1;
  const source = textOf(sentence.reading, read + 1, comma).replace(/^(?:at|through|over|properly|carefully) /i, '');
  const fact = textOf(sentence.reading, from, end);
  if (!fact || !source) return [];
  return wordings('details-in', context, { fact, source }).map((text) =>
    replaceTokens(context, sentence, you - 1, end, text),
  );
}

/** 'You should have called first' -> 'For next time: please call first, so that [reason]'. */
function shouldHave(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens } = parts;
  let at = you + 1;
  const should = tokens[at];
  if (!should || !['should', 'could', 'ought', 'must'].includes(should.norm) || should.norm === 'must') return [];
  const negative = tokens[at + 1]?.norm === 'not';
  at += negative ? 2 : 1;
  while (tokens[at]?.pos === 'ADV' || tokens[at]?.norm === 'to') at += 1;
  if (tokens[at]?.norm !== 'have') return [];
  at += 1;
  while (tokens[at]?.pos === 'ADV') at += 1;
  const verb = tokens[at];
  if (!verb || verb.lemma === 'be' || verb.norm === 'been') return [];
  const end = clauseEnd(context, parts, at);
  const rest = textOf(sentence.reading, at + 1, end);
  const action = [verb.lemma, rest].filter(Boolean).join(' ');
  return wordings(negative ? 'next-time-not' : 'next-time', context, { action }).map((text) =>
    replaceTokens(context, sentence, you, end, text),
  );
}

/** 'You entered the wrong postcode' -> 'The postcode that came through was incorrect'. */
function wrongOne(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens, hit } = parts;
  const wrong = findToken(sentence.reading, you + 1, Math.max(hit.to, you + 7), ({ norm }) =>
    ['wrong', 'incorrect', 'invalid', 'false', 'incomplete'].includes(norm),
  );
  if (wrong < 0 || findToken(sentence.reading, you + 1, wrong, ({ norm }) => norm === 'not') >= 0) return [];
  const end = clauseEnd(context, parts, wrong);
  const noun = nounPhraseAt(parts, wrong + 1, end);
  if (!noun) return [];
  const rest = textOf(sentence.reading, noun.to, end);
  const key = noun.plural ? 'mismatch-plural' : 'mismatch';
  const state = tokens[wrong]?.norm === 'incomplete' ? 'incomplete' : 'incorrect';
  return wordings(key, context, { noun: textOf(sentence.reading, wrong + 1, noun.to), state }).map((text) =>
    replaceTokens(context, sentence, you, end, rest ? `${text} ${rest}` : text),
  );
}

/** 'You didn't include the receipt' -> 'The receipt is still missing'; any other verb: 'The box wasn't ticked'. */
function leftOut(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens } = parts;
  const { reading } = sentence;
  const failed = findToken(reading, you + 1, you + 4, ({ lemma }) =>
    ['fail', 'forget', 'neglect', 'omit', 'refuse'].includes(lemma),
  );
  const not = findToken(reading, you + 1, you + 5, ({ norm }) => norm === 'not' || norm === 'never');
  let at = failed >= 0 && tokens[failed + 1]?.norm === 'to' ? failed + 2 : not >= 0 ? not + 1 : -1;
  if (at < 0) return [];
  while (tokens[at]?.pos === 'ADV' || ['bother', 'to', 'even', 'actually'].includes(tokens[at]?.norm ?? '')) at += 1;
  const verb = tokens[at];
  if (!verb || (verb.pos !== 'VERB' && verb.pos !== 'NOUN' && verb.pos !== 'AUX')) return [];
  const end = clauseEnd(context, parts, at);
  const banks = context.facts.banks;
  if (beginsAt('answering', reading, at, banks)) {
    return wordings('not-heard', context).map((text) => replaceTokens(context, sentence, you, end, text));
  }
  let objectFrom = at + 1;
  if (/^(?:us|me)$/.test(tokens[objectFrom]?.norm ?? '')) objectFrom += 1;
  if (tokens[objectFrom]?.norm === 'in' || tokens[objectFrom]?.norm === 'out') objectFrom += 1;
  const noun = nounPhraseAt(parts, objectFrom, end);
  if (!noun) return [];
  const object = textOf(reading, objectFrom, noun.to).replace(/^(?:any|a|an) /i, 'the ');
  const rest = textOf(reading, noun.to, end);
  const [is, was] = noun.plural ? ['are', 'were'] : ['is', 'was'];
  const say = (...words: string[]) => replaceTokens(context, sentence, you, end, words.filter(Boolean).join(' '));
  if (beginsAt('sending', reading, at, banks)) {
    const place = rest.replace(/^(?:with|in|on|to) /i, 'from ');
    return wordings('missing', context, { object, is }).map((text) => say(text, place));
  }
  if (beginsAt('paying', reading, at, banks))
    return wordings('unpaid', context, { object, is }).map((text) => say(text, rest));
  if (
    [
      'be',
      'have',
      'do',
      'follow',
      'listen',
      'understand',
      'know',
      'let',
      'tell',
      'want',
      'get',
      'receive',
      'need',
    ].includes(verb.lemma)
  )
    return [];
  const denied = context.voice.contractions ? `${was}n${context.voice.apostrophe}t` : `${was} not`;
  return [say(object, denied, inflect(verb.lemma, 'participle'), rest)];
}

/** 'You missed the delivery', 'you ignored both messages': what did not happen, without who. */
function missed(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens } = parts;
  const at = findToken(sentence.reading, you + 1, you + 3, ({ lemma }) => lemma === 'miss' || lemma === 'ignore');
  const verb = tokens[at];
  if (!verb) return [];
  const end = clauseEnd(context, parts, at);
  const noun = nounPhraseAt(parts, at + 1, end);
  if (!noun) return [];
  const object = textOf(sentence.reading, at + 1, noun.to);
  const rest = textOf(sentence.reading, noun.to, end);
  const is = noun.plural ? 'are' : 'is';
  const has = noun.plural ? 'have' : 'has';
  const kind = context.facts.banks
    .find('payment-noun', sentence.reading)
    .some(({ from }) => from > at && from < noun.to);
  const key = verb.lemma === 'ignore' ? 'unanswered' : kind ? 'not-come-in' : 'not-reached';
  return wordings(key, context, { object: rest && key !== 'unanswered' ? `${object} ${rest}` : object, is, has }).map(
    (text) => replaceTokens(context, sentence, you, end, key === 'unanswered' && rest ? `${text} ${rest}` : text),
  );
}

/** 'You let your subscription lapse' -> 'Your subscription lapsed'. */
function lapsed(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens } = parts;
  if (tokens[you + 1]?.lemma !== 'let') return [];
  const end = clauseEnd(context, parts, you + 1);
  const noun = nounPhraseAt(parts, you + 2, end);
  const verb = noun && tokens[noun.to];
  if (!noun || !verb || !/^(?:lapse|expire|run|end|go|fall|slip)$/.test(verb.norm)) return [];
  const text = [
    textOf(sentence.reading, you + 2, noun.to),
    inflect(verb.norm, 'past'),
    textOf(sentence.reading, noun.to + 1, end),
  ];
  return [replaceTokens(context, sentence, you, end, text.filter(Boolean).join(' '))];
}

/** 'You cancelled the order' -> 'The order was cancelled'. */
function passive(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens } = parts;
  const at = findToken(sentence.reading, you + 1, you + 4, ({ pos }) => pos === 'VERB');
  const verb = tokens[at];
  if (
    !verb ||
    at < 0 ||
    !/(?:ed|sent|lost|left|made|gave|put|broke|chose|wrote|took|bought|paid|set)$/.test(verb.norm) ||
    verb.norm === verb.lemma
  )
    return [];
  if (
    findToken(sentence.reading, you + 1, at, ({ pos, norm }) => pos === 'AUX' || norm === 'not' || norm === 'must') >= 0
  )
    return [];
  if (
    [
      'fail',
      'forget',
      'claim',
      'say',
      'ask',
      'want',
      'need',
      'agree',
      'ignore',
      'miss',
      'let',
      'give',
      'tell',
    ].includes(verb.lemma)
  )
    return [];
  const end = clauseEnd(context, parts, at);
  const noun = nounPhraseAt(parts, at + 1, end);
  if (!noun) return [];
  const object = textOf(sentence.reading, at + 1, noun.to);
  const rest = textOf(sentence.reading, noun.to, end);
  const text = [object, noun.plural ? 'were' : 'was', inflect(verb.lemma, 'participle'), rest]
    .filter(Boolean)
    .join(' ');
  return [replaceTokens(context, sentence, you, end, text)];
}
