/** Which rules are meant: by the list's filters, by an address. */
import type { Entry, PrincipleId, Severity } from '../../engine/types';
import type { Origin, RuleRow } from './rows';

export const ORIGINS = ['yours', 'changed', 'built-in'] as const satisfies readonly Origin[];
export const MARKS = ['off', 'updated', 'channel', 'team', 'host'] as const;
/** channel, team, host: it is for some of them only. */
export type Mark = (typeof MARKS)[number];

/** Every field narrows; within a list any one of its values will do. What is missing narrows nothing. */
export interface RuleFilter {
  text?: string;
  principles?: PrincipleId[];
  origins?: Origin[];
  severities?: Severity[];
  marks?: Mark[];
}

const LISTS = ['principles', 'origins', 'severities', 'marks'] as const;
export type ListName = (typeof LISTS)[number];

export function filterQuery(filter: RuleFilter): string {
  const query = new URLSearchParams();
  if (filter.text) query.set('q', filter.text);
  for (const name of LISTS) for (const value of filter[name] ?? []) query.append(name, value);
  return query.toString();
}

/** Back from the query of an address. */
export function parseFilter(query: string): RuleFilter {
  const given = new URLSearchParams(query);
  const text = given.get('q');
  const lists = LISTS.filter((name) => given.has(name)).map((name) => [name, given.getAll(name)]);
  return { ...Object.fromEntries(lists), ...(text && { text }) } as RuleFilter;
}

const VALUES: Record<ListName, (row: RuleRow) => readonly string[]> = {
  principles: ({ principle }) => [principle],
  origins: ({ origin }) => [origin],
  severities: ({ severity }) => [severity],
  marks: marksOf,
};

function marksOf({ off, updated, rule: { when } }: RuleRow): Mark[] {
  const marks: Record<Mark, unknown> = {
    off,
    updated,
    channel: when?.channels?.length,
    team: when?.teams?.length,
    host: when?.hosts?.length,
  };
  return MARKS.filter((mark) => marks[mark]);
}

export interface Found {
  rows: RuleRow[];
  /** How many rows each value of a list would leave, all other filters as they are. */
  counts: Record<ListName, ReadonlyMap<string, number>>;
}

export function findRows(rows: readonly RuleRow[], filter: RuleFilter): Found {
  const sought = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const worded = sought.length
    ? rows.filter((row) => sought.every((word) => searched(row.rule, row.id).includes(word)))
    : rows;
  const passes = (row: RuleRow, name: ListName) =>
    !filter[name]?.length || VALUES[name](row).some((value) => (filter[name] as string[]).includes(value));
  const counts = LISTS.map((name) => {
    const by = new Map<string, number>();
    for (const row of worded)
      if (LISTS.every((other) => other === name || passes(row, other)))
        for (const value of VALUES[name](row)) by.set(value, (by.get(value) ?? 0) + 1);
    return [name, by];
  });
  return { rows: worded.filter((row) => LISTS.every((name) => passes(row, name))), counts: Object.fromEntries(counts) };
}

const texts = new WeakMap<Entry, string>();

function searched(rule: Entry, id: string): string {
  let text = texts.get(rule);
  if (text === undefined) {
    const examples = rule.examples.map((one) =>
      'flag' in one ? one.flag.replaceAll('[[', '').replaceAll(']]', '') : one.allow,
    );
    text = [id, rule.message, ...rule.patterns, ...(rule.rewrites ?? []), ...examples].join('\n').toLowerCase();
    texts.set(rule, text);
  }
  return text;
}
