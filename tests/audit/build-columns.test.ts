import { describe, expect, it } from 'vitest';
import { emptyColumns, joinColumns, pushReply } from '../../lib/audit/build-columns';
import { type Columns, NONE, NOT_APPLICABLE, PRINCIPLES, STRENGTHS, UNREVIEWED } from '../../lib/audit/columns';
import type { Reply } from '../../lib/audit/model';
import { CRITERIA } from '../../lib/engine/principles';
import type { AuditResult } from '../../lib/engine/types';

const reply = (seq: number, more: Partial<Reply> = {}): Reply => ({ id: `r${seq}`, draft: 'Hello.', seq, ...more });
const finding = (principle: AuditResult['findings'][number]['principle'], severity: 'high' | 'medium' | 'low') =>
  ({ principle, severity, rule: `${principle}/x`, start: null, end: null, quote: null, message: '' }) as const;
const result = (score: number, more: Partial<AuditResult> = {}): AuditResult => ({
  id: 'r',
  mood: 'upset',
  score,
  criteria: Object.fromEntries(CRITERIA.map((id) => [id, id === 'tone' ? 0.5 : null])) as AuditResult['criteria'],
  findings: [],
  strengths: [],
  commitments: [],
  gaps: [],
  ...more,
});

/** A chunk of `length` replies of these agents in turn. */
function chunk(length: number, agents: (string | undefined)[]): Columns {
  const columns = emptyColumns(length);
  for (let seq = 0; seq < length; seq++) {
    pushReply(columns, reply(seq, { agent: agents[seq % agents.length] }), result(seq));
  }
  return columns;
}

describe('columns', () => {
  it('hold what the table and the pictures need of a review', () => {
    const columns = emptyColumns(2);
    const findings = [finding('blame', 'high'), finding('jargon', 'medium'), finding('canned', 'low')];
    pushReply(
      columns,
      reply(0, { agent: 'Ada', channel: 'chat', at: '2026-03-01T10:00:00Z' }),
      result(71.6, { findings, strengths: ['owns', 'matches-register'] }),
    );
    pushReply(columns, reply(1, { conversation: { channel: 'social' } }), null);
    expect(columns.length).toBe(2);
    expect([...columns.score]).toEqual([72, UNREVIEWED]);
    expect([...columns.channel]).toEqual([1, 2]);
    expect(columns.high[0]).toBe(1 << PRINCIPLES.indexOf('blame'));
    expect(columns.medium[0]).toBe(1 << PRINCIPLES.indexOf('jargon'));
    expect(columns.low[0]).toBe(1 << PRINCIPLES.indexOf('canned'));
    expect([...columns.count]).toEqual([2, 0]);
    expect(columns.strengths[0]).toBe((1 << STRENGTHS.indexOf('owns')) | (1 << STRENGTHS.indexOf('matches-register')));
    expect(columns.criteria[CRITERIA.indexOf('tone')]).toBe(50);
    expect(columns.criteria[CRITERIA.indexOf('greeting')]).toBe(NOT_APPLICABLE);
    expect([...columns.agent]).toEqual([0, NONE]);
    expect(columns.at[0]).toBe(Date.parse('2026-03-01T10:00:00Z'));
    expect(columns.at[1]).toBeNaN();
  });

  it('have a bit for every principle and every strength', () => {
    expect(PRINCIPLES.length).toBeLessThanOrEqual(32);
    expect(STRENGTHS.length).toBeLessThanOrEqual(16);
    const columns = emptyColumns(1);
    pushReply(
      columns,
      reply(0),
      result(1, { findings: PRINCIPLES.map((id) => finding(id, 'high')), strengths: [...STRENGTHS] }),
    );
    expect(columns.high[0]).toBe(2 ** PRINCIPLES.length - 1);
    expect(columns.strengths[0]).toBe(2 ** STRENGTHS.length - 1);
  });

  it('join chunk by chunk into those of the run, whatever room there was', () => {
    for (const room of [0, 3, 100]) {
      let joined = emptyColumns(room);
      const first = joinColumns(joined, chunk(4, ['Ada', 'Ben']));
      joined = joinColumns(first, chunk(5, ['Cy', undefined, 'Ada']));
      expect(first.length).toBe(4);
      expect(joined.length).toBe(9);
      expect([...joined.score.subarray(0, 9)]).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 4]);
      const named = [...joined.agent.subarray(0, 9)].map((place) => joined.agents[place] ?? null);
      expect(named).toEqual(['Ada', 'Ben', 'Ada', 'Ben', 'Cy', null, 'Ada', 'Cy', null]);
      expect(joined.agents).toEqual(['Ada', 'Ben', 'Cy']);
      expect(joined.criteria[8 * CRITERIA.length + CRITERIA.indexOf('tone')]).toBe(50);
      // A view that still holds the columns of before sees what it saw.
      expect([...first.agent.subarray(0, 4)].map((place) => first.agents[place])).toEqual(['Ada', 'Ben', 'Ada', 'Ben']);
    }
  });
});
