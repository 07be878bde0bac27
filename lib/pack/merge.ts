/**
 * Two managers' changes put together, three-way by what both began from: item by item, and in an item field by field.
 * What only one of them changed is taken; where both changed the same, a person chooses. Without a common beginning
 * nobody can tell what was removed from what was never there: then everything stays.
 */
import { byPlace, type Content, contentOf, fieldsOf, GROUPS, type Item, itemsOf, placeOf, same } from './items';

export type Side = 'ours' | 'theirs';

export interface Conflict extends Pick<Item, 'group' | 'key'> {
  /** null: the item as a whole, which one of them changed and the other removed. */
  field: string | null;
  /** undefined: it is not there. Of an item as a whole: its fields. */
  base: unknown;
  ours: unknown;
  theirs: unknown;
}

export interface Merge {
  content: Content;
  conflicts: Conflict[];
}

/** `choose` is asked for each conflict; what it says stands in `content`. */
export function merge(
  base: Content | null,
  ours: Content,
  theirs: Content,
  choose: (conflict: Conflict) => Side = () => 'ours',
): Merge {
  const before = base ? itemsOf(base) : [];
  const mine = itemsOf(ours);
  const other = itemsOf(theirs);
  const [befores, mines, others] = [byPlace(before), byPlace(mine), byPlace(other)];
  const conflicts: Conflict[] = [];
  const settle = (conflict: Conflict) => {
    conflicts.push(conflict);
    return conflict[choose(conflict)];
  };
  const items = inOrder(before, mine, other).flatMap((item): Item[] => {
    const place = placeOf(item);
    return mergeItem(item, befores.get(place), mines.get(place), others.get(place), settle);
  });
  return { content: contentOf(items), conflicts };
}

/** A conflict's name, the same whenever the same three are merged. */
export const conflictId = ({ field, ...item }: Conflict): string => `${placeOf(item)} ${field ?? ''}`;

type Settle = (conflict: Conflict) => unknown;

function mergeItem(
  { group, key }: Item,
  base: Item | undefined,
  ours: Item | undefined,
  theirs: Item | undefined,
  settle: Settle,
): Item[] {
  if (base && !(ours && theirs)) {
    const left = ours ?? theirs;
    if (!left || same(left.fields, base.fields)) return [];
    const sides = { base: base.fields, ours: ours?.fields, theirs: theirs?.fields };
    return settle({ group, key, field: null, ...sides }) ? [left] : [];
  }
  if (!(ours && theirs)) return [ours ?? theirs].filter((item) => item !== undefined);
  const fields = fieldsOf(ours, theirs, base)
    .map((field) => {
      const sides = { base: base?.fields[field], ours: ours.fields[field], theirs: theirs.fields[field] };
      return [field, mergeField(sides, () => settle({ group, key, field, ...sides }))] as const;
    })
    .filter(([, value]) => value !== undefined);
  return [{ group, key, fields: Object.fromEntries(fields) }];
}

type Sides = Record<'base' | Side, unknown>;

function mergeField({ base, ours, theirs }: Sides, settle: () => unknown): unknown {
  if (same(ours, theirs) || same(theirs, base)) return ours;
  if (same(ours, base)) return theirs;
  return bothAdded(base, ours, theirs) ?? settle();
}

/** Both put something to the same list, and took nothing away: an example each, say. */
function bothAdded(base: unknown, ours: unknown, theirs: unknown): unknown[] | null {
  if (!Array.isArray(base) || !Array.isArray(ours) || !Array.isArray(theirs)) return null;
  const has = (list: unknown[], value: unknown) => list.some((one) => same(one, value));
  if (!base.every((value) => has(ours, value) && has(theirs, value))) return null;
  return [...ours, ...theirs.filter((value) => !has(ours, value))];
}

/**
 * Every item once, in the order of whoever moved some; what the other one put in stands behind what it followed there, and
 * behind what the first one put in at the same place.
 */
function inOrder(before: Item[], ours: Item[], theirs: Item[]): Item[] {
  const [befores, mines, others] = [byPlace(before), byPlace(ours), byPlace(theirs)];
  const kept = (items: Item[], inAll: Map<string, Item>[]) =>
    items.map(placeOf).filter((place) => inAll.every((all) => all.has(place)));
  const unmoved = before.length > 0 && same(kept(before, [mines, others]), kept(ours, [befores, others]));
  const [first, second] = unmoved ? [theirs, ours] : [ours, theirs];
  const [inFirst, inSecond] = unmoved ? [others, mines] : [mines, others];
  const followers = new Map<string, Item>();
  second.forEach((item, at) => {
    const previous = second[at - 1];
    if (!inFirst.has(placeOf(item))) followers.set(previous ? placeOf(previous) : '', item);
  });
  const order: Item[] = [];
  const follow = (place: string) => {
    for (let item = followers.get(place); item; item = followers.get(placeOf(item))) order.push(item);
  };
  let shared = '';
  for (const item of first) {
    if (inSecond.has(placeOf(item))) {
      follow(shared);
      shared = placeOf(item);
    }
    order.push(item);
  }
  follow(shared);
  return order.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}
