/** Layers as large as they may be, to see what they cost. */
import { EMPTY_LAYER, type Layer, type TeamRule } from '../../phrasebank/layer';

export const COMMON = 'the a please order parcel sorry not time day thing you we our it of for and'.split(' ');

export function ruleOf(index: number, patterns: string[]): TeamRule {
  return {
    principle: 'dismissive',
    id: `rule-${index}`,
    patterns,
    always: true,
    severity: 'medium',
    message: 'They hear that they do not matter.',
    source: 'House style',
    examples: [],
  };
}

/** Made-up words, the same each time. */
export function wordMaker(): () => string {
  let state = 7;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below);
  };
  return () => Array.from({ length: 3 }, () => `${'bdklmnrst'[random(9)]}${'aeiou'[random(5)]}`).join('');
}

/** `count` rules of several patterns, each with a word of its own beside the commonest ones. */
export function layerOf(count: number): Layer {
  const word = wordMaker();
  const rules = Array.from({ length: count }, (_, at) =>
    ruleOf(at, [
      `${COMMON[at % COMMON.length]} ${word()}`,
      `you <${word()}> it`,
      `(please|sorry) _{0,3} ${word()} (${word()}|${word()} ${word()})?`,
    ]),
  );
  return { ...EMPTY_LAYER, rules };
}
