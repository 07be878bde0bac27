import { draw } from '../../lib/audit/random';
import type { Content } from '../../lib/pack/items';
import { EMPTY_LAYER, type Layer, type TeamRule } from '../../lib/phrasebank/layer';

export const rule = (id: string, change: Partial<TeamRule> = {}): TeamRule => ({
  principle: 'blame',
  id,
  patterns: ['you fail to'],
  severity: 'high',
  message: 'Say what happened.',
  source: 'test',
  examples: [],
  ...change,
});

export const content = (layer: Partial<Layer> = {}, about: Partial<Content> = {}): Content => ({
  name: 'Acme',
  language: 'en',
  pilot: [],
  ...about,
  layer: { ...EMPTY_LAYER, ...layer },
});

type Random = () => number;
const IDS = ['a', 'b', 'c', 'd', 'e'];
const some = <T>(values: readonly T[], random: Random) =>
  draw(values, Math.floor(random() * (values.length + 1)), random);
const one = <T>(values: readonly T[], random: Random) => values[Math.floor(random() * values.length)] as T;

/** Of few names and few values, so that two of them meet often. */
export function anyContent(random: Random): Content {
  const record = <T>(keys: readonly string[], values: readonly T[]) =>
    Object.fromEntries(some(keys, random).map((key) => [key, one(values, random)]));
  return content(
    {
      rules: some(IDS, random).map((id) =>
        rule(id, {
          patterns: some(['one', 'two', 'three'], random),
          severity: one(['high', 'low'], random),
          ...(random() < 0.5 && { unless: some(['four', 'five'], random) }),
        }),
      ),
      words: {
        avoid: some(IDS, random).map((say) => ({ say, instead: one(['', 'x', 'y'], random) })),
        fine: some(IDS, random),
      },
      strengths: some(IDS, random).map((say) => ({ say, strength: one(['owns', 'reason'], random) })),
      snippets: some(IDS, random).map((text) => ({
        kind: one(['opening', 'boundary'], random),
        text: `${text}: {name}`,
      })),
      principlesOff: some(['blame', 'jargon', 'canned'] as const, random),
      rulesOff: some(IDS, random),
      severity: record(IDS, ['high', 'low'] as const),
      weights: record(['empathy', 'tone'], [1, 50]),
      why: record(['blame', 'jargon'], [{ short: 's' }, { long: 'l' }, { short: 't', long: 'l' }]),
    },
    { name: one(['Acme', 'Zeta'], random), pilot: some(['north', 'south'], random) },
  );
}
