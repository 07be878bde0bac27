/** Whether a token is what a state of a pattern consumes, and whether a pattern can begin with it. */
import type { Token } from '../document';
import type { Beginnings, Pattern, TokenTest } from './automaton';

const CLAUSE_MARKS = new Set([',', ';', ':', '.', '!', '?', '(', ')', '…']);
const MAIN_VERB_AUXILIARIES = new Set(['be', 'do', 'have']);

export function accepts(test: TokenTest, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  switch (test.type) {
    case 'norm':
      return token.norm === test.value;
    case 'lemma':
      return token.lemma === test.value;
    case 'set':
      return test.norms.has(token.norm) || test.lemmas.has(token.lemma);
    case 'any':
      return !CLAUSE_MARKS.has(token.norm); // a gap does not reach over a clause's punctuation
    case 'pos':
      return token.pos === test.value || (test.value === 'VERB' && isMainVerb(tokens, at));
  }
}

/** 'do' in "can't do that" is tagged as an auxiliary, and is the verb of its clause. */
function isMainVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.pos !== 'AUX' || !MAIN_VERB_AUXILIARIES.has(token.lemma)) return false;
  const next = tokens[at + 1];
  return next === undefined || (next.pos !== 'VERB' && next.pos !== 'AUX' && next.norm !== 'not');
}

/** The end of a sentence is also before its closing marks. */
export function isEnd(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < tokens.length; index += 1)
    if ((tokens[index] as Token).kind !== 'punctuation') return false;
  return true;
}

/** A word class may begin with hundreds of words: they are looked up, not tried one by one. */
export function mayBegin(pattern: Pattern, tokens: readonly Token[], at: number): boolean {
  pattern.beginnings ??= beginningsOf(pattern);
  const { norms, lemmas, rest } = pattern.beginnings;
  const token = tokens[at] as Token;
  if (norms.has(token.norm) || lemmas.has(token.lemma)) return true;
  for (const test of rest) if (accepts(test, tokens, at)) return true;
  return false;
}

function beginningsOf({ automaton }: Pattern): Beginnings {
  const norms = new Set<string>();
  const lemmas = new Set<string>();
  const rest: TokenTest[] = [];
  for (const test of automaton.first) {
    if (test.type === 'norm') norms.add(test.value);
    else if (test.type === 'lemma') lemmas.add(test.value);
    else if (test.type === 'set') {
      for (const norm of test.norms) norms.add(norm);
      for (const lemma of test.lemmas) lemmas.add(lemma);
    } else rest.push(test);
  }
  return { norms, lemmas, rest };
}
