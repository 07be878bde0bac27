/** The customer's words from the agent's mouth: my -> your, I -> you, your -> our. */
import { readWords, type Token } from '../../document';
import { article } from '../grammar';

const TURNED: Readonly<Record<string, string>> = {
  i: 'you',
  we: 'you',
  me: 'you',
  us: 'you',
  my: 'your',
  our: 'your',
  mine: 'yours',
  ours: 'yours',
  myself: 'yourself',
  ourselves: 'yourselves',
  your: 'our',
  yours: 'ours',
  yourself: 'ourselves',
  yourselves: 'ourselves',
};

/** 'you guys' */
const GROUP = /^(?:guys|folks|lot|people)$/;
const TAKES_WE = /^(?:AUX|VERB|ADV|PART)$/;
/** A month and a tin, to the tagger. */
const MODAL = /^(?:can|could|will|would|should|may|might|must)$/;

/** The words from `from` to `to`, turned, as one text. Shouted words go small, 'a' and 'an' fit. */
export function turned(tokens: readonly Token[], from: number, to: number): string {
  let out = '';
  let afterI = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (GROUP.test(token.norm) && tokens[at - 1]?.norm === 'you') continue;
    const word = turn(tokens, at, afterI);
    const space = at > from && token.spaced && !/^['’]\p{L}/u.test(token.text) ? ' ' : '';
    out += space + word;
    if (token.norm === 'i') afterI = true;
    else if (!['PART', 'ADV', 'AUX'].includes(token.pos)) afterI = false;
  }
  return out;
}

/** The same of words that stand by themselves. */
export function turnedText(text: string): string {
  const tokens = readWords(text);
  return turned(tokens, 0, tokens.length);
}

function turn(tokens: readonly Token[], at: number, afterI: boolean): string {
  const { text, norm } = tokens[at] as Token;
  const next = tokens[at + 1];
  const own = TURNED[norm];
  if (own) return own;
  if (afterI && norm === 'am') return /^['’]/.test(text) ? "'re" : 'are';
  if (afterI && norm === 'was') return 'were';
  if (norm === 'you') {
    const before = tokens[at - 1];
    if (before?.pos === 'VERB' && !/^(?:AUX|VERB)$/.test(next?.pos ?? '') && next?.norm !== 'no') return 'us';
    const verb = tokens.slice(at + 1).find((token) => !GROUP.test(token.norm));
    return verb &&
      (TAKES_WE.test(verb.pos) || MODAL.test(verb.norm)) &&
      !/^(?:to|for)$/.test(tokens[at - 1]?.norm ?? '')
      ? 'we'
      : 'us';
  }
  if ((norm === 'a' || norm === 'an') && next && /^[a-z]+$/.test(next.text)) return article(next.text);
  return calm(tokens, at);
}

/** Letters that are said one by one, and names. */
const KNOWN =
  /^(?:USB|ID|UPS|GPS|USA|UK|EU|LED|CPU|GPU|UTC|FAQ|CEO|API|IBAN|SIM|PIN|ATM|RAM|VAT|GCSE|ISA|IP|PAYG|ETH|IOS|AC|AI|GP|TV|PC|PDF|DVD|CD|MOT|MRI|URL|HDMI)s?$/;

/** Capitals that shout go small; an acronym in a calm sentence stays. */
function calm(tokens: readonly Token[], at: number): string {
  const { text, pos } = tokens[at] as Token;
  if (/^['’]S$/.test(text)) return text.toLowerCase();
  if (!/^[A-Z]{2,}$/.test(text)) return text;
  const loud = (token: Token | undefined) => token !== undefined && /^[A-Z]{2,}$/.test(token.text);
  const shouted = tokens.filter(loud).length;
  const plain =
    (pos !== 'PROPN' && (pos !== 'NOUN' || (/[AEIOU]/.test(text.slice(1)) && !KNOWN.test(text)))) ||
    (text.length > 3 && (loud(tokens[at - 1]) || loud(tokens[at + 1])));
  if (KNOWN.test(text) || !/[AEIOU]/.test(text)) return text;
  if (shouted <= tokens.length / 2 && !plain && text.length <= 3) return text;
  const word = text.toLowerCase();
  // YORK is York, WEEK is a week
  return readWords(word)[0]?.pos === 'PROPN' ? text.slice(0, 1) + word.slice(1) : word;
}
