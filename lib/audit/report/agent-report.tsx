/**
 * The report for one agent, fit to hand over: what works well first, then what to work on with better sentences. No score,
 * no colleague and no rank is in it: it speaks of sentences, not of the person.
 */
import { principleLabel, strengthLabel } from '../../ui/principles';
import { WithGaps } from '../../ui/rewrite';
import { language, plural, t } from '../../ui/text';
import { ENOUGH } from '../stats/estimate';
import type { AgentFindings, Improvement, Sentence } from './agent-findings';
import { number, percent, ReportPage, Section } from './parts';

export interface AgentFacts {
  agent: string;
  /** What was read, and which of its replies. */
  source: string;
  period?: string;
  at: Date;
  version: string;
}

export function AgentReport({ findings, facts }: { findings: AgentFindings; facts: AgentFacts }) {
  const { replies, strengths, work } = findings;
  return (
    <ReportPage
      title={t('report_agent_title', facts.agent)}
      about={
        <>
          <p>{[plural('report_agent_replies', replies, number(replies)), facts.period].filter(Boolean).join(' · ')}</p>
          <p class="soft">
            {[facts.source, facts.at.toLocaleDateString(language(), { dateStyle: 'long' }), facts.version].join(' · ')}
          </p>
        </>
      }
    >
      {replies < ENOUGH && <p class="nothing note">{t('report_agent_few', number(replies))}</p>}
      <Section title={t('report_agent_strengths')}>
        {strengths.length === 0 && <p class="soft">{t('report_agent_no_strengths')}</p>}
        {strengths.map(({ id, replies: found, sentences }) => (
          <article key={id}>
            <h3>{strengthLabel(id)}</h3>
            <HowOften found={found} of={replies} />
            {sentences.map((sentence) => (
              <Own key={sentence.text} {...sentence} />
            ))}
          </article>
        ))}
      </Section>
      <Section title={work.length > 0 ? plural('report_agent_work', work.length) : t('report_agent_work_title')}>
        {work.length === 0 && <p class="soft">{t('report_agent_no_work')}</p>}
        {work.map(({ principle, replies: found, examples }) => (
          <article key={principle}>
            <h3>{principleLabel(principle)}</h3>
            <HowOften found={found} of={replies} />
            {examples.map((example) => (
              <Better key={`${example.reply} ${example.quote}`} {...example} />
            ))}
          </article>
        ))}
      </Section>
      <p class="nothing soft">{t('report_agent_about')}</p>
    </ReportPage>
  );
}

function HowOften({ found, of }: { found: number; of: number }) {
  return (
    <p class="soft">
      {plural('report_agent_often', of, number(found), number(of))}
      {of >= ENOUGH && ` (${percent(found / of)})`}
    </p>
  );
}

function Own({ text, ...where }: Sentence) {
  return (
    <blockquote>
      <p class="after">{text}</p>
      <Where {...where} />
    </blockquote>
  );
}

function Better({ message, standing, quote, ...where }: Improvement) {
  const before = standing ? standing.before.trim() : quote;
  const leaveOut = standing?.after.trim() === '';
  return (
    <blockquote>
      {before ? (
        <>
          <p class="soft">{t('report_agent_sent')}</p>
          <p class="before">{before}</p>
        </>
      ) : null}
      <p class="soft">{message}</p>
      {standing && (
        <>
          <p class="soft">{t(leaveOut ? 'report_leave_out' : before ? 'report_agent_better' : 'report_agent_add')}</p>
          {!leaveOut && (
            <p class="after">
              <WithGaps text={standing.after} gaps={standing.gaps} />
            </p>
          )}
        </>
      )}
      <Where {...where} />
    </blockquote>
  );
}

function Where({ reply, at }: { reply: string; at?: string }) {
  const date = at && new Date(at).toLocaleDateString(language(), { dateStyle: 'medium', timeZone: 'UTC' });
  return <footer>{[reply, date].filter(Boolean).join(' · ')}</footer>;
}
