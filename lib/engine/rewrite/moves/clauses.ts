/** What several moves need: the parts of the sentence around a phrase, and edits of whole tokens. */
import { clauseAt } from '../../context/clause';
import type { PhraseHit } from '../../detectors/detector';
import type { Sentence, Token } from '../../document';
import type { Edit } from '../../types';
import type { RewriteContext } from '../move';
import { signatureAt } from '../place';
import { capitalise, decapitalise, replaceSpan } from '../splice';
import { bodyEnd, findToken, spanOfTokens } from '../words';

export interface Parts {
  hit: PhraseHit;
  sentence: Sentence;
  tokens: readonly Token[];
  /** The end of the sentence's words. */
  end: number;
}

export function partsOf({ hit, draft }: RewriteContext): Parts | null {
  if (!hit) return null;
  const { sentence } = hit;
  const { tokens } = sentence.reading;
  // initials such as '/KK' stay last
  const signed = signatureAt(draft) - sentence.start;
  let end = bodyEnd(sentence.reading);
  while (end > hit.from + 1 && (tokens[end - 1]?.start ?? 0) >= signed) end -= 1;
  while (end > hit.from + 1 && /^[.!?…]+$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return { hit, sentence, tokens, end };
}

/** New words in place of tokens. */
export function replaceTokens(
  { draft, voice }: RewriteContext,
  sentence: Sentence,
  from: number,
  to: number,
  text: string,
): Edit {
  const span = spanOfTokens(sentence, from, to);
  const { tokens } = sentence.reading;
  const first = tokens[from];
  const joiner = (token: Token | undefined) => token !== undefined && /^(?:and|but|because|so)$/.test(token.norm);
  const before = joiner(first) ? from : joiner(tokens[from - 1]) ? from - 1 : -1;
  if (before <= 1) return replaceSpan(draft, span, text, voice.lowerCase);
  // a question or a reason does not hang on 'and': it gets a sentence of its own
  if (/\?$/.test(text) || /^so that/i.test(text)) {
    const start = sentence.start + (tokens[tokens[before - 1]?.text === ',' ? before - 2 : before - 1]?.end ?? 0);
    const edit = replaceSpan(draft, { start, end: span.end }, capitalise(text));
    return { ...edit, text: `. ${capitalise(edit.text)}` };
  }
  if (before === from && /^(?:and|but)$/.test(first?.norm ?? ''))
    return replaceSpan(draft, span, `and ${decapitalise(text)}`, voice.lowerCase);
  return replaceSpan(draft, span, text, voice.lowerCase);
}

/** The first token of the clause of `at`, without the joining word before it. */
export function clauseStart({ facts }: RewriteContext, { sentence, tokens }: Parts, at: number): number {
  let { from } = clauseAt(sentence.reading, at, facts.banks);
  while (from < at && /^(?:and|but|so|because|since|as|or|then|that|which|while)$/.test(tokens[from]?.norm ?? ''))
    from += 1;
  return from;
}

export function clauseEnd({ facts }: RewriteContext, { sentence }: Parts, at: number): number {
  return clauseAt(sentence.reading, at, facts.banks).to;
}

/** A noun phrase from a token on, with 'of ...' after it: its end, and whether it is plural. Null where there is none. */
export function nounPhraseAt({ tokens }: Parts, from: number, to: number): { to: number; plural: boolean } | null {
  let at = from;
  while (at < to && /^(?:DET|ADJ|NUM|PRON|NOUN|PROPN|SYM)$/.test(tokens[at]?.pos ?? '')) {
    const token = tokens[at] as Token;
    // an adverbial that is tagged a noun begins a phrase of its own
    if (
      at > from &&
      /^(?:today|yesterday|tomorrow|tonight|last|next|which|that|this|right|now|late|early)$/.test(token.norm)
    )
      break;
    if (token.pos === 'PRON' && !/^(?:my|your|our|his|her|its|their|all|both|any|each)$/.test(token.norm)) break;
    at += 1;
  }
  // 'the 30 days' notice'
  if (/^['’]s?$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.pos === 'NOUN') at += 2;
  while (at > from + 1 && tokens[at - 1]?.pos === 'ADJ') at -= 1;
  // 'your booking': a noun that looks like a verb
  if (/^(?:DET|PRON|ADJ)$/.test(tokens[at - 1]?.pos ?? '') && at < to && tokens[at]?.pos === 'VERB') at += 1;
  const head = tokens[at - 1];
  if (at === from || !head || !/^(?:NOUN|PROPN|NUM|VERB)$/.test(head.pos)) return null;
  const plural =
    (head.pos === 'NOUN' && /[^s]s$/i.test(head.text)) ||
    /^(?:both|these|those|two|three|four|five)$/.test(tokens[from]?.norm ?? '');
  if (tokens[at]?.norm === 'of' && at + 1 < to) {
    const next = findToken(
      { text: '', tokens },
      at + 1,
      to,
      ({ pos }) => !/^(?:DET|ADJ|NUM|NOUN|PROPN|SYM|PRON)$/.test(pos),
    );
    at = next < 0 ? to : next;
  }
  return { to: at, plural };
}
