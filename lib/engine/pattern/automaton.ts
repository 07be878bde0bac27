/** What a pattern becomes: states over tokens, built when a sentence first needs them. */

/**
 * What a state consumes: a word, a lemma, a part of speech, anything, or one of many words ('set', a whole word class in
 * one state). One class for all, as states are: the matcher's inner loop runs several times faster over one shape.
 */
export class TokenTest {
  constructor(
    readonly type: 'norm' | 'lemma' | 'pos' | 'any' | 'set',
    /** The word, lemma or part of speech. */
    readonly value = '',
    readonly norms: ReadonlySet<string> = EMPTY,
    readonly lemmas: ReadonlySet<string> = EMPTY,
  ) {}
}

const EMPTY: ReadonlySet<string> = new Set();
/** Any token: what a gap takes. */
export const ANY = new TokenTest('any');

/** What a state does before the next ones: takes a token, takes a class's match, or holds only at a place. */
export class State {
  /** More than one way leads here. */
  joins = false;
  /** `next` by the word that each begins with, once it was needed. */
  ways: Ways | null = null;

  constructor(
    readonly op: 'token' | 'class' | 'split' | 'start' | 'end' | 'match',
    /** One, but for 'split', which has several, and 'match', which has none. */
    readonly next: readonly number[],
    /** Of 'token'. */
    readonly test: TokenTest = ANY,
    /** Of 'class'. */
    readonly pattern: Pattern | null = null,
  ) {}
}

/** The automaton of a pattern. */
export interface Automaton {
  states: readonly State[];
  entry: number;
  /** The tests that a match can begin with: what an index needs. */
  first: readonly TokenTest[];
}

/**
 * A checked pattern. Its automaton is built when a sentence has the words that the pattern needs: most patterns of
 * the banks never meet such a sentence, and building all of them at once would keep the first draft waiting.
 */
export class Pattern {
  /** `first`, sorted for looking up, once it was needed. */
  beginnings: Beginnings | null = null;
  private built: Automaton | null = null;

  constructor(
    readonly source: string,
    /** Words and lemmas of which a match takes at least one from each set: a sentence without them is not tried. */
    readonly needs: readonly ReadonlySet<string>[],
    private readonly build: () => Automaton,
  ) {}

  get automaton(): Automaton {
    this.built ??= this.build();
    return this.built;
  }
}

export interface Beginnings {
  norms: ReadonlySet<string>;
  lemmas: ReadonlySet<string>;
  rest: readonly TokenTest[];
}

/** The alternatives of a state by the word that they begin with; `rest` can begin with anything, or with nothing. */
export interface Ways {
  byNorm: Map<string, number[]>;
  byLemma: Map<string, number[]>;
  rest: number[];
}
