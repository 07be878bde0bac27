import { describe, expect, it } from 'vitest';
import { CHANNELS, type Columns, MOODS, NONE, PRINCIPLES, STRENGTHS, UNREVIEWED } from '../../lib/audit/columns';
import type { Filter } from '../../lib/audit/filter';
import { query, type Sets } from '../../lib/audit/query';
import { draw, randomFrom } from '../../lib/audit/random';
import { bits, FIRST_DIRECTION, parseSort, SORTS, type Sort, sortText } from '../../lib/audit/sort';
import { madeUp } from './columns-fixture';

const columns = madeUp(800);
const all = Array.from({ length: columns.length }, (_, seq) => seq);

/** As it is meant, one reply at a time and with no thought of speed. */
function meets(seq: number, filter: Filter, sets: Sets): boolean {
  const has = <T>(known: readonly T[], mask: number | undefined) => known.filter((_, bit) => (mask ?? 0) & (1 << bit));
  const severities = filter.severities ?? ['high', 'medium'];
  const found = severities.flatMap((severity) => has(PRINCIPLES, columns[severity][seq]));
  const agent = columns.agents[columns.agent[seq] ?? NONE] ?? '';
  const team = columns.teams[columns.team[seq] ?? NONE] ?? '';
  const day = Number.isNaN(columns.at[seq]) ? null : new Date(columns.at[seq] as number).toISOString().slice(0, 10);
  const score = columns.score[seq] as number;
  return (
    (!filter.principles || found.some((principle) => filter.principles?.includes(principle))) &&
    (!filter.severities || found.length > 0) &&
    (!filter.strengths || has(STRENGTHS, columns.strengths[seq]).some((one) => filter.strengths?.includes(one))) &&
    (!filter.agents || filter.agents.includes(agent)) &&
    (!filter.teams || filter.teams.includes(team)) &&
    (!filter.channels || filter.channels.includes(CHANNELS[columns.channel[seq] as number] as 'chat')) &&
    (!filter.moods || filter.moods.includes(MOODS[columns.mood[seq] as number] as 'calm')) &&
    (!(filter.from || filter.to) || (day !== null && day >= (filter.from ?? '') && day <= (filter.to ?? '9'))) &&
    score >= (filter.least ?? 0) &&
    score <= (filter.most ?? 100) &&
    (!filter.text || !sets.sought || sets.sought.has(seq)) &&
    (!filter.list || !sets.list || sets.list.includes(seq)) &&
    (!filter.seen || (sets.seen?.has(seq) ?? false) === (filter.seen === 'yes'))
  );
}

const PARTS: Filter[] = [
  { principles: ['blame', 'canned'] },
  { severities: ['high'] },
  { principles: ['blame'], severities: ['low'] },
  { strengths: ['owns', 'reason'] },
  { agents: ['Agent 3', 'Agent 5'] },
  { agents: ['Agent 3', ''] },
  { teams: ['Team 1'] },
  { channels: ['chat', 'social'] },
  { moods: ['upset'] },
  { from: '2026-01-20', to: '2026-02-11' },
  { from: '2026-03-01' },
  { to: '2026-01-05' },
  { least: 50, most: 70 },
  { most: 60 },
  { text: 'refund' },
  { list: 'today' },
  { seen: 'yes' },
  { seen: 'no' },
];

const random = randomFrom('sets');
const sets: Sets = {
  sought: new Set(draw(all, 300, random)),
  list: draw(all, 200, random),
  seen: new Set(draw(all, 250, random)),
};

describe('query', () => {
  it('finds what each part of a filter means', () => {
    for (const filter of PARTS) {
      const wanted = (filter.list ? (sets.list ?? []) : all).filter((seq) => meets(seq, filter, sets));
      const found = [...query(columns, filter, { ...sets, list: filter.list ? sets.list : null }).seqs];
      expect(found, JSON.stringify(filter)).toEqual(wanted);
      expect(wanted.length, JSON.stringify(filter)).toBeGreaterThan(0);
      expect(wanted.length, JSON.stringify(filter)).toBeLessThan(columns.length);
    }
  });

  it('finds what parts mean together', () => {
    for (let round = 0; round < 100; round++) {
      const filter: Filter = Object.assign({}, ...draw(PARTS, 3, random));
      const own = { ...sets, list: filter.list ? sets.list : null };
      const wanted = (filter.list ? (sets.list ?? []) : all).filter((seq) => meets(seq, filter, own));
      expect([...query(columns, filter, own).seqs], JSON.stringify(filter)).toEqual(wanted);
    }
  });

  it('narrows nothing by what is not known yet, and nothing by an empty filter', () => {
    expect(query(columns, {}).seqs.length).toBe(columns.length);
    expect(query(columns, { text: 'refund' }, { sought: null }).seqs.length).toBe(columns.length);
  });

  it('leaves out the replies of a list that are not there yet', () => {
    expect([...query(columns, { list: 'a' }, { list: [7, 999_999, 3] }).seqs]).toEqual([7, 3]);
  });

  it('leaves out a reply on which the coach failed', () => {
    const made = madeUp(5);
    made.score[2] = UNREVIEWED;
    const { seqs, facets } = query(made, {});
    expect([...seqs]).toEqual([0, 1, 3, 4]);
    expect(facets.moods.reduce((sum, count) => sum + count)).toBe(4);
    expect(query(made, { least: 90 }).seqs).not.toContain(2);
  });

  it('counts for each choice what it would leave', () => {
    for (let round = 0; round < 12; round++) {
      const filter: Filter = Object.assign({}, ...draw(PARTS, 2, random));
      const own = { ...sets, list: filter.list ? sets.list : null };
      const { facets } = query(columns, filter, own);
      const left = (changed: Filter) => all.filter((seq) => meets(seq, { ...filter, ...changed }, own)).length;
      const note = JSON.stringify(filter);
      expect([...facets.moods], note).toEqual(MOODS.map((mood) => left({ moods: [mood] })));
      expect([...facets.channels], note).toEqual(CHANNELS.map((channel) => left({ channels: [channel] })));
      expect([...facets.agents], note).toEqual([...columns.agents, ''].map((agent) => left({ agents: [agent] })));
      expect([...facets.teams], note).toEqual([...columns.teams, ''].map((team) => left({ teams: [team] })));
      expect([...facets.principles], note).toEqual(PRINCIPLES.map((principle) => left({ principles: [principle] })));
      expect([...facets.severities], note).toEqual(
        (['high', 'medium', 'low'] as const).map((severity) => left({ severities: [severity] })),
      );
      expect(facets.seen, note).toEqual({ yes: left({ seen: 'yes' }), no: left({ seen: 'no' }) });
    }
  });
});

/** Undefined where nothing is known. */
function keyOf(seq: number, by: Sort['by']): number | string | undefined {
  const at = columns.at[seq] as number;
  switch (by) {
    case 'score':
      return columns.score[seq];
    case 'mood':
      return columns.mood[seq];
    case 'channel':
      return columns.channel[seq];
    case 'findings':
      return (columns.count[seq] as number) + bits(columns.high[seq] as number) / 100;
    case 'agent':
      return columns.agents[columns.agent[seq] as number];
    case 'team':
      return columns.teams[columns.team[seq] as number];
    case 'date':
      return Number.isNaN(at) ? undefined : at;
  }
}

function sorted(seqs: readonly number[], { by, descending }: Sort): number[] {
  return [...seqs].sort((a, b) => {
    const [first, second] = [keyOf(a, by), keyOf(b, by)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    const order =
      typeof first === 'string'
        ? first.localeCompare(String(second), undefined, { numeric: true })
        : first - Number(second);
    return descending ? -order : order;
  });
}

describe('order', () => {
  it('is by any column, either way, and leaves equals as they were', () => {
    for (const by of SORTS) {
      for (const descending of [false, true]) {
        const sort = { by, descending };
        expect([...query(columns, {}, {}, sort).seqs], sortText(sort)).toEqual(sorted(all, sort));
        const filter: Filter = { moods: ['upset'], list: 'today' };
        const found = (sets.list ?? []).filter((seq) => columns.mood[seq] === 1);
        expect([...query(columns, filter, sets, sort).seqs], sortText(sort)).toEqual(sorted(found, sort));
      }
    }
  });

  it('takes days before 1970 and a run without any date', () => {
    const old: Columns = { ...madeUp(4), at: Float64Array.from([5, -7_000_000_000, Number.NaN, -1.5]) };
    expect([...query(old, {}, {}, FIRST_DIRECTION.date).seqs]).toEqual([0, 3, 1, 2]);
    const none: Columns = { ...madeUp(3), at: new Float64Array(3).fill(Number.NaN) };
    expect([...query(none, {}, {}, FIRST_DIRECTION.date).seqs]).toEqual([0, 1, 2]);
    expect([...query(madeUp(0), {}, {}, FIRST_DIRECTION.date).seqs]).toEqual([]);
  });

  it('goes through an address', () => {
    for (const by of SORTS) expect(parseSort(sortText(FIRST_DIRECTION[by]))).toEqual(FIRST_DIRECTION[by]);
    expect(parseSort('-weight')).toBeUndefined();
    expect(parseSort(null)).toBeUndefined();
  });
});
