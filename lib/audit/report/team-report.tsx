/** The report of a run as one page that needs no script, no network and no other file, and that prints. */
import type { CriterionId, MoodId, PrincipleId } from '../../engine/types';
import { criterionLabel, principleLabel, strengthLabel } from '../../ui/principles';
import { language, plural, t } from '../../ui/text';
import type { Standing } from '../stats/compare';
import { ENOUGH } from '../stats/estimate';
import { BIN, type ExampleFinding, type Summary } from '../summary';
import { Bars, DATE, Figure, number, percent, ReportPage, Section } from './parts';

export interface ReportFacts {
  /** What was read: a file's name, as a person knows it. */
  source: string;
  /** When the run ended. */
  at: Date;
  /** Which of its replies, where not all are meant; by which version of the coach. */
  which?: string;
  version?: string;
  /** Teams or agents beside each other, where the replies name them. */
  groups?: { by: 'agents' | 'teams'; enough: Standing[]; few: Standing[] };
}

export function TeamReport({ summary, facts }: { summary: Summary; facts: ReportFacts }) {
  const { replies, bad } = summary;
  const { source, at, which, version } = facts;
  return (
    <ReportPage
      title={t('report_title', source)}
      about={
        <>
          {which && <p>{which}</p>}
          <p>
            {plural('report_replies', replies)}
            {bad > 0 && ` ${plural('report_bad', bad)}`} · {at.toLocaleString(language(), DATE)}
            {version && ` · ${version}`}
          </p>
        </>
      }
    >
      {replies === 0 ? (
        <p class="nothing">{t('report_nothing')}</p>
      ) : (
        <Findings summary={summary} groups={facts.groups} />
      )}
    </ReportPage>
  );
}

function Findings({ summary, groups }: { summary: Summary; groups: ReportFacts['groups'] }) {
  const { replies, scoreSum, quiet, moods, lowest } = summary;
  const principles = [...summary.principles].sort(([, a], [, b]) => b.replies - a.replies);
  return (
    <>
      <dl class="figures">
        <Figure name={t('report_mean')} value={number(scoreSum / replies, 1)} />
        <Figure name={t('report_quiet')} value={percent(quiet / replies)} />
        {(Object.keys(moods) as MoodId[]).map((mood) => (
          <Figure key={mood} name={t(`report_mood_${mood}`)} value={percent(moods[mood] / replies)} />
        ))}
      </dl>
      <Section title={t('report_scores')}>
        <Bars
          rows={summary.bins.map((count, index) => ({
            name: index === summary.bins.length - 1 ? `${index * BIN}–100` : `${index * BIN}–${index * BIN + BIN - 1}`,
            share: count / Math.max(...summary.bins),
            value: number(count),
          }))}
        />
      </Section>
      {groups && <Groups {...groups} />}
      <Section title={t('report_criteria')}>
        <Bars
          rows={[...summary.criteria].map(([id, { sum, count }]: [CriterionId, { sum: number; count: number }]) => ({
            name: criterionLabel(id),
            share: sum / count,
            value: `${percent(sum / count)} ${plural('report_of', count)}`,
          }))}
        />
      </Section>
      <Section title={t('report_principles')}>
        {principles.length === 0 ? <p>{t('report_none_found')}</p> : null}
        {principles.map(([id, { findings, replies: found, examples }]) => (
          <article key={id}>
            <h3>{principleLabel(id)}</h3>
            <p class="soft">
              {plural('report_in_replies', found)} ({percent(found / replies)}), {plural('report_findings', findings)}
            </p>
            {examples.map((example) => (
              <Example key={`${example.reply} ${example.quote}`} {...example} />
            ))}
          </article>
        ))}
      </Section>
      <Section title={t('report_strengths')}>
        <Bars
          rows={[...summary.strengths]
            .sort(([, a], [, b]) => b - a)
            .map(([id, count]) => ({
              name: strengthLabel(id),
              share: count / replies,
              value: percent(count / replies),
            }))}
        />
      </Section>
      {lowest.length > 0 && (
        <Section title={t('report_lowest')}>
          <table class="lowest">
            <thead>
              <tr>
                <th scope="col">{t('report_reply')}</th>
                <th scope="col" class="number">
                  {t('report_score')}
                </th>
                <th scope="col">{t('report_mood')}</th>
                <th scope="col">{t('report_found')}</th>
              </tr>
            </thead>
            <tbody>
              {lowest.map(({ id, score, mood, principles }) => (
                <tr key={id}>
                  <td>{id}</td>
                  <td class="number">{number(score)}</td>
                  <td>{t(`report_feels_${mood}`)}</td>
                  <td>{principles.map((principle: PrincipleId) => principleLabel(principle)).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}

function Example({ reply, quote, message, better }: ExampleFinding) {
  return (
    <blockquote>
      {quote !== null && <p class="before">{quote}</p>}
      <p class="soft">{message}</p>
      {better && (better.text ? <p class="after">{better.text}</p> : <p class="soft">{t('report_leave_out')}</p>)}
      <footer>{reply}</footer>
    </blockquote>
  );
}

/** In the order of names, with intervals: this is no ranking. */
function Groups({ by, enough, few }: NonNullable<ReportFacts['groups']>) {
  return (
    <Section title={t(`report_${by}`)}>
      {enough.length > 0 && (
        <table class="lowest">
          <thead>
            <tr>
              <th scope="col">{t(`report_${by}`)}</th>
              <th scope="col" class="number">
                {t('report_replies_column')}
              </th>
              <th scope="col" class="number">
                {t('report_mean')}
              </th>
              <th scope="col" class="number">
                {t('report_interval')}
              </th>
            </tr>
          </thead>
          <tbody>
            {enough.map(({ name, mean }) => (
              <tr key={name}>
                <td>{name}</td>
                <td class="number">{number(mean.n)}</td>
                <td class="number">{number(mean.value, 1)}</td>
                <td class="number">
                  {number(mean.low, 1)}–{number(mean.high, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="soft">
        {t('report_interval_about')}
        {few.length > 0 &&
          ` ${t('report_few', ENOUGH, few.map(({ name, mean }) => `${name} (${number(mean.n)})`).join(', '))}`}
      </p>
    </Section>
  );
}
