/** A phrase as a manager types it -> a pattern of its words. */
import { isPlainWord } from '../../../engine/pattern/parse';

const QUOTES = /["“”„«»]/g;
/** At the end of a phrase these belong to the sentence that it was taken from. */
const ENDING = /[.!?…,;:]+$/;

/** '' where no word was typed. A sign that means something in patterns is quoted. */
export function patternOfPhrase(phrase: string): string {
  return phrase
    .replace(QUOTES, ' ')
    .trim()
    .replace(ENDING, '')
    .toLowerCase()
    .replace(/\S/gu, (sign) => (isPlainWord(sign) ? sign : ` "${sign}" `))
    .trim()
    .replace(/\s+/g, ' ');
}
