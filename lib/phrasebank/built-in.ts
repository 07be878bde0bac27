/**
 * The banks that ship with Reframe. The list is checked against the folder by a test.
 */
import blame from '../../phrasebanks/en/blame.json';
import boundary from '../../phrasebanks/en/boundary.json';
import canned from '../../phrasebanks/en/canned.json';
import classes from '../../phrasebanks/en/classes.json';
import closedQuestion from '../../phrasebanks/en/closed-question.json';
import directive from '../../phrasebanks/en/directive.json';
import dismissive from '../../phrasebanks/en/dismissive.json';
import draftWeights from '../../phrasebanks/en/draft-weights.json';
import excuse from '../../phrasebanks/en/excuse.json';
import hedging from '../../phrasebanks/en/hedging.json';
import hollowEmpathy from '../../phrasebanks/en/hollow-empathy.json';
import jargon from '../../phrasebanks/en/jargon.json';
import missingEmpathy from '../../phrasebanks/en/missing-empathy.json';
import moodWords from '../../phrasebanks/en/mood-words.json';
import moods from '../../phrasebanks/en/moods.json';
import negativePhrasing from '../../phrasebanks/en/negative-phrasing.json';
import noFollowUp from '../../phrasebanks/en/no-follow-up.json';
import noNextStep from '../../phrasebanks/en/no-next-step.json';
import noOwnership from '../../phrasebanks/en/no-ownership.json';
import noPersonalTouch from '../../phrasebanks/en/no-personal-touch.json';
import notListening from '../../phrasebanks/en/not-listening.json';
import overpromise from '../../phrasebanks/en/overpromise.json';
import phrases from '../../phrasebanks/en/phrases.json';
import policyShield from '../../phrasebanks/en/policy-shield.json';
import refusalWithoutOption from '../../phrasebanks/en/refusal-without-option.json';
import scorecard from '../../phrasebanks/en/scorecard.json';
import sentenceWeights from '../../phrasebanks/en/sentence-weights.json';
import shouting from '../../phrasebanks/en/shouting.json';
import solutionFirst from '../../phrasebanks/en/solution-first.json';
import strengths from '../../phrasebanks/en/strengths.json';
import toneMismatch from '../../phrasebanks/en/tone-mismatch.json';
import unansweredQuestion from '../../phrasebanks/en/unanswered-question.json';
import vagueTime from '../../phrasebanks/en/vague-time.json';
import { DraftJudge } from '../engine/judge/draft';
import { LinearModel } from '../engine/judge/linear';
import { SentenceJudge } from '../engine/judge/sentence-judge';
import type { Bank } from '../engine/types';
import { CompiledBanks, type Judges } from './compile';
import { BankError, type Phrases, parseBank, parsePhrases, parseScoring, type Scoring } from './schema';

const PRINCIPLES = {
  negativePhrasing,
  directive,
  jargon,
  blame,
  excuse,
  policyShield,
  hollowEmpathy,
  dismissive,
  vagueTime,
  overpromise,
  hedging,
  closedQuestion,
  shouting,
  canned,
  missingEmpathy,
  solutionFirst,
  notListening,
  unansweredQuestion,
  refusalWithoutOption,
  noNextStep,
  noOwnership,
  toneMismatch,
  boundary,
  noPersonalTouch,
  noFollowUp,
};

/** Banks of section A and B, checked. Throws a `BankError` that names file, entry and field. */
export function builtInPrinciples(): Bank[] {
  return Object.values(PRINCIPLES).map((bank) => parseBank(bank, `${bank.id}.json`));
}

let compiled: CompiledBanks | undefined;

/** The built-in banks, compiled once. */
export function builtInBanks(): CompiledBanks {
  compiled ??= compileBuiltIn();
  return compiled;
}

/** A fresh copy, for whoever lays banks of their own over it. `judges`: none to go by patterns and tests alone. */
export function compileBuiltIn(judges: Judges = builtInJudges()): CompiledBanks {
  const wordings = builtInWordings().phrases;
  const banks = new CompiledBanks('en', builtInClasses(), builtInScoring(), wordings, moodWords, judges);
  for (const bank of builtInPrinciples()) banks.add(bank, 'draft', `${bank.id}.json`, true);
  banks.add(parseBank(strengths, 'strengths.json'), 'strengths');
  banks.add(parseBank(moods, 'moods.json'), 'moods');
  return banks;
}

/** How a reply is scored. Throws a `BankError`. */
export function builtInScoring(): Scoring {
  return parseScoring(scorecard, 'scorecard.json');
}

/** What rewrites put into drafts beside their own words. Throws a `BankError`. */
export function builtInWordings(): Phrases {
  return parsePhrases(phrases, 'phrases.json');
}

/** The word classes that every bank can name. Throws a `BankError`. */
export function builtInClasses(): WordClasses {
  return joinClasses(classes, builtInWordings().classes);
}

function builtInJudges(): Judges {
  return {
    sentences: new SentenceJudge(new LinearModel(sentenceWeights), sentenceWeights.lines),
    drafts: new DraftJudge(new LinearModel(draftWeights), draftWeights.lines),
  };
}

type WordClasses = Readonly<Record<string, readonly string[]>>;

/** The word classes of classes.json and phrases.json. Throws a `BankError` for a name that both give: one would hide the other. */
export function joinClasses(classes: WordClasses, ofPhrases: WordClasses): WordClasses {
  const twice = Object.keys(ofPhrases).filter((name) => Object.hasOwn(classes, name));
  if (twice.length > 0)
    throw new BankError(
      'phrases.json',
      twice.map((name) => `field "classes.${name}": classes.json has a word class of this name; choose another name`),
    );
  return { ...classes, ...ofPhrases };
}
