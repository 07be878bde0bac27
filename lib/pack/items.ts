/**
 * A pack as a flat list of items with fields: what two of them are compared and merged by. Every list of a layer is
 * taken apart and put together here, and nowhere else.
 */
import type { Layer } from '../phrasebank/layer';
import { canonical } from './canonical';
import type { Pack } from './pack';

/** What of a pack its author makes. */
export type Content = Pick<Pack, 'name' | 'language' | 'pilot' | 'layer'>;

export const GROUPS = [
  'about',
  'rules',
  'avoid',
  'fine',
  'strengths',
  'snippets',
  'principlesOff',
  'rulesOff',
  'severity',
  'weights',
  'why',
] as const;
export type Group = (typeof GROUPS)[number];

/** By its field's name. An item that is only there or not, such as a word that is fine, has none. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Item {
  group: Group;
  /** Unique in its group, and for people: a rule's full id, a word, a principle. */
  key: string;
  fields: Fields;
}

/** Stands before the number by which the second of two that say the same is told from the first. */
const SEPARATOR = '\u0000';

export function itemsOf({ name, language, pilot, layer }: Content): Item[] {
  const { rules, words, strengths, snippets, principlesOff, rulesOff, severity, weights, why } = layer;
  const record = (group: Group, values: Readonly<Record<string, unknown>>): Item[] =>
    Object.entries(values).map(([key, value]) => ({ group, key, fields: { value } }));
  const list = (group: Group, keys: readonly string[]): Item[] => keys.map((key) => ({ group, key, fields: {} }));
  return numbered([
    { group: 'about', key: '', fields: { name, language, pilot } },
    ...rules.map(({ principle, id, ...fields }): Item => ({ group: 'rules', key: `${principle}/${id}`, fields })),
    ...words.avoid.map(({ say, ...fields }): Item => ({ group: 'avoid', key: say, fields })),
    ...list('fine', words.fine),
    ...list(
      'strengths',
      strengths.map(({ strength, say }) => `${strength}: ${say}`),
    ),
    ...list(
      'snippets',
      snippets.map(({ kind, text }) => `${kind}: ${text}`),
    ),
    ...list('principlesOff', principlesOff),
    ...list('rulesOff', rulesOff),
    ...record('severity', severity),
    ...record('weights', weights),
    ...Object.entries(why).map(([key, fields]): Item => ({ group: 'why', key, fields: { ...fields } })),
  ]);
}

/** A word that stands in a list twice stays there twice. */
function numbered(items: Item[]): Item[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const times = (seen.get(placeOf(item)) ?? 0) + 1;
    seen.set(placeOf(item), times);
    return times === 1 ? item : { ...item, key: `${item.key}${SEPARATOR}${times}` };
  });
}

export function contentOf(items: readonly Item[]): Content {
  const of = (group: Group) =>
    items.filter((item) => item.group === group).map(({ key, fields }) => ({ key: nameOf(key), fields }));
  const keys = (group: Group) => of(group).map(({ key }) => key);
  const record = (group: Group) => Object.fromEntries(of(group).map(({ key, fields }) => [key, fields.value]));
  const layer = {
    rules: of('rules').map(({ key, fields }) => ({ ...inTwo(key, '/', 'principle', 'id'), ...fields })),
    words: { avoid: of('avoid').map(({ key, fields }) => ({ say: key, ...fields })), fine: keys('fine') },
    strengths: keys('strengths').map((key) => inTwo(key, ': ', 'strength', 'say')),
    snippets: keys('snippets').map((key) => inTwo(key, ': ', 'kind', 'text')),
    principlesOff: keys('principlesOff'),
    rulesOff: keys('rulesOff'),
    severity: record('severity'),
    weights: record('weights'),
    why: Object.fromEntries(of('why').map(({ key, fields }) => [key, fields])),
  };
  const [about] = of('about');
  // What was taken apart by `itemsOf` has the shape that it had.
  return { ...about?.fields, layer: layer as unknown as Layer } as Content;
}

function inTwo(key: string, between: string, first: string, second: string): Record<string, string> {
  const at = key.indexOf(between);
  return { [first]: key.slice(0, at), [second]: key.slice(at + between.length) };
}

/** The key without the number that tells two of the same apart. */
export const nameOf = (key: string): string => key.split(SEPARATOR, 1)[0] as string;

/** One text for group and key. */
export const placeOf = ({ group, key }: Pick<Item, 'group' | 'key'>): string => `${group} ${key}`;

export function byPlace(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [placeOf(item), item]));
}

/** Whether two values say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** The fields that any of them has. */
export const fieldsOf = (...items: (Pick<Item, 'fields'> | undefined)[]): string[] => [
  ...new Set(items.flatMap((item) => Object.keys(item?.fields ?? {}))),
];
