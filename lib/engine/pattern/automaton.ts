/** What a pattern becomes: places between tokens and steps from place to place, built when a sentence first needs them. */
import { NO_SYMBOLS, type SymbolSet } from './symbol-set';
import type { Vocabulary } from './vocabulary';

/** What a step does: takes a token, takes a class's match, or holds only somewhere. */
export const OP = {
  /** Takes one word. */
  word: 0,
  /** One of many words: a whole word class in one step. */
  set: 1,
  /** A part of speech, or anything. */
  tag: 2,
  class: 3,
  start: 4,
  end: 5,
} as const;

export type Op = (typeof OP)[keyof typeof OP];

/** One class for all, with the same fields: the matcher's inner loop runs several times faster over one shape. */
export class Step {
  /** Its number among those that several places share, else -1. */
  join = -1;
  /** The place that it leads to. */
  out = -1;
  /** Of 'word'. */
  symbol = 0;
  /** Of 'set'. */
  symbols: SymbolSet = NO_SYMBOLS;
  /** Of 'tag': the token has one of these. */
  tags = 0;
  /** Of 'class'. */
  pattern: Pattern | null = null;

  constructor(readonly op: Op) {}
}

/** Where a run stands between two tokens: all steps that can be next, whatever alternatives and options they are in. */
export class Place {
  /** More than one step leads here: its number among such places and steps, else -1. */
  join = -1;
  /** The steps by the word that each begins with, once they were needed. */
  ways: Ways | null = null;

  constructor(
    readonly steps: readonly Step[],
    /** Whether a match may end here. */
    readonly isEnd: boolean,
  ) {}
}

/** The steps of a place by their first word; `rest` can begin with anything, with too much to list, or with nothing. */
export interface Ways {
  bySymbol: Map<number, Step[]>;
  rest: Step[];
}

/** What a match can begin with: a token with one of the words, or with one of the tags. */
export interface Beginnings {
  symbols: SymbolSet;
  tags: number;
}

/** The automaton of a pattern. */
export interface Automaton {
  /** A run begins at the first. */
  places: readonly Place[];
  /** Number of places and steps where ways meet. */
  joins: number;
  first: Beginnings;
  /** Matches begin at the start of a sentence only. */
  atStart: boolean;
  /** All there is, where a match is one of these words. */
  oneWord: SymbolSet | null;
}

/**
 * A checked pattern. Its automaton is built when a sentence has the words that the pattern needs: most patterns of
 * the banks never meet such a sentence, and building all of them at once would keep the first draft waiting.
 */
export class Pattern {
  /** The numbers of the needs in the vocabulary. */
  readonly needNumbers: readonly number[];
  private built: Automaton | null = null;

  constructor(
    readonly source: string,
    readonly vocabulary: Vocabulary,
    /** Words of which a match takes at least one from each set: a sentence without them is not tried. Rare ones first. */
    readonly needs: readonly SymbolSet[],
    private readonly build: () => Automaton,
    /** Of a word class: its number in the vocabulary, else -1. */
    readonly classNumber = -1,
  ) {
    this.needNumbers = needs.map((need) => vocabulary.numberOf(need));
  }

  get automaton(): Automaton {
    this.built ??= this.build();
    return this.built;
  }
}
