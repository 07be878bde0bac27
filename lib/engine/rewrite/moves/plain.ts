/** Jargon in plain words, one by one: neighbours may be flagged as one phrase, and each has a word of its own. */
import type { CompiledBanks } from '../../../phrasebank/compile';
import { readWords, type Token } from '../../document';
import { article } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { replaceSpan } from '../splice';
import { inflectLike } from '../template';
import { speak } from '../voice';
import { type Parts, partsOf } from './clauses';

interface Plain {
  words: readonly string[];
  template: string;
}

/** Each flagged word in its plain one, from phrases.json or its own entry; none where no word has one. */
export const plainWord: Move = (context) => {
  const parts = partsOf(context);
  const { finding, draft, voice } = context;
  if (!parts || !finding.span) return [];
  const { hit, tokens } = parts;
  let said = '';
  let turned = 0;
  for (let at = hit.from; at < hit.to; ) {
    const token = tokens[at] as Token;
    const plain = plainAt(context, parts, at);
    const text = plain
      ? speak(inflectLike(plain.template, { hit: { ...hit, from: at, to: plain.to } }), voice)
      : token.text;
    if (plain) said = fitArticle(said, text);
    said += `${said && token.spaced ? ' ' : ''}${text}`;
    turned += plain ? 1 : 0;
    at = plain?.to ?? at + 1;
  }
  return turned > 0 ? [replaceSpan(draft, finding.span, said, voice.lowerCase)] : [];
};

function plainAt({ facts, rule }: RewriteContext, { hit, tokens, sentence }: Parts, at: number) {
  const listed = (plainWords(facts.banks).get(tokens[at]?.lemma ?? '') ?? [])
    .concat(plainWords(facts.banks).get(tokens[at]?.norm ?? '') ?? [])
    .filter(({ words }) => words.every((word, index) => is(tokens[at + index], word)) && at + words.length <= hit.to)
    .sort((a, b) => b.words.length - a.words.length)[0];
  if (listed) return { template: listed.template, to: at + listed.words.length };
  // the entry's own: of this phrase, or of a neighbour that was joined to it
  const own = facts.banks
    .matches(sentence.reading)
    .filter((match) => match.rule.bank === rule.bank && match.from === at && match.to <= hit.to)
    .sort((a, b) => b.to - a.to);
  for (const match of own) {
    const template = match.rule.entry.rewrites?.find((rewrite) => !rewrite.startsWith('@') && !rewrite.includes('['));
    if (template) return { template, to: match.to };
  }
  return null;
}

function is(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.norm === word || token.lemma === word || token.text.toLowerCase() === word);
}

/** 'a' or 'an' at the end of what was said, by the word that follows. */
function fitArticle(said: string, next: string): string {
  return said.replace(/\b(?:a|an)$/i, (word) => (word[0] === 'A' ? article(next).replace('a', 'A') : article(next)));
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
