/** Fault becomes fact: what is missing or did not arrive, not who failed to send it. */
import { beginsAt } from '../../context/clause';
import type { Edit } from '../../types';
import { inflect } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { findToken, isClause, textOf } from '../words';
import { clauseEnd, nounPhraseAt, type Parts, partsOf, replaceTokens } from './clauses';

export const blameToFact: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, sentence } = parts;
  const you = findToken(sentence.reading, hit.from, hit.to, ({ norm }) => /^(?:you|u|you'd|you've)$/.test(norm));
  // 'Had you sent the key': what was not done is no fact
  if (you < 0 || parts.tokens[you - 1]?.norm === 'had') return [];
  return [claimed, hadRead, wrongOne, leftOut, missed, lapsed, passive].flatMap((turn) => turn(context, parts, you));
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

/** Told as it is, not as it would have been. */
function isPlain({ tokens, end }: Parts, from: number): boolean {
  return !tokens.slice(from, end).some(({ norm }) => /^(?:would|could|might|should|'d|you)$/.test(norm));
}

/** 'If you had read N, you would know that S' -> 'S, and the details are in N'. */
function hadRead(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens, end } = parts;
  const opener = tokens[you - 1];
  const read = findToken(
    sentence.reading,
    you + 1,
    you + 5,
    ({ lemma, norm }) =>
      ['read', 'check', 'see', 'look', 'open', 'glance'].includes(lemma) ||
      /^(?:open|read|check|look|glanc)(?:ed|ing)$/.test(norm),
  );
  if (opener?.norm !== 'if' || read < 0) return [];
  const comma = findToken(sentence.reading, read, end, ({ text }) => text === ',');
  const would = findToken(
    sentence.reading,
    read + 2,
    end,
    ({ norm }, index) => /^(?:would|'d)$/.test(norm) && tokens[index - 1]?.norm === 'you',
  );
  const stop = comma >= 0 && (would < 0 || comma < would) ? comma : would - 1;
  const know = findToken(sentence.reading, Math.max(stop, 0) + 1, end, ({ lemma }) =>
    ['know', 'see', 'notice', 'realise', 'realize', 'find'].includes(lemma),
  );
  // 'If you'd read the small print, it is £100 after discount'
  const main = comma > read && know < 0 && isClause(sentence.reading, { from: comma + 1, to: end });
  if (main && isPlain(parts, comma + 1))
    return [replaceTokens(context, sentence, you - 1, end, textOf(sentence.reading, comma + 1, end))];
  if (stop <= read || know < 0) return [];
  const from = tokens[know + 1]?.norm === 'that' ? know + 2 : know + 1;
  const source = textOf(sentence.reading, read + 1, stop).replace(/^(?:at|through|over|properly|carefully) /i, '');
  const fact = textOf(sentence.reading, from, end);
  if (!fact || !source) return [];
  const place = source.replace(/^(?:at|in|on) /i, '');
  if (!isClause(sentence.reading, { from, to: end }))
    return wordings('source-shows', context, { fact, source: place }).map((text) =>
      replaceTokens(context, sentence, you - 1, end, text),
    );
  return wordings('details-in', context, { fact, source }).map((text) =>
    replaceTokens(context, sentence, you - 1, end, text),
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

const LAPSES = /^(?:lapse|expire|slip)$/;

/** 'You let your subscription lapse' -> 'Your subscription lapsed'. */
function lapsed(context: RewriteContext, parts: Parts, you: number): Edit[] {
  const { sentence, tokens } = parts;
  if (tokens[you + 1]?.lemma !== 'let') return [];
  const end = clauseEnd(context, parts, you + 1);
  const noun = nounPhraseAt(parts, you + 2, end);
  // 'your subscription lapse' is read as one noun
  if (noun && noun.to > you + 3 && LAPSES.test(tokens[noun.to - 1]?.norm ?? '')) noun.to -= 1;
  const verb = noun && tokens[noun.to];
  if (!noun || !verb || !/^(?:lapse|expire|run|end|go|fall|slip)$/.test(verb.norm)) return [];
  const text = [
    textOf(sentence.reading, you + 2, noun.to),
    inflect(verb.norm, 'past'),
    textOf(sentence.reading, noun.to + 1, end),
  ];
  return [replaceTokens(context, sentence, you, end, text.filter(Boolean).join(' '))];
}

/** '"Subscribe & Save"' */
function quotedAt({ tokens }: Parts, from: number): { to: number; plural: boolean } | null {
  if (!/^["“]$/.test(tokens[from]?.text ?? '')) return null;
  const close = tokens.findIndex(({ text }, index) => index > from && /^["”]$/.test(text));
  return close < 0 ? null : { to: close + 1, plural: false };
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
  const noun = quotedAt(parts, at + 1) ?? nounPhraseAt(parts, at + 1, end);
  if (!noun) return [];
  const object = textOf(sentence.reading, at + 1, noun.to);
  const rest = textOf(sentence.reading, noun.to, end);
  const text = [object, noun.plural ? 'were' : 'was', inflect(verb.lemma, 'participle'), rest]
    .filter(Boolean)
    .join(' ');
  return [replaceTokens(context, sentence, you, end, text)];
}
