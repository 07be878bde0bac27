/** Columns from a few words each. */
import { CHANNELS, type Columns, MOODS, NONE, NOT_APPLICABLE, PRINCIPLES, STRENGTHS } from '../../lib/audit/columns';
import { CRITERIA } from '../../lib/engine/principles';
import type { Channel, MoodId, PrincipleId, Severity, StrengthId } from '../../lib/engine/types';

export interface Row {
  score?: number;
  found?: Partial<Record<PrincipleId, Severity>>;
  agent?: string;
  team?: string;
  channel?: Channel;
  mood?: MoodId;
  strengths?: StrengthId[];
  /** ISO 8601. */
  at?: string;
}

export function columnsOf(rows: readonly Row[]): Columns {
  const agents: string[] = [];
  const teams: string[] = [];
  const columns: Columns = {
    length: rows.length,
    score: new Uint8Array(rows.length),
    mood: new Uint8Array(rows.length),
    channel: new Uint8Array(rows.length),
    high: new Uint32Array(rows.length),
    medium: new Uint32Array(rows.length),
    low: new Uint32Array(rows.length),
    count: new Uint16Array(rows.length),
    strengths: new Uint16Array(rows.length),
    criteria: new Uint8Array(rows.length * CRITERIA.length).fill(NOT_APPLICABLE),
    agent: new Uint16Array(rows.length),
    team: new Uint16Array(rows.length),
    at: new Float64Array(rows.length),
    agents,
    teams,
  };
  for (const [
    seq,
    { score = 80, found = {}, agent, team, channel = 'email', mood = 'calm', at, strengths = [] },
  ] of rows.entries()) {
    columns.score[seq] = score;
    columns.mood[seq] = MOODS.indexOf(mood);
    columns.channel[seq] = CHANNELS.indexOf(channel);
    columns.agent[seq] = placeOf(agents, agent);
    columns.team[seq] = placeOf(teams, team);
    for (const id of strengths) columns.strengths[seq] = (columns.strengths[seq] ?? 0) | (1 << STRENGTHS.indexOf(id));
    columns.at[seq] = at === undefined ? Number.NaN : Date.parse(at);
    for (const [principle, severity] of Object.entries(found) as [PrincipleId, Severity][]) {
      columns[severity][seq] = ((columns[severity][seq] ?? 0) | (1 << PRINCIPLES.indexOf(principle))) >>> 0;
      if (severity !== 'low') columns.count[seq] = (columns.count[seq] ?? 0) + 1;
    }
  }
  return columns;
}

export const everyOf = ({ length }: Columns): Uint32Array => Uint32Array.from({ length }, (_, seq) => seq);

function placeOf(names: string[], name: string | undefined): number {
  if (name === undefined) return NONE;
  if (!names.includes(name)) names.push(name);
  return names.indexOf(name);
}
