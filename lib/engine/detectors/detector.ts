import type { CompiledBanks, Rule } from '../../phrasebank/compile';
import type { ConversationReading } from '../conversation';
import type { Document, Sentence } from '../document';
import type { TokenRange } from '../pattern/match';
import type { CoachOptions, DraftPrinciple, PhrasePrinciple, Severity, Span, StrengthId } from '../types';

/** What every detector may look at. */
export interface DraftContext {
  document: Document;
  conversation: ConversationReading;
  banks: CompiledBanks;
  options: CoachOptions;
}

export interface PhraseContext extends DraftContext {
  sentence: Sentence;
}

/** A phrase that a rule found: tokens of the sentence's reading. */
export interface PhraseHit extends TokenRange {
  rule: Rule;
  sentence: Sentence;
  /** Overrides the bank's. */
  severity?: Severity;
  /** A no that is true and comes with what makes it one to hear: nothing to coach, and still a no to whoever asks for one. */
  settled?: boolean;
  /** What the second reader weighed its sentence for this principle: the log of the odds. */
  sum?: number;
  /** Pattern and context tests that let it pass: for 'explain'. */
  why: string[];
}

/** A test of the sentence around a match: the rubric's 'leave alone' column. */
export interface ContextTest {
  /** For 'explain': 'not-conditional'. */
  id: string;
  /** false: the phrase is left alone. */
  passes(hit: PhraseHit, context: PhraseContext): boolean;
}

/** Section A: the bank's matches of this principle, less what a test leaves alone. */
export interface PhraseDetector {
  principle: PhrasePrinciple;
  tests: readonly ContextTest[];
  /** What no pattern of words can find, such as capitals. Rules by `context.banks.rule(id)`. */
  find?(context: PhraseContext): PhraseHit[];
  /** Takes in what belongs to the phrase, such as the bad-news opener of its clause. Default: the match. */
  widen?(hit: PhraseHit, context: PhraseContext): TokenRange;
  /** Hits of one sentence at most so many tokens apart are one finding: "it'll load at once for everyone, guaranteed". */
  join?: number;
  /** Words between two hits that keep them apart however near they are: 'and', a comma. */
  keepsApart?: ReadonlySet<string>;
  /** Where a hit of this principle overlaps, a reader sees one fault: "it is our constant endeavour to ..." is a set phrase. */
  yieldsTo?: PhrasePrinciple;
  /** First words of a hit that goes on about the one before it, whatever stands between: 'he', 'they'. */
  leansOn?: ReadonlySet<string>;
  /** A hit in the sentence right after another one is a hint: one cause, told at length, is one finding. */
  once?: boolean;
}

export interface StrengthHit {
  id: StrengthId;
  span: Span | null;
  /** Index of the sentence; null for the draft as a whole. */
  sentence: number | null;
}

/** What is known when the draft is judged as a whole. */
export interface DraftFacts extends DraftContext {
  /** Kept phrase findings, hints too. */
  phrases: readonly PhraseHit[];
  strengths: readonly StrengthHit[];
}

export interface DraftHit {
  /** The rule's entry id in the principle's own bank: 'no-overlap'. */
  entry: string;
  severity?: Severity;
  why: string[];
}

/** Section B: the draft as a whole. */
export interface DraftDetector {
  principle: DraftPrinciple;
  detect(facts: DraftFacts): DraftHit[];
}
