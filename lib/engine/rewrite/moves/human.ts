/** A set phrase as a person would say it. */
import type { Edit } from '../../types';
import type { Move } from '../move';
import { wordings } from '../say';
import { replaceSpan } from '../splice';
import { findToken, spanOfTokens, textOf } from '../words';
import { type Parts, partsOf, replaceTokens } from './clauses';

/** 'we remain at your disposal': the whole sentence is the phrase. */
function isOver({ sentence, hit }: Parts): boolean {
  const said = textOf(sentence.reading, hit.from, sentence.reading.tokens.length);
  return /\bdisposal\b|^should you\b.*\b(?:hesitate|(?:at|of) (?:\w+ )?service)\b/i.test(said);
}

/** What says no more than 'write to us'. */
const NO_AIM =
  /^(?:contact(?:ing)?|reach(?:ing)?(?: out)?|get(?:ting)? (?:in touch|back)|call|email|write|ask|let (?:us|me) know|drop|give|message)(?: (?:to|with|out to|back to|in touch with))?(?: (?:us|me|our (?:\w+ )?(?:team|support)))?(?: (?:back|again|directly|any ?time|at any (?:time|point)|a (?:line|call|message)))*$/i;

/** 'contact us for your next reservation': what for, if the phrase says so; null where it is a mere closing. */
function aimOf({ hit, sentence, tokens, end }: Parts): string | null {
  const { reading } = sentence;
  const to = findToken(reading, hit.from, end, ({ norm }, at) => norm === 'to' && tokens[at - 1]?.lemma === 'hesitate');
  if (to < 0) return null;
  const said = textOf(reading, to + 1, end);
  const aim = said.replace(/,? (?:if|should|in case|when|with any|for any|for further|regarding any)\b.*$/i, '');
  return NO_AIM.test(aim) || /ing\b/.test(aim.split(' ')[0] ?? '') ? null : said;
}

/** 'Dear valued customer' -> 'Hi Ann'; "Don't hesitate to contact us if S" -> "If S, we're here to help". */
export const humanPhrase: Move = (context) => {
  const parts = partsOf(context);
  const { draft, finding, voice, facts } = context;
  if (!parts || !finding.span) return [];
  const { hit, sentence, tokens, end } = parts;
  if (hit.from === 0 && facts.banks.has('greeting-opening', sentence.reading)) {
    // 'Dear customer, thanks for ...': what follows the comma is no greeting
    const comma = findToken(sentence.reading, 1, hit.to, ({ text }) => text === ',');
    const place = spanOfTokens(sentence, 0, comma > 0 ? comma : hit.to);
    const formal = tokens[0]?.norm === 'dear' && voice.channel === 'email';
    return [...wordings('greeting', context), ...(formal ? wordings('greeting-formal', context) : [])].map(
      (text): Edit => replaceSpan(draft, place, text.replace(/,$/, ''), voice.lowerCase),
    );
  }
  // 'Should you have further questions, our team ...' -> 'If you have further questions, our team ...'
  if (/^should you\b/i.test(textOf(sentence.reading, hit.from, hit.to)) && !isOver(parts)) {
    return wordings('if-you', context).map((text) => replaceTokens(context, sentence, hit.from, hit.from + 2, text));
  }
  if (!facts.banks.has('hesitating', sentence.reading) && !isOver(parts)) return [];
  const aim = aimOf(parts);
  if (aim)
    return wordings('contact-us', context, { action: aim }).map((text) =>
      replaceTokens(context, sentence, hit.from, end, text),
    );
  const condition = findToken(sentence.reading, hit.from, end, ({ norm }) =>
    ['if', 'should', 'when', 'for', 'with'].includes(norm),
  );
  const start = hit.from;
  if (condition > 0 && ['if', 'when'].includes(tokens[condition]?.norm ?? '')) {
    const said = textOf(sentence.reading, condition, end);
    return wordings('here-to-help', context, { condition: said }).map((text) =>
      replaceTokens(context, sentence, start, end, text),
    );
  }
  const before = textOf(sentence.reading, 0, start).replace(/[\s,]*(?:then|please|so)?[\s,]*$/i, '');
  if (/^(?:if|should)\b/i.test(before)) {
    return wordings('here-to-help', context, { condition: before }).map((text) =>
      replaceTokens(context, sentence, 0, end, text),
    );
  }
  return wordings('reply-here', context).map((text) => replaceTokens(context, sentence, start, end, text));
};
