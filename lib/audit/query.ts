/** Which replies of a run a filter means, in which order, and how many each choice of a filter would leave. */
import type { Severity } from '../engine/types';
import { CHANNELS, type Columns, MOODS, NONE, PRINCIPLES, STRENGTHS, UNREVIEWED } from './columns';
import type { Filter } from './filter';
import { type Sort, sortSeqs } from './sort';

/** What the columns do not hold. */
export interface Sets {
  /** Replies that the filter's text and rule were looked up in and found. Without it they narrow nothing. */
  sought?: ReadonlySet<number> | null;
  /** The replies of the filter's work list, in its order. */
  list?: readonly number[] | null;
  /** Replies that the reviewer is through with. */
  seen?: ReadonlySet<number>;
}

/** A bit for each part of a filter that a reply does not meet. */
const PART = {
  findings: 1,
  strengths: 2,
  agents: 4,
  teams: 8,
  channels: 16,
  moods: 32,
  period: 64,
  score: 128,
} as const;
const OTHER = { sought: 256, list: 512, seen: 1024, reviewed: 2048 } as const;

export const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];
/** Of which severities a finding counts, where a filter says nothing else. */
export const COUNTED: readonly Severity[] = ['high', 'medium'];

const DAY = 86_400_000;

export interface Answer {
  /** In order. */
  seqs: Uint32Array<ArrayBuffer>;
  facets: Facets;
}

/** How many replies there are of each kind, with every other part of the filter in force. In the columns' order. */
export interface Facets {
  principles: Uint32Array;
  /** Places as in SEVERITIES. */
  severities: Uint32Array;
  moods: Uint32Array;
  channels: Uint32Array;
  /** The last is for those without one. */
  agents: Uint32Array;
  teams: Uint32Array;
  seen: { yes: number; no: number };
}

/** Without a sort the order is the list's, or else the file's. A work list keeps to its order among equals. */
export function query(columns: Columns, filter: Filter, sets: Sets = {}, sort?: Sort): Answer {
  const misses = missesOf(columns, filter, sets);
  const order = sets.list ?? null;
  const found = new Uint32Array(order ? order.length : columns.length);
  let length = 0;
  const size = order ? order.length : columns.length;
  for (let place = 0; place < size; place++) {
    const seq = order ? (order[place] as number) : place;
    if (misses[seq] === 0) found[length++] = seq;
  }
  const seqs = found.slice(0, length);
  return { seqs: sort ? sortSeqs(columns, seqs, sort) : seqs, facets: facetsOf(columns, filter, sets, misses) };
}

function missesOf(columns: Columns, filter: Filter, { sought, list, seen }: Sets): Uint16Array {
  const misses = new Uint16Array(columns.length);
  const miss = (part: number, met: (seq: number) => boolean) => {
    for (let seq = 0; seq < misses.length; seq++) if (!met(seq)) misses[seq] = (misses[seq] as number) | part;
  };
  const { high, medium, low, strengths, agent, team, channel, mood, at, score } = columns;
  miss(OTHER.reviewed, (seq) => score[seq] !== UNREVIEWED);
  if (filter.principles || filter.severities) {
    const asked = filter.principles ? maskOf(PRINCIPLES, filter.principles) : ~0;
    const [ofHigh, ofMedium, ofLow] = severityMasks(filter);
    miss(
      PART.findings,
      (seq) =>
        ((((high[seq] as number) & ofHigh) | ((medium[seq] as number) & ofMedium) | ((low[seq] as number) & ofLow)) &
          asked) !==
        0,
    );
  }
  if (filter.strengths) {
    const asked = maskOf(STRENGTHS, filter.strengths);
    miss(PART.strengths, (seq) => ((strengths[seq] as number) & asked) !== 0);
  }
  if (filter.agents) {
    const asked = places(columns.agents, filter.agents);
    miss(PART.agents, (seq) => asked.has(agent[seq] as number));
  }
  if (filter.teams) {
    const asked = places(columns.teams, filter.teams);
    miss(PART.teams, (seq) => asked.has(team[seq] as number));
  }
  if (filter.channels) {
    const asked = maskOf(CHANNELS, filter.channels);
    miss(PART.channels, (seq) => ((1 << (channel[seq] as number)) & asked) !== 0);
  }
  if (filter.moods) {
    const asked = maskOf(MOODS, filter.moods);
    miss(PART.moods, (seq) => ((1 << (mood[seq] as number)) & asked) !== 0);
  }
  if (filter.from !== undefined || filter.to !== undefined) {
    const { from, before } = periodOf(filter);
    miss(PART.period, (seq) => (at[seq] as number) >= from && (at[seq] as number) < before);
  }
  if (filter.least !== undefined || filter.most !== undefined) {
    const { least = 0, most = 100 } = filter;
    miss(PART.score, (seq) => (score[seq] as number) >= least && (score[seq] as number) <= most);
  }
  if (sought && isSought(filter)) miss(OTHER.sought, (seq) => sought.has(seq));
  if (filter.list && list) {
    const asked = new Set(list);
    miss(OTHER.list, (seq) => asked.has(seq));
  }
  if (filter.seen) {
    const wanted = filter.seen === 'yes';
    miss(OTHER.seen, (seq) => (seen?.has(seq) ?? false) === wanted);
  }
  return misses;
}

/** Whether there is something in the filter that is looked up in the replies themselves. */
export function isSought({ text, rule }: Filter): boolean {
  return Boolean(text || rule);
}

/** `from` inclusive, `before` exclusive, in ms since 1970. A day is a day of UTC; one that is none narrows nothing. */
export function periodOf({ from, to }: Filter): { from: number; before: number } {
  const start = Date.parse(from ?? '');
  const end = Date.parse(to ?? '');
  return {
    from: Number.isNaN(start) ? Number.NEGATIVE_INFINITY : start,
    before: Number.isNaN(end) ? Number.POSITIVE_INFINITY : end + DAY,
  };
}

function severityMasks({ severities = [...COUNTED] }: Filter): [number, number, number] {
  const mask = (severity: Severity) => (severities.includes(severity) ? ~0 : 0);
  return [mask('high'), mask('medium'), mask('low')];
}

function maskOf<T>(known: readonly T[], asked: readonly T[]): number {
  return asked.reduce((mask, one) => (known.includes(one) ? mask | (1 << known.indexOf(one)) : mask), 0);
}

/** Where the asked names stand; '' asks for those without a name. */
function places(names: readonly string[], asked: readonly string[]): Set<number> {
  return new Set(asked.map((name) => (name === '' ? NONE : names.indexOf(name))));
}

function facetsOf(columns: Columns, filter: Filter, { seen }: Sets, misses: Uint16Array): Facets {
  const { high, medium, low, agent, team, channel, mood } = columns;
  const facets: Facets = {
    principles: new Uint32Array(PRINCIPLES.length),
    severities: new Uint32Array(SEVERITIES.length),
    moods: new Uint32Array(MOODS.length),
    channels: new Uint32Array(CHANNELS.length),
    agents: new Uint32Array(columns.agents.length + 1),
    teams: new Uint32Array(columns.teams.length + 1),
    seen: { yes: 0, no: 0 },
  };
  const asked = filter.principles ? maskOf(PRINCIPLES, filter.principles) : ~0;
  const [ofHigh, ofMedium, ofLow] = severityMasks(filter);
  for (let seq = 0; seq < misses.length; seq++) {
    const missed = misses[seq] as number;
    if ((missed & ~PART.findings) === 0) {
      const h = high[seq] as number;
      const m = medium[seq] as number;
      const l = low[seq] as number;
      for (let rest = (h & ofHigh) | (m & ofMedium) | (l & ofLow); rest; rest &= rest - 1) {
        add(facets.principles, 31 - Math.clz32(rest & -rest));
      }
      if (h & asked) add(facets.severities, 0);
      if (m & asked) add(facets.severities, 1);
      if (l & asked) add(facets.severities, 2);
    }
    if ((missed & ~PART.moods) === 0) add(facets.moods, mood[seq] as number);
    if ((missed & ~PART.channels) === 0) add(facets.channels, channel[seq] as number);
    if ((missed & ~PART.agents) === 0) add(facets.agents, agent[seq] as number);
    if ((missed & ~PART.teams) === 0) add(facets.teams, team[seq] as number);
    if ((missed & ~OTHER.seen) === 0) facets.seen[seen?.has(seq) ? 'yes' : 'no']++;
  }
  return facets;
}

/** NONE counts in the last place. */
function add(counts: Uint32Array, place: number): void {
  const at = place < counts.length ? place : counts.length - 1;
  counts[at] = (counts[at] as number) + 1;
}
