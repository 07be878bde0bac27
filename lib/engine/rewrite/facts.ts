/** What a rewrite may never lose: amounts, dates, times, names, links, codes, quoted words. */
import { readWords } from '../document';

const LINK = /\bhttps?:\/\/[^\s)\]}>"'’]+|\bwww\.[^\s)\]}>"'’]+|[\w.+-]+@[\w-]+\.[\w.-]*\w/g;
const QUOTED = /"([^"\n]{1,80})"|“([^”\n]{1,80})”/g;
const CODE = /(?:[£$€]\s?)?\b(?=[A-Za-z-]*\d)[A-Za-z\d][A-Za-z\d-]*(?:[.,:/]\d+)*\b/g;
/** The number of a rule is not a fact of the customer's case. */
const RULE_NUMBER = /(?:\b(?:clause|section|article|paragraph|rule|part|term)s?\s+|§\s*)\d[\w.]*(?:\([a-z\d]\))*/gi;
const DAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|April|June|July|August|September|October|November|December|(?:March|May)(?=\s+\d|\b.{0,3}\d))\b/g;

/** The facts of a text, as strings that must stand in what replaces it. `names`: look for names too. */
export function factsIn(text: string): string[] {
  const found: string[] = [];
  let rest = text.replace(/\[[^\]]*\]/g, ' ').replace(RULE_NUMBER, ' ');
  for (const link of rest.match(LINK) ?? []) found.push(link.replace(/[.,;:!?]+$/, ''));
  rest = rest.replace(LINK, ' ');
  for (const quote of rest.matchAll(QUOTED)) found.push(quote[1] ?? quote[2] ?? '');
  for (const code of rest.match(CODE) ?? []) found.push(code);
  for (const day of rest.match(DAY) ?? []) found.push(day);
  // A name in the middle: capitalised, tagged so, and not a word that only starts a sentence.
  readWords(rest).forEach((token, index) => {
    if (index > 0 && token.pos === 'PROPN' && /^\p{Lu}\p{Ll}+/u.test(token.text)) found.push(token.text);
  });
  return found;
}

/** Facts of `before` that `after` lacks. */
export function lostFacts(before: string, after: string): string[] {
  const kept = after.toLowerCase();
  return factsIn(before).filter((fact) => !kept.includes(fact.toLowerCase()));
}

/** 'Saturday': in a plain account of how busy it was, no fact of the customer's case. */
export function isWeekday(fact: string): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/i.test(fact);
}
