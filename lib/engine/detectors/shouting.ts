import type { CompiledBanks } from '../../phrasebank/compile';
import { endsAt } from '../context/clause';
import { type Reading, readWords, type Token } from '../document';
import type { TokenRange } from '../pattern/match';
import { notQuoted } from './context-tests';
import type { PhraseContext, PhraseDetector, PhraseHit } from './detector';

/** A name in capitals is read as a noun; a word that is one of these in small letters is shouted. */
const WORDS = new Set(['VERB', 'AUX', 'ADV', 'ADJ', 'PRON', 'DET', 'ADP', 'SCONJ', 'CCONJ', 'INTJ', 'PART']);
/** Shorter words in capitals are abbreviations as a rule: IT, US, OR. In a run they count. */
const SINGLE_WORD = 4;
/** So many capital words in a row are shouted whatever they are. */
const HEADLINE = 4;
/** Marks this near belong to the capitals: "AMAZING choice!!!". */
const NEAR = 2;

/** Capitals, or piled-up punctuation. */
export const shouting: PhraseDetector = {
  principle: 'shouting',
  tests: [notQuoted],
  find(context) {
    const { sentence } = context;
    const marks = piledMarks(sentence.reading);
    const hits: PhraseHit[] = [];
    for (const run of capitalRuns(sentence.reading)) {
      if (!isShouted(sentence.reading, run, context)) continue;
      const near = marks.findIndex(({ from }) => from >= run.to && from - run.to < NEAR);
      const to = near < 0 ? run.to : (marks.splice(near, 1)[0]?.to ?? run.to);
      hits.push(hit('capitals', { from: run.from, to }, context));
    }
    for (const range of marks)
      hits.push(hit(hasNorm(sentence.reading, range, '!') ? 'marks-exclamation' : 'marks-question', range, context));
    return hits;
  },
};

function hit(entry: string, range: TokenRange, { banks, sentence }: PhraseContext): PhraseHit {
  return { rule: banks.rule(`shouting/${entry}`), sentence, ...range, why: [`find: ${entry}`] };
}

function hasNorm({ tokens }: Reading, { from, to }: TokenRange, norm: string): boolean {
  return tokens.slice(from, to).some((token) => token.norm.startsWith(norm));
}

/** Two or more of ! and ? in a row. */
function piledMarks({ tokens }: Reading): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    let to = from;
    let count = 0;
    while (to < tokens.length && /^[!?]+$/.test((tokens[to] as Token).text)) {
      count += (tokens[to] as Token).text.length;
      to += 1;
    }
    if (count > 1) ranges.push({ from, to });
    if (to > from) from = to - 1;
  }
  return ranges;
}

/** Words all in capitals that stand together. */
function capitalRuns({ tokens }: Reading): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isCapital(tokens[from])) continue;
    let to = from + 1;
    // a number, an apostrophe or a lone I or A inside the run does not end it
    for (let next = to; next < tokens.length && (isCapital(tokens[next]) || isFiller(tokens[next])); next += 1)
      if (isCapital(tokens[next])) to = next + 1;
    if (tokens[from - 1]?.text === 'I' || tokens[from - 1]?.text === 'A') ranges.push({ from: from - 1, to });
    else ranges.push({ from, to });
    from = to;
  }
  return ranges;
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^(?:\p{Lu}{2,}|N['’]?T|['’]\p{Lu}+)$/u.test(token.text);
}

function isFiller(token: Token | undefined): boolean {
  return token !== undefined && (/^[IA&]$/.test(token.text) || token.kind === 'number');
}

function isShouted(reading: Reading, { from, to }: TokenRange, { banks, conversation }: PhraseContext): boolean {
  const run = reading.tokens.slice(from, to);
  const capitals = run.filter(isCapital);
  // the customer's own word, or a button's name, is no shout of ours
  if (capitals.every(({ text }) => conversation.customer.text.includes(text))) return false;
  // "Choose OFF in the menu"
  if (capitals.length === 1 && endsAt('names-a-button', reading, from, banks)) return false;
  const shouted = capitals.filter((token) => isWord(token, banks, capitals.length > 1));
  if (capitals.length === 1) {
    const [word] = capitals;
    return (
      word !== undefined &&
      shouted.length === 1 &&
      (word.text.length >= SINGLE_WORD || banks.has('short-emphasis', { text: word.text, tokens: [word] }))
    );
  }
  return shouted.length * 2 >= capitals.length || (capitals.length >= HEADLINE && shouted.length > 0);
}

const known = new Map<string, boolean>();

/** A word of the language, as against an abbreviation or a name: by how its small letters are read. */
function isWord(token: Token, banks: CompiledBanks, inRun: boolean): boolean {
  if (!inRun && banks.has('capital-name', { text: token.text, tokens: [token] })) return false;
  if (banks.has('emphatic-noun', { text: token.text, tokens: [token] })) return true;
  let answer = known.get(token.text);
  if (answer === undefined) {
    answer = readWords(token.text.toLowerCase()).every(({ pos }) => WORDS.has(pos));
    if (known.size < 5000) known.set(token.text, answer);
  }
  return answer;
}
