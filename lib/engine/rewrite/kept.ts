/** A sentence that stays as it is true, with what it lacked added to it: a no with its option, a guess with its step. */
import type { Sentence } from '../document';
import type { Edit } from '../types';
import type { RewriteContext } from './move';
import { openingAt, signatureAt } from './place';
import { capitalise, decapitalise } from './splice';
import { bodyEnd } from './words';

interface Adding {
  /** Where the edit begins; by default at the end of the sentence. What stands from there on is `body`. */
  start?: number;
  /** The words up to the end of the sentence, where they changed; by default those of the draft. */
  body?: string;
  /** 'space' goes on: ' by [day]'. 'comma': ', because [reason]'. 'semicolon' where the sentence is short enough for it. */
  by: 'space' | 'comma' | 'semicolon';
}

/** In words; a longer sentence gets another one after it. */
const SHORT = 22;

/**
 * The words added to the end of a sentence, before its mark, its emoji, its signature. Null for a question, and where a
 * comma has nothing to hang on: a link, a list.
 */
export function addedTo(context: RewriteContext, sentence: Sentence, said: string, how: Adding): Edit | null {
  const { draft, voice } = context;
  const end = wordsEnd(context, sentence);
  const after = /^[.!?…]*/.exec(draft.slice(end))?.[0] ?? '';
  if (/\?/.test(after) || end <= sentence.start) return null;
  const start = how.start ?? end;
  if (start > end) return null;
  const body = (how.body ?? draft.slice(start, end)).replace(/[,;:–—-]+$/, '');
  const whole = draft.slice(sentence.start, end);
  const link = /(?:https?:|www\.)\S+$/.test(whole);
  if (how.by !== 'semicolon') {
    return link ? null : { start, end, text: `${body}${how.by === 'comma' ? ', ' : ' '}${decapitalise(said)}` };
  }
  const words = whole.split(/\s+/).length;
  const breath =
    !link && !voice.lowerCase && words <= SHORT && !/[;:–—]|\s-\s|[!…]$/.test(whole + after) && !/\[/.test(whole);
  if (breath && voice.channel !== 'chat') return { start, end, text: `${body}; ${decapitalise(said)}` };
  const mark = link ? '' : /^[!…]/.test(after) ? after : '.';
  const next = voice.lowerCase ? decapitalise(said) : capitalise(said);
  const stop = voice.lowerCase && after === '' ? '' : /[.!?]$/.test(next) ? '' : '.';
  return { start, end: end + after.length, text: `${body}${mark} ${next}${stop}` };
}

/** The end of what a sentence says: before its marks, its emoji and a signature that shares its line. */
export function wordsEnd({ draft, facts }: RewriteContext, sentence: Sentence): number {
  const { reading, start } = sentence;
  // before the option that was added already
  const option = facts.banks
    .find('option-beside-no', reading)
    .find(({ from }) => reading.tokens[from - 1]?.text === ';');
  if (option) return start + (reading.tokens[option.from - 2]?.end ?? 0);
  const stop = Math.min(start + (reading.tokens[bodyEnd(reading) - 1]?.end ?? 0), signatureAt(draft));
  const body = draft
    .slice(start, stop)
    .replace(/(?:\s|\p{Extended_Pictographic}|\u200D|\uFE0F|[.!…]+|[:;]-?[()D])+$/u, '');
  return start + body.length;
}

/** Where what a sentence says begins: past the greeting that shares it. */
export function wordsStart({ facts }: RewriteContext, { start, index }: Sentence): number {
  const open = openingAt(facts);
  return open.inline && open.index === index && start < open.at ? open.at : start;
}
