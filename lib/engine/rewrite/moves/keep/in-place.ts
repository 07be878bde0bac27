/** Where new words stand in a sentence that a greeting or a signature may share. */
import type { Edit } from '../../../types';
import { factsIn } from '../../facts';
import type { RewriteContext } from '../../move';
import { openingAt, signatureAt } from '../../place';
import { capitalise, decapitalise, removeSentence } from '../../splice';
import { bodyEnd, spanOfTokens, textOf } from '../../words';
import type { Parts } from '../clauses';

/** Past the greeting in the same line. */
export function bodyStart({ facts }: RewriteContext, { sentence, tokens }: Parts): number {
  const opening = openingAt(facts);
  if (sentence.index > 0 || !opening.inline) return 0;
  return Math.max(
    0,
    tokens.findIndex(({ start }) => sentence.start + start >= opening.at),
  );
}

export function endOf({ draft }: RewriteContext, { sentence }: Parts): number {
  const signed = signatureAt(draft);
  return signed > sentence.start && signed < sentence.end ? signed : sentence.end;
}

/** Without the name of a greeting in the same line. */
export function factsOf(context: RewriteContext, parts: Parts): string[] {
  return factsIn(textOf(parts.sentence.reading, bodyStart(context, parts), parts.end));
}

/** New words for the sentence's own, its closing mark kept calm. */
export function inPlace(context: RewriteContext, parts: Parts, said: string): Edit {
  const { sentence } = parts;
  const start = bodyStart(context, parts);
  const at = spanOfTokens(sentence, start, bodyEnd(sentence.reading));
  const end = endOf(context, parts);
  const mark = /^[!?]+/.exec(context.draft.slice(Math.min(at.end, end)))?.[0] ?? '';
  const text = context.voice.lowerCase || start > 0 ? fitted(context, parts, said) : capitalise(said);
  const body = Math.min(at.end, end);
  return { start: at.start, end: body + mark.length, text: mark ? `${text}.` : text };
}

function fitted(context: RewriteContext, parts: Parts, said: string): string {
  const first = parts.tokens[bodyStart(context, parts)];
  return first && /^\p{Lu}/u.test(first.text) && !context.voice.lowerCase ? capitalise(said) : decapitalise(said);
}

/** ', Jodie' at the sentence's end. */
export function calledName({ sentence, tokens, end }: Parts): string | null {
  const last = tokens[end - 1];
  return last?.pos === 'PROPN' && tokens[end - 2]?.text === ',' && sentence.reading.tokens.length > 3
    ? last.text
    : null;
}

export function withName(text: string, name: string | null): string {
  return name ? text.replace(/\bsorry (that|about|for)\b/, `sorry, ${name}, $1`) : text;
}

/** Without the sentence; after a greeting in the same line the next one follows. */
export function sentenceOut(context: RewriteContext, parts: Parts): Edit[] {
  const { draft, facts, voice } = context;
  const { sentence } = parts;
  const start = bodyStart(context, parts);
  if (start === 0) {
    const gone = removeSentence(draft, { start: sentence.start, end: endOf(context, parts) });
    return gone ? [gone] : [];
  }
  const next = facts.document.sentences[sentence.index + 1];
  if (!next || /\n/.test(draft.slice(sentence.end, next.start))) return [];
  const first = draft.slice(next.start, next.start + 1);
  const from = spanOfTokens(sentence, start, parts.end).start;
  const comma = /,\s*$/.test(draft.slice(0, from)) && !/^(?:I\b|\p{Lu}{2})/u.test(draft.slice(next.start));
  return [
    { start: from, end: next.start + 1, text: voice.lowerCase || comma ? first.toLowerCase() : first.toUpperCase() },
  ];
}
