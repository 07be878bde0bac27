import type { DraftFacts } from '../detectors/detector';
import type { Channel, Span } from '../types';

/** How this agent writes, so that a rewrite sounds like them. */
export interface Voice {
  /** null: the draft says neither, and wordings stay as they are written. */
  person: 'I' | 'we' | null;
  contractions: boolean;
  /** Chat in lower case: rewrites begin small too. */
  lowerCase: boolean;
  spelling: 'british' | 'american' | null;
  channel: Channel;
  /** ’ where the draft uses it. */
  apostrophe: "'" | '’';
}

const WE = /\b(?:we|our|us|ours)\b/gi;
const I = /\b(?:I|my|me|mine|i)\b/g;
const CONTRACTION = /\w['’](?:re|ll|ve|d|m|t)\b|\b(?:it|that|here|there|what)['’]s\b/i;
const OPENED =
  /\b(?:(?:I am|we are|I will|we will|I have|we have|you will)(?! not)|(?:do|does|did|is|are|was|were|will|would|could|should|has|have) not|cannot)\b/i;
const BRITISH = /\b\w+(?:isation|ise[ds]?|ising|our(?:s|ed|ing)?|ogue)\b/i;
const BRITISH_WORDS =
  /\b(?:apologis\w+|organis\w+|recognis\w+|realis\w+|colour\w*|favour\w*|centre|cheque|cancelled|catalogue|whilst)\b/i;
const AMERICAN_WORDS =
  /\b(?:apologiz\w+|organiz\w+|recogniz\w+|realiz\w+|color\w*|favor\w*|center|canceled|catalog)\b/i;

/** The agent's voice; where `near` (the sentence at hand) says I or we, it says so more than the draft does. */
export function voiceOf({ document, conversation }: DraftFacts, near?: Span): Voice {
  const text = document.text;
  return {
    person: (near && personOf(text.slice(near.start, near.end))) ?? personOf(text) ?? null,
    contractions: CONTRACTION.test(text) || !OPENED.test(text),
    lowerCase: /[a-z]/.test(text) && !/(?:^|[.!?]\s+|\n\s*)[A-Z]/.test(text) && /^\s*[a-z]/.test(text),
    spelling: spellingOf(text),
    channel: conversation.source.channel,
    apostrophe: text.includes('’') && !text.includes("'") ? '’' : "'",
  };
}

function personOf(text: string): 'I' | 'we' | undefined {
  const ours = text.match(WE)?.length ?? 0;
  const mine = text.match(I)?.length ?? 0;
  if (ours === 0 && mine === 0) return undefined;
  return mine >= ours ? 'I' : 'we';
}

function spellingOf(text: string): Voice['spelling'] {
  if (BRITISH_WORDS.test(text)) return 'british';
  if (AMERICAN_WORDS.test(text)) return 'american';
  return BRITISH.test(text) && /\bisation|ising\b/i.test(text) ? 'british' : null;
}

/** First person singular, plural. Only what the agent says of themselves turns; gaps stay. */
const SINGULAR: Readonly<Record<string, string>> = { we: 'I', us: 'me', our: 'my', ourselves: 'myself' };
const PLURAL: Readonly<Record<string, string>> = { i: 'we', me: 'us', my: 'our', myself: 'ourselves' };

const OPEN: readonly [RegExp, string][] = [
  [/\b(can)['’]t\b/gi, '$1not'],
  [/\bwon['’]t\b/g, 'will not'],
  [/\b(\w+)n['’]t\b/g, '$1 not'],
  [/\bI['’]m\b/g, 'I am'],
  [/\b(\w+)['’]re\b/g, '$1 are'],
  [/\b(\w+)['’]ll\b/g, '$1 will'],
  [/\b(\w+)['’]ve\b/g, '$1 have'],
  [/\b(here|that|it|what|there|how)['’]s\b/gi, '$1 is'],
  [/\b(I|you|we|they)['’]d (like|love|be)\b/g, '$1 would $2'],
];

const AMERICAN: readonly [RegExp, string][] = [
  [/\b(apolog|organ|recogn|real)is(e[ds]?|ing|ation)\b/gi, '$1iz$2'],
  [/\b(fav|col)our/gi, '$1or'],
  [/\bcancelled\b/gi, 'canceled'],
];
const BRITISH_SPELLING: readonly [RegExp, string][] = [
  [/\b(apolog|organ|recogn|real)iz(e[ds]?|ing|ation)\b/gi, '$1is$2'],
  [/\b(fav|col)or(?!at)/gi, '$1our'],
];

/** Words that were not the agent's, said as the agent would say them: I or we, contractions, spelling, apostrophes. */
export function speak(text: string, voice: Voice): string {
  return outsideGaps(text, (part) => {
    let said = toPerson(part, voice.person);
    if (!voice.contractions) for (const [from, to] of OPEN) said = said.replace(from, to);
    if (voice.spelling) {
      for (const [from, to] of voice.spelling === 'american' ? AMERICAN : BRITISH_SPELLING)
        said = said.replace(from, to);
    }
    if (voice.lowerCase) said = said.replace(/\bI\b/g, 'i');
    return voice.apostrophe === '’' ? said.replace(/(\w)'(\w)/g, '$1’$2') : said;
  });
}

/** A text that says both I and we means two parties, and is left as it is. */
function toPerson(text: string, person: Voice['person']): string {
  const said = personOf(text);
  const mixed = /\b(?:I|my|me)\b/.test(text) && /\b(?:we|us|our)\b/i.test(text);
  if (!said || !person || mixed || said === person) return text;
  if (person === 'we') {
    return text
      .replace(/\bI['’]m\b/g, "we're")
      .replace(/\bI am\b/g, 'we are')
      .replace(/\bI was\b/g, 'we were')
      .replace(/\bI\b/g, 'we')
      .replace(/\b(?:me|my|myself)\b/g, (word) => PLURAL[word] ?? word)
      .replace(/\bMy\b/g, 'Our')
      .replace(/(^|[.!?]\s+)we\b/g, '$1We');
  }
  return text
    .replace(/\bwe['’]re\b/gi, "I'm")
    .replace(/\bwe are\b/gi, 'I am')
    .replace(/\bwe were\b/gi, 'I was')
    .replace(/\bwe\b/gi, 'I')
    .replace(/\b(?:us|ourselves)\b/g, (word) => SINGULAR[word] ?? word);
}

function outsideGaps(text: string, turn: (part: string) => string): string {
  return text
    .split(/(\[[^\]]*\])/)
    .map((part, index) => (index % 2 === 1 ? part : turn(part)))
    .join('');
}
