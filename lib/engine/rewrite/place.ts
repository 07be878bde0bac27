/** Where in a reply a sentence belongs: after the greeting, or before the closing. */
import type { DraftFacts } from '../detectors/detector';
import type { Sentence } from '../document';
import type { Edit } from '../types';
import { capitalise, decapitalise, replaceSpan } from './splice';
import type { Voice } from './voice';
import { bodyEnd } from './words';

const GREETING_WORDS = 7;
const SIGN_OFF_WORDS = 7;

/** The offset of the first word after greeting and thanks; `inline` where the greeting shares its sentence. */
export function openingAt({ document, banks }: DraftFacts): { at: number; index: number; inline: boolean } {
  const [first] = document.sentences;
  if (!first) return { at: 0, index: 0, inline: false };
  let index = 0;
  if (banks.has('greeting-opening', first.reading)) {
    const inline = greetingEnd(first);
    if (inline !== null) return { at: inline, index: 0, inline: true };
    index = 1;
  }
  while (
    index < document.sentences.length - 1 &&
    banks.has('thanks-opening', (document.sentences[index] as Sentence).reading)
  ) {
    if (words(document.sentences[index] as Sentence) > 16) break;
    index += 1;
  }
  const next = document.sentences[index];
  return next ? { at: next.start, index, inline: false } : { at: document.text.trimEnd().length, index, inline: false };
}

/** Where the words after 'Hi Ann,' begin, or null where the sentence is the greeting and no more. */
export function greetingEnd({ reading, start }: Sentence): number | null {
  const { tokens } = reading;
  const mark = tokens.findIndex(
    (token, index) => index > 0 && index <= GREETING_WORDS && /^(?:[,:.–—-]|!+)$/.test(token.text),
  );
  let after = mark + 1;
  while (mark >= 0 && tokens[after]?.pos === 'PUNCT') after += 1;
  const next = tokens[after];
  if (mark < 0) return tokens.length > GREETING_WORDS ? start + (tokens[1]?.start ?? 0) : null;
  return next ? start + next.start : null;
}

/** The sentence after which a closing stands: sign-off, name and pleasantries come after it. -1: none before them. */
export function lastContent({ document, banks }: DraftFacts): number {
  let last = document.sentences.length - 1;
  const text = document.text;
  // names and sign-offs: short last lines of their own
  while (last > 0) {
    const sentence = document.sentences[last] as Sentence;
    const ownLine = /\n\s*$/.test(text.slice(0, sentence.start));
    const signOff = banks.has('sign-off-opening', sentence.reading) && words(sentence) <= SIGN_OFF_WORDS;
    const name =
      ownLine &&
      words(sentence) <= 5 &&
      !/[.!?:]$/.test(sentence.reading.text) &&
      !/^\s*[-*•\d]/.test(sentence.reading.text);
    if (!signOff && !name) break;
    last -= 1;
  }
  while (last > 0 && banks.has('pleasantry-opening', (document.sentences[last] as Sentence).reading)) last -= 1;
  return last;
}

function words({ reading }: Sentence): number {
  return reading.tokens.filter(({ kind }) => kind === 'word').length;
}

/** A sentence put after the greeting, before the first content sentence. */
export function insertAtOpening(facts: DraftFacts, sentence: string, voice: Voice): Edit {
  const { text } = facts.document;
  const { at, inline } = openingAt(facts);
  if (text.trim() === '' || at >= text.trimEnd().length) return insertAtClosing(facts, sentence, voice);
  const said = voice.lowerCase ? decapitalise(sentence) : capitalise(sentence);
  if (inline) {
    const next = text[at] as string;
    const upper = voice.lowerCase ? next : next.toUpperCase();
    const edit = replaceSpan(text, { start: at, end: at }, sentence, voice.lowerCase);
    return { start: at, end: at + 1, text: `${edit.text.trimEnd()} ${upper}` };
  }
  return { start: at, end: at, text: `${said}${paragraphs(facts, voice) ? '\n\n' : ' '}` };
}

/** A sentence put after the last content sentence, before sign-off and pleasantries. */
export function insertAtClosing(facts: DraftFacts, sentence: string, voice: Voice): Edit {
  const { document } = facts;
  const index = lastContent(facts);
  const last = document.sentences[index];
  const said = voice.lowerCase ? small(sentence) : capitalise(sentence);
  if (!last) return { start: 0, end: document.text.length, text: said };
  const ended = /[.!?…:;)"”]$/.test(last.reading.text) || bodyEnd(last.reading) < last.reading.tokens.length;
  const emoji = /\p{Extended_Pictographic}\uFE0F?$/u.test(last.reading.text);
  const gap = paragraphs(facts, voice) || list(last, document.text) ? '\n\n' : ' ';
  return {
    start: last.end,
    end: last.end,
    text: `${ended || emoji || gap !== ' ' ? '' : /,$/.test(last.reading.text) ? '' : '.'}${gap}${said}`,
  };
}

function list({ start, reading }: Sentence, text: string): boolean {
  return (
    /(?:^|\n)\s*(?:[-*•–]|\d{1,2}[.)])\s*$/.test(text.slice(0, start)) || /^(?:[-*•–]|\d{1,2}[.)])\s/.test(reading.text)
  );
}

/** An email in paragraphs gets one more; a chat or a single paragraph does not. */
function paragraphs({ document }: DraftFacts, voice: Voice): boolean {
  return voice.channel === 'email' && /\S[ \t]*\n[ \t]*\n\s*\S/.test(document.text);
}

function small(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
