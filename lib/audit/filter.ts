/** Which replies of a run are meant: by the table's filters, by a mark of a picture, by an address. */
import type { Channel, MoodId, PrincipleId, Severity, StrengthId } from '../engine/types';

/** Every field narrows; within a list any one of its values will do. What is missing narrows nothing. */
export interface Filter {
  principles?: PrincipleId[];
  /** Of the findings that count for `principles`, or of any where there are none. Default: high and medium. */
  severities?: Severity[];
  strengths?: StrengthId[];
  agents?: string[];
  teams?: string[];
  channels?: Channel[];
  moods?: MoodId[];
  /** Days, both inclusive: '2026-03-01'. */
  from?: string;
  to?: string;
  /** Scores, both inclusive, 0 to 100. */
  least?: number;
  most?: number;
  /** Full id of a rule that found something, of whatever severity: 'blame/you-failed-to'. */
  rule?: string;
  /** Words that stand in the reply or the customer's message, in any case. */
  text?: string;
  /** Id of a work list. */
  list?: string;
  /** By the reviewer's verdicts. */
  seen?: 'yes' | 'no';
}

const LISTS = ['principles', 'severities', 'strengths', 'agents', 'teams', 'channels', 'moods'] as const;
const TEXTS = ['from', 'to', 'rule', 'text', 'list', 'seen'] as const;
const NUMBERS = ['least', 'most'] as const;

/** As the query of an address. The same filter gives the same text. */
export function filterQuery(filter: Filter): string {
  const query = new URLSearchParams();
  for (const name of LISTS) for (const value of filter[name] ?? []) query.append(name, value);
  for (const name of TEXTS) if (filter[name]) query.set(name, filter[name]);
  for (const name of NUMBERS) if (filter[name] !== undefined) query.set(name, String(filter[name]));
  return query.toString();
}

/** Back from the query of an address. What it does not know is left out. */
export function parseFilter(query: string): Filter {
  const given = new URLSearchParams(query);
  const filter: Record<string, unknown> = {};
  for (const name of LISTS) if (given.has(name)) filter[name] = given.getAll(name);
  for (const name of TEXTS) if (given.get(name)) filter[name] = given.get(name);
  for (const name of NUMBERS) {
    const value = Number(given.get(name) ?? Number.NaN);
    if (Number.isFinite(value)) filter[name] = value;
  }
  return filter as Filter;
}
