/** What differs between two versions of a pack, item by item and field by field. */
import { byPlace, type Content, fieldsOf, GROUPS, type Group, type Item, itemsOf, placeOf, same } from './items';

export interface FieldChange {
  field: string;
  /** undefined: it was not there, or is not any more. */
  before: unknown;
  after: unknown;
}

export interface Change extends Pick<Item, 'group' | 'key'> {
  kind: 'added' | 'removed' | 'changed';
  fields: FieldChange[];
}

/** In the order of the groups; in each what is new and changed as it stands now, then what is gone. */
export function diff(before: Content, after: Content): Change[] {
  const old = itemsOf(before);
  const now = itemsOf(after);
  const [olds, nows] = [byPlace(old), byPlace(now)];
  const places = [...now, ...old.filter((item) => !nows.has(placeOf(item)))];
  return places
    .map((item) => changeOf(item, olds.get(placeOf(item)), nows.get(placeOf(item))))
    .filter((change) => change.kind !== 'changed' || change.fields.length > 0)
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}

function changeOf({ group, key }: Item, old: Item | undefined, now: Item | undefined): Change {
  const fields = fieldsOf(now, old)
    .map((field) => ({ field, before: old?.fields[field], after: now?.fields[field] }))
    .filter(({ before, after }) => !same(before, after));
  return { group, key, kind: !old ? 'added' : now ? 'changed' : 'removed', fields };
}

/** Groups whose items stand in another order. Of the ones that are in both. */
export function reordered(before: Content, after: Content): Group[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const inBoth = (of: Item[], others: Map<string, Item>, group: Group) =>
    of.filter((item) => item.group === group && others.has(placeOf(item))).map(placeOf);
  const [olds, nows] = [byPlace(old), byPlace(now)];
  return GROUPS.filter((group) => !same(inBoth(old, nows, group), inBoth(now, olds, group)));
}

export interface Tally {
  group: Group;
  added: number;
  changed: number;
  removed: number;
}

/** How much changed, for a line that says so. Groups in which nothing did are left out. */
export function tally(changes: readonly Change[]): Tally[] {
  return GROUPS.map((group) => {
    const count = (kind: Change['kind']) =>
      changes.filter((change) => change.group === group && change.kind === kind).length;
    return { group, added: count('added'), changed: count('changed'), removed: count('removed') };
  }).filter(({ added, changed, removed }) => added + changed + removed > 0);
}
