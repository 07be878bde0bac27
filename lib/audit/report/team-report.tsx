/** The report of a run as one page that needs no script, no network and no other file, and that prints. */
import type { ComponentChildren } from 'preact';
import type { CriterionId, MoodId, PrincipleId } from '../../engine/types';
import { criterionLabel, principleLabel, strengthLabel } from '../../ui/principles';
import { language, plural, t } from '../../ui/text';
import { BIN, type ExampleFinding, type Summary } from '../summary';
import styles from './report-styles';

export interface ReportFacts {
  /** What was read: a file's name, as a person knows it. */
  source: string;
  /** When the run ended. */
  at: Date;
}

export function TeamReport({ summary, facts }: { summary: Summary; facts: ReportFacts }) {
  const { replies, bad } = summary;
  return (
    <html lang={language()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{t('report_title', facts.source)}</title>
        <style>{styles}</style>
      </head>
      <body>
        <header>
          <h1>{t('report_title', facts.source)}</h1>
          <p>
            {plural('report_replies', replies)}
            {bad > 0 && ` ${plural('report_bad', bad)}`} · {facts.at.toLocaleString(language(), DATE)}
          </p>
        </header>
        <main>{replies === 0 ? <p class="nothing">{t('report_nothing')}</p> : <Findings summary={summary} />}</main>
      </body>
    </html>
  );
}

const DATE: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };

function Findings({ summary }: { summary: Summary }) {
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

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A table with a bar in each row: `share` is from 0 to 1. */
function Bars({ rows }: { rows: { name: string; share: number; value: string }[] }) {
  return (
    <table class="bars">
      <tbody>
        {rows.map(({ name, share, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="bar">
              <span style={`width: ${(share * 100).toFixed(1)}%`} />
            </td>
            <td class="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
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

const number = (value: number, digits = 0) =>
  value.toLocaleString(language(), { maximumFractionDigits: digits, minimumFractionDigits: digits });

const percent = (share: number) => share.toLocaleString(language(), { style: 'percent', maximumFractionDigits: 0 });
