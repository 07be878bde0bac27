/** Where in a reply a sentence belongs: after the greeting, or before the closing. */
import type { DraftFacts } from '../detectors/detector';
import type { Sentence } from '../document';
import type { Edit } from '../types';
import { capitalise, decapitalise, replaceSpan } from './splice';
import type { Voice } from './voice';
import { bodyEnd } from './words';

const GREETING_WORDS = 7;
const SIGN_OFF_WORDS = 7;

/** 'Ms Okafor,', 'Heyyy Joanna!!!' or 'To whom it may concern:' on a line of its own. */
const SALUTATION_LINE = /^\s*[^\n.?]{1,45}[,!:][ \t]*\n\s*/u;
/** 'Naomi' alone above the first paragraph. */
const NAME_LINE = /^\s*\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)?[ \t]*\n[ \t]*\n\s*/u;
/** 'Heyyy', 'Hiyaaa' */
const DRAWN_OUT = /^\s*(?:he+y+|hi+y?a*|hello+)\b/i;
/** 'Mrs Adler, we ...', 'Edgar - sorry ...': a name that is called, with no greeting. */
const CALLED = /^\s*(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )?\p{Lu}[\p{L}'’-]+(?:,| [-–—])\s+(?=\p{L})/u;

/** '@dan_ilg We ...': whom a social line is to. */
const HANDLES = /^\s*(?:@[\w.]+[,:]?\s+)+(?=\S)/;

/** The offset of the first word after greeting and thanks; `inline` where the greeting shares its sentence. */
export function openingAt(facts: DraftFacts): { at: number; index: number; inline: boolean } {
  const { document, banks } = facts;
  const [first] = document.sentences;
  if (!first) return { at: 0, index: 0, inline: false };
  let index = 0;
  const line = salutationEnd(facts);
  const handles = HANDLES.exec(document.text)?.[0].length ?? 0;
  if (handles > 0) {
    return { at: handles, index: 0, inline: true };
  } else if (line > 0) {
    const next = document.sentences.findIndex(({ start }) => start >= line);
    index = next < 0 ? document.sentences.length : next;
  } else if (banks.has('introducing', first.reading)) {
    index = 1;
  } else if (banks.has('greeting-opening', first.reading) || DRAWN_OUT.test(first.reading.text)) {
    const inline = greetingEnd(first);
    if (inline !== null) return { at: inline, index: 0, inline: true };
    index = 1;
  } else {
    const called = calledEnd(facts);
    if (called > 0) return { at: called, index: 0, inline: true };
  }
  const introduced = document.sentences[index];
  if (index < document.sentences.length - 1 && introduced && banks.has('introducing', introduced.reading)) index += 1;
  while (
    index < document.sentences.length - 1 &&
    ((index > 0 && greets(document.sentences[index] as Sentence, banks)) ||
      banks.has('thanks-opening', (document.sentences[index] as Sentence).reading))
  ) {
    if (words(document.sentences[index] as Sentence) > 22) break;
    index += 1;
  }
  const next = document.sentences[index];
  return next ? { at: next.start, index, inline: false } : { at: document.text.trimEnd().length, index, inline: false };
}

/** 'Greetings from the Grand Hotel!' under the salutation. */
function greets(sentence: Sentence, banks: DraftFacts['banks']): boolean {
  return words(sentence) <= GREETING_WORDS && banks.has('greeting-opening', sentence.reading);
}

/** Where the words after a salutation on its own line begin, or 0. A line that says something is none. */
function salutationEnd({ document }: DraftFacts): number {
  const line = (SALUTATION_LINE.exec(document.text) ?? NAME_LINE.exec(document.text))?.[0] ?? '';
  const [first] = document.sentences;
  if (!first || line.trim().split(/\s+/).length > 6 || line.length >= document.text.length) return 0;
  const { tokens } = first.reading;
  const verb = tokens.some(({ pos, start }) => (pos === 'VERB' || pos === 'AUX') && first.start + start < line.length);
  return verb && !/^\s*(?:to|dear|he+y+)\b/i.test(line) ? 0 : line.length;
}

/** Where the words after a called name begin, or 0: a name by its title, or one that the tagger takes for a name. */
function calledEnd({ document, conversation, banks }: DraftFacts): number {
  const called = CALLED.exec(document.text)?.[0];
  const token = document.sentences[0]?.reading.tokens[0];
  if (!called || !token || banks.wordingsIfAny('no-name').includes(token.norm)) return 0;
  const titled = /^\s*(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\b/.test(called);
  const own = conversation.source.customerName?.split(/\s+/).includes(token.text) ?? false;
  return titled || own || (token.pos === 'PROPN' && token.text.length > 2) ? called.length : 0;
}

/** '^JS', '*SR', '/SQ', '~Katie', '-Kim' at the end of a social line: where it begins, or the end of the text. */
export function signatureAt(text: string): number {
  const found = SIGNATURE.exec(text);
  return found ? found.index : text.trimEnd().length;
}

const SIGNATURE =
  /(?:[ \t]+|(?<=[.!?…)])|\n\s*)(?:[\^*~/]\s?\p{L}{1,12}|[-–—]\s?(?:\p{Lu}\p{Ll}{1,12}|\p{Lu}{2,3}))\s*$/u;

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
    // nothing of the sentence stands before the signature
    if (sentence.start >= signatureAt(text)) {
      last -= 1;
      continue;
    }
    const ownLine = /\n\s*$/.test(text.slice(0, sentence.start));
    const signOff = banks.has('sign-off-opening', sentence.reading) && words(sentence) <= SIGN_OFF_WORDS;
    const name =
      ownLine &&
      words(sentence) <= 5 &&
      !/[.!?:]$/.test(sentence.reading.text) &&
      !/^\s*[-*•\d]/.test(sentence.reading.text);
    // a picture after the last words
    const wordless = words(sentence) === 0 && !/\d/.test(sentence.reading.text);
    if (!signOff && !name && !wordless) break;
    last -= 1;
  }
  const partsWith = (sentence: Sentence) =>
    banks.has('pleasantry-opening', sentence.reading) ||
    (banks.has('sign-off-opening', sentence.reading) && words(sentence) <= SIGN_OFF_WORDS);
  while (last > 0 && partsWith(document.sentences[last] as Sentence)) last -= 1;
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
  const end = Math.max(last.start, Math.min(last.end, signatureAt(document.text)));
  const body = document.text.slice(last.start, end);
  const ended = /[.!?…:;)"”]$/.test(body) || (end === last.end && bodyEnd(last.reading) < last.reading.tokens.length);
  const emoji = /\p{Extended_Pictographic}\uFE0F?$/u.test(body);
  const link = /(?:https?:|www\.)\S+$/.test(body);
  const gap = paragraphs(facts, voice) || list(last, document.text) ? '\n\n' : ' ';
  return {
    start: end,
    end,
    // a full stop would be read as part of the link
    text: `${ended || emoji || link || gap !== ' ' || /,$/.test(body) ? '' : '.'}${gap}${said}`,
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
