/** What stands in a row of the table. All but the excerpts is at hand in the run's columns, so a row is never empty. */
import { CHANNELS, type Columns, MOODS, PRINCIPLES } from '../../audit/columns';
import type { ReviewedReply, Verdict } from '../../audit/model';
import { isEmpty } from '../../audit/verdict';
import type { Severity } from '../../engine/types';
import { Check } from '../../ui/icons';
import { principleLabel } from '../../ui/principles';
import { language, plural, t } from '../../ui/text';
import { type ColumnId, nameOf } from './table-columns';

export interface CellProps {
  columns: Columns;
  seq: number;
  text: ReviewedReply | undefined;
  verdict: Verdict | undefined;
}

/** Enough for the widest cell; the rest would only be cut. In characters. */
const EXCERPT = 260;

export function Cell({ id, columns, seq, text, verdict }: CellProps & { id: ColumnId }) {
  switch (id) {
    case 'score':
      return <Score score={columns.score[seq] ?? 0} />;
    case 'mood':
      return <Mood mood={MOODS[columns.mood[seq] ?? 0] ?? 'calm'} />;
    case 'findings':
      return <Tags columns={columns} seq={seq} />;
    case 'reply':
      return <span class="excerpt">{text && excerpt(text.reply.draft)}</span>;
    case 'customer':
      return <span class="excerpt soft">{text && excerpt(customerOf(text))}</span>;
    case 'agent':
      return <span class="cut">{nameOf(columns.agents, columns.agent[seq])}</span>;
    case 'team':
      return <span class="cut soft">{nameOf(columns.teams, columns.team[seq])}</span>;
    case 'channel':
      return <span class="soft">{t(`channel_${CHANNELS[columns.channel[seq] ?? 0] ?? 'email'}`)}</span>;
    case 'date':
      return <Day at={columns.at[seq] ?? Number.NaN} />;
    case 'verdict':
      return <Seen verdict={verdict} />;
  }
}

export function customerOf({ reply }: ReviewedReply): string {
  return reply.conversation?.customer ?? reply.customer ?? '';
}

function excerpt(text: string): string {
  return text.slice(0, EXCERPT).replace(/\s+/g, ' ');
}

/** One colour for every score: a low one is no alarm. */
function Score({ score }: { score: number }) {
  return (
    <span class="score-cell">
      <b>{score}</b>
      <span class="meter" aria-hidden="true">
        <span style={{ inlineSize: `${score}%` }} />
      </span>
    </span>
  );
}

export function Mood({ mood }: { mood: (typeof MOODS)[number] }) {
  return (
    <span class="feels" data-mood={mood}>
      {t(`mood_${mood}`)}
    </span>
  );
}

/** So many kinds are named; the rest are counted. */
const NAMED = 2;

function Tags({ columns, seq }: { columns: Columns; seq: number }) {
  const found = (['high', 'medium'] as const).flatMap((severity) => kinds(columns[severity][seq] ?? 0, severity));
  const count = columns.count[seq] ?? 0;
  if (count === 0) return <span class="soft">{t('replies_no_findings')}</span>;
  const more = found.length - NAMED;
  return (
    <span class="tags">
      <b>
        {count}
        <span class="visually-hidden"> {plural('replies_findings', count)}</span>
      </b>
      {found.slice(0, NAMED).map(({ principle, severity }) => (
        <span key={`${principle}-${severity}`} class="tag" data-severity={severity}>
          {principleLabel(principle)}
          <span class="visually-hidden"> ({t(`severity_${severity}`)})</span>
        </span>
      ))}
      {more > 0 && <span class="soft">+{more}</span>}
    </span>
  );
}

function kinds(mask: number, severity: Severity) {
  return PRINCIPLES.filter((_, bit) => mask & (1 << bit)).map((principle) => ({ principle, severity }));
}

let days: Intl.DateTimeFormat | undefined;

/** Days are UTC's, as in the filter and the pictures. */
function Day({ at }: { at: number }) {
  if (Number.isNaN(at)) return null;
  days ??= new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <time class="soft" dateTime={new Date(at).toISOString().slice(0, 10)}>
      {days.format(at)}
    </time>
  );
}

function Seen({ verdict }: { verdict: Verdict | undefined }) {
  if (!verdict || isEmpty(verdict)) return null;
  const state = verdict.done ? 'done' : 'begun';
  return (
    <span class="seen" data-state={state} title={t(`replies_${state}`)}>
      {verdict.done && <Check />}
      <span class="visually-hidden">{t(`replies_${state}`)}</span>
    </span>
  );
}
