/** The customer's message as they would write it with time: 'ur app wont let me in' -> 'your app won't let me in'. */
import { once } from '../../cache';
import type { DraftFacts } from '../../detectors/detector';
import { type Document, readDocument } from '../../document';

/** Read once for a review. Offsets are those of the written-out text, not of the message. */
export const writtenOut = once((facts: DraftFacts): Document => {
  const pairs = new Map(facts.banks.wordingsIfAny('spelt-out').map((pair) => pair.split('=') as [string, string]));
  const source = facts.conversation.source.customer ?? '';
  return readDocument(plain(source, pairs));
});

/** 'been trying to reach @Bank': us. */
const CALLED_ON =
  /\b(to|with|from|by|at|for|reach|contact|called|calling|call|ring|rang|phoned|emailed|told|ask|asked|of|paid|pay) @[\p{L}\d_]+/giu;
const HANDLES = /(^|\s)@[\p{L}\d_]+[,:]?(?=\s|$)/gu;
const STARS = /[★☆*]{1,5}\s*(?=\p{L})/gu;
const PICTURES = /\s*(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*\s*)+/gu;
/** 'its' that stands for 'it is'. */
const ITS =
  /\bits(?= (?:a|an|the|not|been|still|now|just|so|too|all|gone|dead|broken|[£$€]?\d[\d.,]*|\p{L}+(?:ing|ed))\b)/giu;
const UR_ARE = /\bur(?= (?:so|not|just|a|an|the|\p{L}+ing)\b)/giu;

function plain(source: string, pairs: ReadonlyMap<string, string>): string {
  return source
    .replace(/’/g, "'")
    .replace(/[“”]/g, '"')
    .replace(CALLED_ON, '$1 you')
    .replace(HANDLES, (_all, before: string, at: number) => (at === 0 ? before : '. '))
    .replace(/\s\([^()\n]{1,40}\)/g, '')
    .replace(STARS, '')
    .replace(PICTURES, '. ')
    .replace(/\s&\s/g, ' and ')
    .replace(/\bw\/(?=\s)/gi, 'with')
    .replace(ITS, "it's")
    .replace(UR_ARE, "you're")
    .replace(/(?<=\d )(?:min|hr|wk|yr)s?\b/gi, (unit) => `${LONG[unit.slice(0, 2).toLowerCase()]}s`)
    .replace(/(?<![\p{L}\d'.@/-])\p{L}[\p{L}\d'/]*(?![\p{L}\d@])/gu, (word) => {
      const long = pairs.get(word.toLowerCase());
      if (!long) return word;
      return /^\p{Lu}/u.test(word) ? long.slice(0, 1).toUpperCase() + long.slice(1) : long;
    })
    .replace(/\bi\b(?!\.)/g, 'I')
    .trim();
}

const LONG: Readonly<Record<string, string>> = { mi: 'minute', hr: 'hour', wk: 'week', yr: 'year' };
