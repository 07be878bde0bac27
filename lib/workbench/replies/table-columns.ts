/** Which columns of the table there is something for, and room for. */
import { type Columns, NONE } from '../../audit/columns';
import type { SortBy } from '../../audit/sort';

export type ColumnId = SortBy | 'reply' | 'customer' | 'verdict';

interface Column {
  /** px below which it would say nothing. */
  least: number;
  /** As in `grid-template-columns`. */
  width: string;
}

const COLUMNS: Record<ColumnId, Column> = {
  score: { least: 66, width: '66px' },
  mood: { least: 84, width: '84px' },
  findings: { least: 210, width: 'minmax(210px, 1fr)' },
  reply: { least: 210, width: 'minmax(210px, 1.7fr)' },
  customer: { least: 210, width: 'minmax(210px, 1.4fr)' },
  agent: { least: 116, width: '116px' },
  team: { least: 104, width: '104px' },
  channel: { least: 76, width: '76px' },
  date: { least: 92, width: '92px' },
  verdict: { least: 44, width: '44px' },
};

const ORDER: readonly ColumnId[] = [
  'score',
  'mood',
  'findings',
  'reply',
  'customer',
  'agent',
  'team',
  'channel',
  'date',
  'verdict',
];
/** What a narrow table keeps longest. */
const BY_WORTH: readonly ColumnId[] = [
  'score',
  'verdict',
  'reply',
  'findings',
  'agent',
  'mood',
  'date',
  'team',
  'channel',
  'customer',
];

const GAP = 12;
const EDGES = 40;

/** Below this width (px) a row is a card of three lines. */
export const CARDS_BELOW = 540;

/** In the order of the table. `width` in px. */
export function columnsFor(columns: Columns, width: number): ColumnId[] {
  const shown = new Set<ColumnId>();
  let used = EDGES;
  for (const id of BY_WORTH) {
    if (!hasAny(columns, id)) continue;
    used += COLUMNS[id].least + GAP;
    if (used > width) break;
    shown.add(id);
  }
  return ORDER.filter((id) => shown.has(id));
}

export function templateOf(ids: readonly ColumnId[]): string {
  return ids.map((id) => COLUMNS[id].width).join(' ');
}

function hasAny({ agents, teams, at, channel, length }: Columns, id: ColumnId): boolean {
  switch (id) {
    case 'agent':
      return agents.length > 0;
    case 'team':
      return teams.length > 0;
    case 'date':
      return at.subarray(0, length).some((one) => !Number.isNaN(one));
    case 'channel':
      return channel.subarray(0, length).some((one) => one !== channel[0]);
    default:
      return true;
  }
}

/** '' where none is known. */
export function nameOf(names: readonly string[], place: number | undefined): string {
  return place === undefined || place === NONE ? '' : (names[place] ?? '');
}
