/** A phrase as a manager types it -> a pattern of its words. */
import { isPlainWord } from '../../../engine/pattern/parse';

const QUOTES = /["“”„«»]/g;
/** At the end of a phrase these belong to the sentence that it was taken from. */
const ENDING = /[.!?…,;:]+$/;

/** '' where no word was typed. */
export function patternOfPhrase(phrase: string): string {
  return phrase.replace(QUOTES, ' ').trim().replace(ENDING, '').toLowerCase().split(/\s+/).flatMap(signsOf).join(' ');
}

/** A word as it is; a sign that means something in patterns in quotes. */
function signsOf(word: string): string[] {
  if (word === '' || isPlainWord(word)) return word ? [word] : [];
  return [...word].reduce<string[]>((parts, sign) => {
    const last = parts.at(-1);
    if (!isPlainWord(sign)) return [...parts, `"${sign}"`];
    if (last === undefined || !isPlainWord(last)) return [...parts, sign];
    return [...parts.slice(0, -1), last + sign];
  }, []);
}
