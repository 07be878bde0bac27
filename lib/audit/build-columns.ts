/** Reviews into columns, and the columns of chunks into those of a run. */

import { CRITERIA } from '../engine/principles';
import type { AuditResult, Severity } from '../engine/types';
import { CHANNELS, type Columns, MOODS, NONE, NOT_APPLICABLE, PRINCIPLES, STRENGTHS, UNREVIEWED } from './columns';
import type { Reply } from './model';

/** Columns with room for `capacity` replies and none in them. */
export function emptyColumns(capacity: number): Columns {
  return {
    length: 0,
    score: new Uint8Array(capacity),
    mood: new Uint8Array(capacity),
    channel: new Uint8Array(capacity),
    high: new Uint32Array(capacity),
    medium: new Uint32Array(capacity),
    low: new Uint32Array(capacity),
    count: new Uint16Array(capacity),
    strengths: new Uint16Array(capacity),
    criteria: new Uint8Array(capacity * CRITERIA.length),
    agent: new Uint16Array(capacity),
    team: new Uint16Array(capacity),
    at: new Float64Array(capacity),
    agents: [],
    teams: [],
  };
}

/** Adds a reply at the end; there must be room. `result` null: the coach failed on it. */
export function pushReply(columns: Columns, reply: Reply, result: AuditResult | null): void {
  const at = columns.length;
  columns.length += 1;
  columns.score[at] = result ? Math.round(result.score) : UNREVIEWED;
  columns.mood[at] = Math.max(0, MOODS.indexOf(result?.mood ?? 'calm'));
  columns.channel[at] = Math.max(0, CHANNELS.indexOf(reply.channel ?? reply.conversation?.channel ?? 'email'));
  columns.high[at] = principlesOf(result, 'high');
  columns.medium[at] = principlesOf(result, 'medium');
  columns.low[at] = principlesOf(result, 'low');
  columns.count[at] = result?.findings.filter(({ severity }) => severity !== 'low').length ?? 0;
  columns.strengths[at] = bits(result?.strengths ?? [], STRENGTHS);
  for (const [index, id] of CRITERIA.entries()) {
    const share = result?.criteria[id] ?? null;
    columns.criteria[at * CRITERIA.length + index] = share === null ? NOT_APPLICABLE : Math.round(share * 100);
  }
  columns.agent[at] = placeOf(columns.agents, reply.agent);
  columns.team[at] = placeOf(columns.teams, reply.team);
  columns.at[at] = reply.at === undefined ? Number.NaN : Date.parse(reply.at);
}

/**
 * `columns` with those of `chunk` at its end: a new object, whose arrays are the old ones as long as there is room. What
 * already stood in them stands there still.
 */
export function joinColumns(columns: Columns, chunk: Columns): Columns {
  const length = columns.length + chunk.length;
  const room = columns.score.length < length ? Math.max(length, columns.score.length * 2) : columns.score.length;
  const joined = room === columns.score.length ? { ...columns } : withRoom(columns, room);
  joined.length = length;
  for (const name of ARRAYS) joined[name].set(chunk[name].subarray(0, chunk.length) as never, columns.length);
  joined.criteria.set(chunk.criteria.subarray(0, chunk.length * CRITERIA.length), columns.length * CRITERIA.length);
  joined.agents = [...columns.agents];
  joined.teams = [...columns.teams];
  rename(joined.agent, chunk, joined.agents, chunk.agents, columns.length);
  rename(joined.team, chunk, joined.teams, chunk.teams, columns.length);
  return joined;
}

/** One value a reply; `criteria` has nine. */
const ARRAYS = [
  'score',
  'mood',
  'channel',
  'high',
  'medium',
  'low',
  'count',
  'strengths',
  'agent',
  'team',
  'at',
] as const;

function withRoom(columns: Columns, room: number): Columns {
  const grown = emptyColumns(room);
  for (const name of [...ARRAYS, 'criteria'] as const) grown[name].set(columns[name] as never);
  return { ...grown, length: columns.length, agents: columns.agents, teams: columns.teams };
}

/** A chunk numbers its names for itself: from `start` on they get the run's numbers. */
function rename(numbers: Uint16Array, chunk: Columns, names: string[], chunkNames: string[], start: number): void {
  const places = chunkNames.map((name) => placeOf(names, name));
  for (let index = start; index < start + chunk.length; index++) {
    const own = numbers[index] as number;
    if (own !== NONE) numbers[index] = places[own] as number;
  }
}

function placeOf(names: string[], name: string | undefined): number {
  if (name === undefined) return NONE;
  const known = names.indexOf(name);
  if (known >= 0) return known;
  // 65,535 agents are more than any desk has; one beyond that counts as not known.
  return names.length < NONE ? names.push(name) - 1 : NONE;
}

function principlesOf(result: AuditResult | null, severity: Severity): number {
  const found = result?.findings.filter((finding) => finding.severity === severity) ?? [];
  return bits(
    found.map(({ principle }) => principle),
    PRINCIPLES,
  );
}

function bits<T>(ids: readonly T[], places: readonly T[]): number {
  let set = 0;
  for (const id of ids) {
    const place = places.indexOf(id);
    if (place >= 0) set |= 1 << place;
  }
  return set >>> 0;
}
