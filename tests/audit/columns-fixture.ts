/** Columns of made-up replies, the same for the same seed. */
import { CHANNELS, type Columns, MOODS, NONE, PRINCIPLES, STRENGTHS } from '../../lib/audit/columns';
import { randomFrom } from '../../lib/audit/random';
import { CRITERIA } from '../../lib/engine/principles';

export function madeUp(length: number, { seed = 'columns', agents = 12, teams = 3 } = {}): Columns {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const columns: Columns = {
    length,
    score: new Uint8Array(length),
    mood: new Uint8Array(length),
    channel: new Uint8Array(length),
    high: new Uint32Array(length),
    medium: new Uint32Array(length),
    low: new Uint32Array(length),
    count: new Uint16Array(length),
    strengths: new Uint16Array(length),
    criteria: new Uint8Array(length * CRITERIA.length),
    agent: new Uint16Array(length),
    team: new Uint16Array(length),
    at: new Float64Array(length),
    agents: Array.from({ length: agents }, (_, place) => `Agent ${(place * 7) % agents}`),
    teams: Array.from({ length: teams }, (_, place) => `Team ${place}`),
  };
  const mask = (kinds: number, often: number) => {
    let bits = 0;
    for (let kind = 0; kind < kinds; kind++) if (random() < often) bits |= 1 << kind;
    return bits;
  };
  for (let seq = 0; seq < length; seq++) {
    columns.high[seq] = mask(PRINCIPLES.length, 0.03);
    columns.medium[seq] = mask(PRINCIPLES.length, 0.06);
    columns.low[seq] = mask(PRINCIPLES.length, 0.04);
    const agent = random() < 0.05 ? NONE : below(agents);
    columns.score[seq] = 40 + below(61);
    columns.mood[seq] = below(MOODS.length);
    columns.channel[seq] = below(CHANNELS.length);
    columns.count[seq] = below(6);
    columns.strengths[seq] = mask(STRENGTHS.length, 0.1);
    columns.agent[seq] = agent;
    columns.team[seq] = agent === NONE ? NONE : agent % teams;
    columns.at[seq] = random() < 0.1 ? Number.NaN : Date.parse('2026-01-01') + below(90 * 86_400_000);
  }
  return columns;
}
