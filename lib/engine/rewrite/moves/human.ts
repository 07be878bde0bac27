/** A set phrase as a person would say it. */
import type { Edit } from '../../types';
import type { Move } from '../move';
import { wordings } from '../say';
import { replaceSpan } from '../splice';
import { findToken, textOf } from '../words';
import { partsOf, replaceTokens } from './clauses';

/** 'Dear valued customer' -> 'Hi Ann'; "Don't hesitate to contact us if S" -> "If S, we're here to help". */
export const humanPhrase: Move = (context) => {
  const parts = partsOf(context);
  const { draft, finding, voice, facts } = context;
  if (!parts || !finding.span) return [];
  const { hit, sentence, tokens, end } = parts;
  if (hit.from === 0 && facts.banks.has('greeting-opening', sentence.reading)) {
    const formal = tokens[0]?.norm === 'dear' && voice.channel === 'email';
    return [...wordings('greeting', context), ...(formal ? wordings('greeting-formal', context) : [])].map(
      (text): Edit =>
        replaceSpan(draft, finding.span as NonNullable<typeof finding.span>, text.replace(/,$/, ''), voice.lowerCase),
    );
  }
  if (!facts.banks.has('hesitating', sentence.reading)) return [];
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
