/**
 * The pattern language of the phrase banks (see `Bank` in ../types.ts): text -> tree. A bank is untrusted input, so
 * the language has no unbounded repeat, and everything that is not in it is an error that names its place.
 */
export type PatternNode =
  | { type: 'word'; text: string }
  | { type: 'lemma'; lemma: string }
  | { type: 'pos'; pos: string }
  | { type: 'class'; name: string; at: number }
  | { type: 'gap'; min: number; max: number }
  | { type: 'start' }
  | { type: 'end' }
  | { type: 'sequence'; items: PatternNode[] }
  | { type: 'choice'; items: PatternNode[] }
  | { type: 'optional'; item: PatternNode };

/** `at` is the place in the pattern's text, from 0. */
export class PatternError extends Error {
  constructor(
    /** What is wrong, without the place. */
    readonly reason: string,
    readonly pattern: string,
    readonly at: number,
  ) {
    super(`${reason} (at character ${at + 1} of "${pattern}")`);
    this.name = 'PatternError';
  }
}

/** What a word is made of, without quotes. */
const WORD = /[\p{L}\p{N}'’%&@€£+,.!;:/-]+/uy;
const MAX_LENGTH = 2000;
/** A gap takes no more words than this. */
export const MAX_GAP = 12;
const MAX_DEPTH = 12;
/** The universal ones. */
export const PARTS_OF_SPEECH: readonly string[] =
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ');

/** Whether a word can stand in a pattern without quotes. */
export function isPlainWord(text: string): boolean {
  WORD.lastIndex = 0;
  return WORD.exec(text)?.[0] === text;
}

export function parsePattern(source: string): PatternNode {
  if (source.length > MAX_LENGTH)
    throw new PatternError(`a pattern has at most ${MAX_LENGTH} characters`, source, MAX_LENGTH);
  let at = 0;
  const fail = (message: string, where = at): never => {
    throw new PatternError(message, source, where);
  };
  const peek = () => source[at];
  const skipSpace = () => {
    while (peek() === ' ') at += 1;
  };
  const take = (expression: RegExp): string | null => {
    expression.lastIndex = at;
    const found = expression.exec(source);
    if (!found) return null;
    at = expression.lastIndex;
    return found[0];
  };

  const sequence = (depth: number): PatternNode => {
    const items: PatternNode[] = [];
    for (;;) {
      skipSpace();
      if (at >= source.length || peek() === '|' || peek() === ')') break;
      items.push(item(depth));
    }
    if (items.length === 0) fail('there is nothing to match here');
    return items.length === 1 ? (items[0] as PatternNode) : { type: 'sequence', items };
  };

  const choice = (depth: number): PatternNode => {
    if (depth > MAX_DEPTH) fail('the alternatives are nested too deeply');
    const items = [sequence(depth)];
    while (peek() === '|') {
      at += 1;
      items.push(sequence(depth));
    }
    return items.length === 1 ? (items[0] as PatternNode) : { type: 'choice', items };
  };

  const item = (depth: number): PatternNode => {
    const node = atom(depth);
    if (peek() !== '?') return node;
    at += 1;
    return { type: 'optional', item: node };
  };

  const atom = (depth: number): PatternNode => {
    const begin = at;
    switch (peek()) {
      case '(': {
        at += 1;
        const inner = choice(depth + 1);
        if (peek() !== ')') fail('a bracket that opens here is not closed', begin);
        at += 1;
        return inner;
      }
      case '<': {
        const lemma = take(/<[a-z'-]+>/y) ?? fail('a lemma looks like <do>');
        return { type: 'lemma', lemma: lemma.slice(1, -1) };
      }
      case '#': {
        const pos = (take(/#[A-Z]+/y) ?? fail('a part of speech looks like #VERB')).slice(1);
        if (!PARTS_OF_SPEECH.includes(pos)) fail(`#${pos} is no part of speech`, begin);
        return { type: 'pos', pos };
      }
      case '_': {
        const gap = /^_\{(\d+),(\d+)\}$/.exec(
          take(/_\{\d+,\d+\}/y) ?? fail('a gap looks like _{0,3}'),
        ) as RegExpExecArray;
        const [min, max] = [Number(gap[1]), Number(gap[2])];
        if (max > MAX_GAP || min > max || max === 0)
          fail(`a gap takes from 0 to ${MAX_GAP} tokens, the smaller number first`, begin);
        return { type: 'gap', min, max };
      }
      case '^':
        at += 1;
        return { type: 'start' };
      case '$': {
        at += 1;
        const name = take(/[a-z][a-z0-9-]*/y);
        return name ? { type: 'class', name, at: begin } : { type: 'end' };
      }
      case '"': {
        const quoted = take(/"[^" ]+"/y) ?? fail('a quoted sign looks like "?"');
        return { type: 'word', text: quoted.slice(1, -1) };
      }
      default: {
        const text = take(WORD) ?? fail(`"${peek()}" has no meaning in a pattern; quote it to match it`);
        return { type: 'word', text };
      }
    }
  };

  const tree = choice(0);
  if (at < source.length) fail('this bracket closes nothing');
  return tree;
}
