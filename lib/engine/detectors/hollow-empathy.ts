import type { CompiledBanks } from '../../phrasebank/compile';
import { beginsAt } from '../context/clause';
import type { Document, Reading, Sentence } from '../document';
import type { TokenRange } from '../pattern/match';
import { notConditional, notQuoted } from './context-tests';
import type { ContextTest, PhraseContext, PhraseDetector, PhraseHit } from './detector';

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);
/** Marks that end a thought, emoji among them; a colon, a dash or a hyphen does not. */
const STOP = /^(?:[;().!?…]|\p{Extended_Pictographic}).*$/u;
/** "Sorry about that." points back: what was said right before it may name the case. */
const POINTS_BACK = new Set([
  'sorry-about-that',
  'bare-apology',
  'regret-that-this-happened',
  'that-must-be-hard',
  'we-feel-for-you',
  'sorry-for-nothing-named',
]);
/** "We missed your email. I'm sorry for the worry that caused." points back; "any inconvenience" points nowhere. */
const MAY_POINT_BACK = new Set(['for-inconvenience']);
/** "I'm so sorry, Leah. You were in hospital": a bare apology whose case comes next. */
const TELLS_AFTER = new Set(['sorry-for-nothing-named', 'bare-apology']);
/** "How stressful delayed baggage can be" speaks of everyone's, whatever stands before 'can'. */
const OF_EVERYONE = new Set(['generic-can-be']);
/** What stands before a name that is spoken to. */
const SPOKEN_TO_AFTER = new Set([',', 'mr', 'mrs', 'ms', 'miss', 'dr', 'sorry', 'apologies']);
const FULL_STOPS = new Set(['.', '!', '…']);
/** Words of the case before the phrase, so that a greeting or a stray word is not taken for it. */
const ENOUGH_BEFORE = 2;

/** "Sorry for the trouble with your Friday delivery": what belongs to the phrase names the case. */
const caseNotNamed: ContextTest = {
  id: 'case-not-named',
  passes: ({ rule, sentence, from, to }, { banks, document }) => {
    const { reading } = sentence;
    if (caseWords(reading, { from: to, to: endOfThought(reading, to, banks) }, banks) > 0) return false;
    // "Five goes at it is infuriating": the case is the subject
    if (from > 0 && reading.tokens[from - 1]?.pos === 'ADP' && rule.entry.id === 'that-must-be-hard') return false;
    if (OF_EVERYONE.has(rule.entry.id)) return true;
    if (caseWords(reading, { from: afterGreeting(reading, from, banks), to: from }, banks) >= ENOUGH_BEFORE)
      return false;
    if (namedFurtherOn(reading, to, banks) || namedAfterName(reading, to, banks)) return false;
    // "sorry to hear your supplier left you short": the case is inside the match
    if (rule.entry.id === 'your-experience' && caseWords(reading, { from, to }, banks) >= ENOUGH_BEFORE) return false;
    if (TELLS_AFTER.has(rule.entry.id) && toldRightAfter(document, sentence, banks)) return false;
    // "the day before his birthday, I can see why you're worried"
    const lead = { from: afterGreeting(reading, from, banks), to: from };
    if (
      rule.entry.id === 'understand-how-frustrating' &&
      reading.tokens[from - 1]?.norm === ',' &&
      caseWords(reading, lead, banks) > 0
    )
      return false;
    if (MAY_POINT_BACK.has(rule.entry.id)) return !ownedBefore(document, sentence, { from, to }, banks);
    return !POINTS_BACK.has(rule.entry.id) || !saidBefore(document, sentence, banks);
  },
};

/** An apology in whatever words, in a sentence that names nothing: "It goes without saying that we are sorry." */
function findBareApologies({ sentence, banks }: PhraseContext): PhraseHit[] {
  const { reading } = sentence;
  const { tokens } = reading;
  const from = afterGreeting(reading, tokens.length, banks);
  const [core] = banks.find('apology-core', reading).filter((word) => word.from >= from);
  if (!core || banks.has('no-apology', reading) || caseWords(reading, { from, to: tokens.length }, banks) > 0)
    return [];
  const last = tokens[tokens.length - 1];
  if (last?.text.includes('?') || tokens.length - from < 2) return [];
  // "With my sincere apologies," over a name closes a letter
  if (last?.norm === ',') return [];
  const to = last && FULL_STOPS.has(last.norm) ? tokens.length - 1 : tokens.length;
  const rule = banks.rule('hollow-empathy/sorry-for-nothing-named');
  return [{ rule, sentence, from, to: Math.max(core.to, to), why: ['an apology, and nothing of the case'] }];
}

export const hollowEmpathy: PhraseDetector = {
  principle: 'hollow-empathy',
  find: findBareApologies,
  tests: [caseNotNamed, notConditional, notQuoted],
  join: 2,
};

/** "That's a horrible way to start the day, and I'm sorry the doors closed on you": the apology names it. */
function namedFurtherOn(reading: Reading, after: number, banks: CompiledBanks): boolean {
  return banks
    .find('apology-core', reading)
    .some(
      ({ from, to }) =>
        from >= after && caseWords(reading, { from: to, to: endOfThought(reading, to, banks) }, banks) > 0,
    );
}

/** "I get it, Max, two cold pizzas in one week": the case follows the name, as a thing named and no new statement. */
function namedAfterName(reading: Reading, at: number, banks: CompiledBanks): boolean {
  const { tokens } = reading;
  if (tokens[at]?.norm !== ',' || !isVocative(reading, at + 1) || tokens[at + 2]?.norm !== ',') return false;
  const rest = { from: at + 3, to: endOfThought(reading, at + 3, banks) };
  const states = tokens.slice(rest.from, rest.to).some(({ pos }) => pos === 'AUX' || pos === 'VERB');
  return !states && caseWords(reading, rest, banks) > 0;
}

/** "We missed your email. I'm sorry for the worry that caused.": what was ours stands right before the apology. */
function ownedBefore(document: Document, sentence: Sentence, range: TokenRange, banks: CompiledBanks): boolean {
  const { reading } = sentence;
  const nowhere = banks.find('points-nowhere', reading).some(({ from, to }) => from >= range.from && to <= range.to);
  if (nowhere || !saidBefore(document, sentence, banks)) return false;
  return document.sentences
    .slice(0, sentence.index)
    .some((before) => before.block === sentence.block && banks.has('our-fault-told', before.reading));
}

/** "I'm really sorry, Leah. You were in hospital, and the payments went on": the next sentence tells what for. */
function toldRightAfter({ sentences }: Document, sentence: Sentence, banks: CompiledBanks): boolean {
  const after = sentences[sentence.index + 1];
  if (!after || after.block !== sentence.block) return false;
  const { length } = after.reading.tokens;
  return (
    beginsAt('tells-what-happened', after.reading, 0, banks) !== undefined &&
    caseWords(after.reading, { from: 0, to: length }, banks) >= ENOUGH_BEFORE
  );
}

/** How many words in the range tell of something of this customer's own. */
function caseWords(reading: Reading, range: TokenRange, banks: CompiledBanks): number {
  const generic = new Set(banks.find('generic-case-word', reading).flatMap(({ from, to }) => indices(from, to)));
  return indices(range.from, range.to).filter((index) => {
    const token = reading.tokens[index];
    if (isVocative(reading, index)) return false;
    return token !== undefined && CONTENT.has(token.pos) && /[\p{L}\p{N}]/u.test(token.text) && !generic.has(index);
  }).length;
}

/** "Our apologies, Leah, truly", "So sorry Mr Hale, ...": a name that is spoken to tells nothing of the case. */
function isVocative({ tokens }: Reading, index: number): boolean {
  const token = tokens[index];
  if (!token || !/^\p{Lu}\p{Ll}/u.test(token.text) || index === 0) return false;
  const after = tokens[index + 1];
  if (after && after.kind !== 'punctuation') return false;
  const before = tokens[index - 1];
  return SPOKEN_TO_AFTER.has(before?.norm ?? '');
}

/** Up to where the words still belong to the phrase: a comma ends it, "especially after three calls" does not. */
function endOfThought(reading: Reading, at: number, banks: CompiledBanks): number {
  const { tokens } = reading;
  const opens = new Set(banks.find('new-thought', reading).map(({ from }) => from));
  const joins = new Set(banks.find('case-joiner', reading).map(({ from }) => from));
  for (let index = at; index < tokens.length; index += 1) {
    const norm = tokens[index]?.norm ?? '';
    if ((STOP.test(norm) && !/^[\d#*]/.test(norm)) || (norm === ',' && !joins.has(index + 1))) return index;
    if (opens.has(index) && index > at) return index;
  }
  return tokens.length;
}

/** The first token after "Hi Sandra," at the head of the sentence. */
function afterGreeting(reading: Reading, before: number, banks: CompiledBanks): number {
  if (!banks.find('greeting-word', reading).some(({ from }) => from === 0)) return 0;
  const mark = reading.tokens.findIndex(({ kind }, index) => index < before && kind === 'punctuation');
  return mark < 0 ? before : mark + 1;
}

/** The sentence before this one, in the same paragraph, is more than a greeting. */
function saidBefore({ sentences }: Document, sentence: Sentence, banks: CompiledBanks): boolean {
  const before = sentences[sentence.index - 1];
  if (!before || before.block !== sentence.block) return false;
  const from = afterGreeting(before.reading, before.reading.tokens.length, banks);
  return caseWords(before.reading, { from, to: before.reading.tokens.length }, banks) >= ENOUGH_BEFORE;
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
