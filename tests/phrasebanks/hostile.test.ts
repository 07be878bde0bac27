/** Rules that are made to keep the coach busy: refused with a clear word, or read in a time that is bounded. */
import { describe, expect, it } from 'vitest';
import { COMMON, ruleOf, wordMaker } from '../../lib/cli/bench/many-rules';
import { coach } from '../../lib/engine/coach';
import { costOf } from '../../lib/engine/pattern/cost';
import { parsePattern } from '../../lib/engine/pattern/parse';
import { withLayer } from '../../lib/phrasebank/apply-layer';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { EMPTY_LAYER, type TeamRule } from '../../lib/phrasebank/layer';
import { parseLayer } from '../../lib/phrasebank/layer-schema';

const built = builtInBanks();
const repeat = (count: number, text: string, between = ' ') => Array(count).fill(text).join(between);
const rules = (count: number, pattern: (at: number) => string): TeamRule[] =>
  Array.from({ length: count }, (_, at) => ruleOf(at, [pattern(at)]));
const word = wordMaker();

/** One sentence without end, of the words that patterns have most. */
const ENDLESS = repeat(40, COMMON.join(' ')).slice(0, 2000);
const NESTED = `${'('.repeat(11)}the${' a?)?'.repeat(11)}`;

/** ms of this process's own time. */
function busy(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const since = process.cpuUsage({ user, system });
  return (since.user + since.system) / 1000;
}

describe('rules that would keep the coach busy', { timeout: 120_000 }, () => {
  it.each<[string, TeamRule[], RegExp]>([
    ['gaps in a row', rules(1, () => `a ${repeat(20, '_{0,12}')} b`), /too many ways/],
    ['options in a row', rules(1, () => `${repeat(300, 'the?')} end`), /too many ways/],
    ['alternatives in alternatives', rules(1, () => `${'('.repeat(13)}a${'|b)'.repeat(13)}`), /nested too deeply/],
    ['a gap too long', rules(1, () => 'a _{0,99} b'), /from 0 to 12 tokens/],
    ['more than 2,000 characters', rules(1, () => 'a '.repeat(1500)), /at most 2000 characters/],
    ['many that begin with anything', rules(300, (at) => `_{1,12} #NOUN _{0,12} zonk${at}`), /begin at any word/],
    ['very many large ones', rules(5000, (at) => `the ${repeat(4, '_{0,12} a')} zonk${at}`), /all patterns together/],
  ])('are refused: %s', (_what, all, fault) => {
    let told = '';
    const took = busy(() => {
      try {
        parseLayer({ ...EMPTY_LAYER, rules: all }, 'pack.json');
      } catch (error) {
        told = (error as Error).message;
      }
    });
    expect(told).toMatch(fault);
    expect(told.length).toBeLessThan(400);
    expect(took).toBeLessThan(3000);
  });

  it.each<[string, TeamRule[]]>([
    ['as many large ones as may be', upTo(290_000, (at) => `the ${repeat(3, '_{0,12} (a|you|it)')} zonk${at} of`)],
    ['as many that begin anywhere', upTo(9500, (at) => `#NOUN? _{1,9} ${COMMON[at % 17]} _{0,9} #VERB`)],
    ['options over options', upTo(290_000, () => `the ${repeat(40, 'a?')} ${repeat(20, '(you|it)?')} of`)],
    ['brackets in brackets', rules(500, () => `${NESTED} thing`)],
    ['very long ones', rules(500, () => `you (${Array.from({ length: 200 }, word).join('|')}) it`)],
    ['classes in every place', upTo(290_000, () => 'we $sympathy? $apology? $greeting? $please? _{0,3} $you? thing')],
  ])('are read in a bounded time: %s', async (_what, all) => {
    const layer = { ...EMPTY_LAYER, rules: all };
    expect(busy(() => parseLayer(layer, 'pack.json'))).toBeLessThan(10_000);
    const laid = await withLayer(built, layer, {
      own: { avoid: [], fine: [] },
      texts: { message: () => '', title: '' },
    });
    // The first time all automata are built
    expect(busy(() => coach(ENDLESS, {}, laid))).toBeLessThan(15_000);
    expect(busy(() => coach(`${ENDLESS} and so`, {}, laid))).toBeLessThan(3000);
  });
});

/** So many that they cost together what they may. */
function upTo(steps: number, pattern: (at: number) => string): TeamRule[] {
  return rules(Math.min(5000, Math.floor(steps / costOf(parsePattern(pattern(0))))), pattern);
}
