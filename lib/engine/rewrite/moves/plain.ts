/** Jargon in plain words, one by one: neighbours may be flagged as one phrase, and each has a word of its own. */
import type { CompiledBanks } from '../../../phrasebank/compile';
import { readWords, type Token } from '../../document';
import { factsIn } from '../facts';
import { article } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { removeSpan, replaceSpan } from '../splice';
import { inflectLike } from '../template';
import { speak } from '../voice';
import { spanOfTokens, textOf } from '../words';
import { type Parts, partsOf } from './clauses';

interface Plain {
  words: readonly string[];
  template: string;
}

/** Words this far before the phrase may belong to it: 'your ticket has been' of 'ticket has been raised'. */
const REACH = 4;

/**
 * Each flagged word in its plain one, from phrases.json or its own entry; one that has none is kept, and its meaning left
 * to the agent. None where no word has one.
 */
export const plainWord: Move = (context) => {
  const parts = partsOf(context);
  const { finding, draft, voice } = context;
  if (!parts || !finding.span) return [];
  const { hit, tokens, sentence } = parts;
  let said = '';
  let turned = 0;
  const from = startOf(context, parts);
  let at = from;
  while (at < hit.to) {
    const token = tokens[at] as Token;
    const plain = plainAt(context, parts, at);
    let text = plain
      ? speak(inflectLike(plain.template, { hit: { ...hit, from: at, to: plain.to } }), voice)
      : token.text;
    if (plain) {
      said = fitArticle(said, text);
      text = fitDeterminer(said === '' ? (tokens[at - 1]?.norm ?? '') : said, text);
    }
    if (text !== '') said += `${said && (token.spaced || plain) ? ' ' : ''}${text}`;
    turned += plain?.known ? 1 : 0;
    at = plain?.to ?? at + 1;
  }
  if (turned === 0) return [];
  const span = spanOfTokens(sentence, from, at);
  if (said !== '') return [replaceSpan(draft, span, said, voice.lowerCase)];
  const gone = removeSpan(draft, span, voice.lowerCase);
  return gone ? [gone] : [];
};

/** Where a listed phrase begins that takes in the start of the hit. */
function startOf({ facts }: RewriteContext, parts: Parts): number {
  const { hit } = parts;
  for (let at = Math.max(0, hit.from - REACH); at < hit.from; at += 1) {
    const found = listedAt(facts.banks, parts, at);
    if (found && found.to > hit.from) return at;
  }
  return hit.from;
}

function listedAt(banks: CompiledBanks, { tokens, end }: Parts, at: number): { template: string; to: number } | null {
  const exact = (words: readonly string[]) =>
    words.filter((word, index) => tokens[at + index]?.text.toLowerCase() === word).length;
  const listed = (plainWords(banks).get(tokens[at]?.lemma ?? '') ?? [])
    .concat(plainWords(banks).get(tokens[at]?.norm ?? '') ?? [])
    .filter(({ words }) => words.every((word, index) => is(tokens[at + index], word)) && at + words.length <= end)
    .sort((a, b) => b.words.length - a.words.length || exact(b.words) - exact(a.words))[0];
  return listed ? { template: listed.template, to: at + listed.words.length } : null;
}

/** `known`: it has a plain word; else its meaning is a gap. */
function plainAt(context: RewriteContext, parts: Parts, at: number) {
  const { facts, rule } = context;
  const { hit, sentence } = parts;
  const listed = listedAt(facts.banks, parts, at);
  if (listed) return { ...listed, known: true };
  const letters = parts.tokens[at]?.text ?? '';
  if (ACRONYM.test(letters) && hit.why.includes('capitals that stand for something')) {
    const [told] = wordings('acronym-gap', context, { term: letters });
    if (told) return { template: told, to: at + 1, known: true };
  }
  // the entry's own: of this phrase, or of a neighbour that was joined to it
  const own = facts.banks
    .matches(sentence.reading)
    .filter((match) => match.rule.bank === rule.bank && match.from === at && match.to <= hit.to)
    .sort((a, b) => b.to - a.to);
  for (const match of own) {
    const template = match.rule.entry.rewrites?.find((rewrite) => !rewrite.startsWith('@') && !rewrite.includes('['));
    if (template !== undefined) return { template, to: match.to, known: true };
  }
  const [longest] = own;
  // a word in it has a plain one of its own
  for (let next = at + 1; longest && next < longest.to; next += 1) if (listedAt(facts.banks, parts, next)) return null;
  const gap = longest && gapFor(context, textOf(sentence.reading, at, longest.to));
  return longest && gap ? { template: gap, to: longest.to, known: false } : null;
}

const ACRONYM = /^(?:\p{Lu}{2,5}|\p{Lu}&\p{Lu})s?$/u;

function gapFor(context: RewriteContext, term: string): string | null {
  return wordings('plain-gap', context, { term })[0] ?? null;
}

/** The words that ring most like the trade, named in a gap for their plain ones; the rest of the sentence stands. */
export const plainGap: Move = (context) => {
  const parts = partsOf(context);
  const judge = context.facts.banks.judges.sentences;
  const { draft, voice, finding } = context;
  if (!parts || !judge || !finding.span) return [];
  const { hit, tokens, sentence } = parts;
  const weights = judge.byToken(sentence.reading, judge.model.targets.indexOf(finding.principle));
  const isContent = (at: number) => at >= hit.from && at < hit.to && CONTENT.has(tokens[at]?.pos ?? '');
  // of two words the longer one is less of everybody's
  const heaviness = (at: number) => (weights[at] ?? 0) * (tokens[at]?.text.length ?? 0);
  const heaviest = tokens
    .map((_token, at) => at)
    .filter((at) => isContent(at) && !factsIn(tokens[at]?.text ?? '').length)
    .sort((a, b) => heaviness(b) - heaviness(a));
  const ranges = heaviest.slice(0, 2).map((at) => {
    let from = at;
    let to = at + 1;
    while (isContent(from - 1) && (weights[from - 1] ?? 0) > 0 && at - from < 2) from -= 1;
    while (isContent(to) && (weights[to] ?? 0) > 0 && to - from < 4) to += 1;
    return { from, to };
  });
  return [...ranges, { from: hit.from, to: hit.to }].flatMap(({ from, to }) => {
    const gap = gapFor(context, textOf(sentence.reading, from, to));
    return gap ? [replaceSpan(draft, spanOfTokens(sentence, from, to), gap, voice.lowerCase)] : [];
  });
};

const CONTENT = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);

function is(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.norm === word || token.lemma === word || token.text.toLowerCase() === word);
}

/** 'a' or 'an' at the end of what was said, by the word that follows. */
function fitArticle(said: string, next: string): string {
  return said.replace(/\b(?:a|an)$/i, (word) => (word[0] === 'A' ? article(next).replace('a', 'A') : article(next)));
}

/** 'our specialists' after 'our' or 'a' is 'specialists'. */
function fitDeterminer(before: string, text: string): string {
  return /\b(?:our|the|your|a|an)$/i.test(before) ? text.replace(/^(?:our|the|your|an?) (?=\S)/i, '') : text;
}

const tables = new WeakMap<CompiledBanks, Map<string, Plain[]>>();

/** phrases.json's 'hard words=plain words', by their first word. Read in the same way as a draft is. */
function plainWords(banks: CompiledBanks): Map<string, Plain[]> {
  const known = tables.get(banks);
  if (known) return known;
  const table = new Map<string, Plain[]>();
  for (const line of banks.wordingsIfAny('plain-words')) {
    const [hard = '', template = ''] = line.split('=');
    const words = readWords(hard).map(({ text }) => text.toLowerCase());
    const first = words[0] ?? '';
    table.set(first, [...(table.get(first) ?? []), { words, template }]);
  }
  tables.set(banks, table);
  return table;
}
