/** What leaves the workbench: a report for the team, one for an agent, and files for other programs. */

import { useMemo, useState } from 'preact/hooks';
import type { EngineSetup } from '../../audit/model';
import { agentFindings } from '../../audit/report/agent-findings';
import type { ExportFormat } from '../../audit/report/export-rows';
import { standings } from '../../audit/stats/compare';
import { spanOf } from '../../audit/stats/series';
import { tallyByName } from '../../audit/stats/tally';
import { packName } from '../../ui/pack-name';
import { saveFile } from '../../ui/save-file';
import { plural, t } from '../../ui/text';
import { number, period } from '../format';
import { FilterStrip } from '../insights/filter-strip';
import { Missing } from '../insights/missing';
import { type Select, useSelect } from '../insights/selection';
import { extensionVersion, filterWords } from '../insights/source';
import type { ViewProps } from '../replies/replies';
import { exportFile } from './export-file';
import { summaryOf } from './gather';
import { type JobState, useJob } from './use-job';

export function Reports({ open, route }: ViewProps) {
  const select = useSelect(open, route.filter);
  return (
    <div class="reports insights">
      <FilterStrip open={open} route={route} />
      {select && <Choices open={open} route={route} select={select} />}
    </div>
  );
}

interface Preview {
  html: string;
  name: string;
}

function Choices({ open, route: { filter }, select }: ViewProps & { select: Select }) {
  const columns = open.columns.value;
  const seqs = useMemo(() => select(filter), [select, filter]);
  const agents = useMemo(() => tallyByName(columns, seqs, 'agents'), [columns, seqs]);
  const [chosen, choose] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const { state, run, stop } = useJob();
  const agent = agents.some(([name]) => name === chosen) ? chosen : (agents[0]?.[0] ?? '');
  const { name, engine } = open.run.value;
  const coach = coachName(engine.pack);

  if (seqs.length === 0) return <Missing title={t('insights_none')} />;

  const team = () =>
    run('team', async (job) => {
      const { renderTeamReport } = await import('../../audit/report/render');
      const summary = await summaryOf(open, seqs, job);
      const by = columns.teams.length > 0 ? 'teams' : 'agents';
      const groups = tallyByName(columns, seqs, by);
      const html = renderTeamReport(summary, {
        source: name,
        at: new Date(),
        which: filterWords(filter) || undefined,
        version: coach,
        groups: groups.length > 0 ? { by, ...standings(groups) } : undefined,
      });
      setPreview({ html, name: `${name} ${t('reports_team')}.html` });
    });
  const single = () =>
    run('agent', async ({ signal }) => {
      const { renderAgentReport } = await import('../../audit/report/render');
      const own = select({ ...filter, agents: [agent] });
      const findings = await agentFindings(columns, own, (seq) => {
        signal.throwIfAborted();
        return open.look(seq);
      });
      const span = spanOf(columns, own);
      const facts = { agent, source: name, at: new Date(), version: coach, period: span ? period(span) : undefined };
      setPreview({ html: renderAgentReport(findings, facts), name: `${t('report_agent_title', agent)}.html` });
    });
  const save = (format: ExportFormat) =>
    run(format, async (job) => {
      const facts = { version: coach, exported: new Date().toISOString() };
      const ending = format === 'jsonl' ? 'jsonl' : 'csv';
      const suffix = format === 'findings' ? ` ${t('reports_findings')}` : '';
      saveFile(await exportFile(open, seqs, format, facts, job), `${name}${suffix}.${ending}`);
    });

  return (
    <>
      <p class="soft">{plural('reports_of', seqs.length, number(seqs.length))}</p>
      <div class="report-choices">
        <section class="card">
          <h2>{t('reports_team')}</h2>
          <p class="soft">{t('reports_team_about')}</p>
          <div class="actions">
            <button type="button" class="button primary" onClick={team}>
              {t('reports_make')}
            </button>
          </div>
        </section>
        <section class="card">
          <h2>{t('reports_agent')}</h2>
          <p class="soft">{t(agent ? 'reports_agent_about' : 'reports_no_agents')}</p>
          {agent && (
            <div class="actions">
              <select
                aria-label={t('insights_agent')}
                value={agent}
                onChange={(event) => choose(event.currentTarget.value)}
              >
                {agents.map(([each, { n }]) => (
                  <option key={each} value={each}>
                    {each} ({number(n)})
                  </option>
                ))}
              </select>
              <button type="button" class="button primary" onClick={single}>
                {t('reports_make')}
              </button>
            </div>
          )}
        </section>
        <section class="card">
          <h2>{t('reports_files')}</h2>
          <p class="soft">{t('reports_files_about')}</p>
          <div class="actions">
            {(['csv', 'findings', 'jsonl'] as const).map((format) => (
              <button key={format} type="button" class="button" onClick={() => save(format)}>
                {t(`reports_save_${format}`)}
              </button>
            ))}
          </div>
        </section>
      </div>
      <Progress state={state} total={seqs.length} stop={stop} />
      {preview && <PreviewPart {...preview} />}
    </>
  );
}

function Progress({ state, total, stop }: { state: JobState | null; total: number; stop(): void }) {
  return (
    <div class="job" role="status">
      {state?.running && (
        <>
          <progress
            max={total}
            value={state.name === 'agent' ? undefined : state.done}
            aria-label={t('reports_working')}
          />
          <span class="soft">
            {state.name === 'agent'
              ? t('reports_working')
              : t('insights_what_if_so_far', number(state.done), number(total))}
          </span>
          <button type="button" class="button" onClick={stop}>
            {t('insights_stop')}
          </button>
        </>
      )}
      {state?.failed && <p>{t('reports_failed', state.failed)}</p>}
    </div>
  );
}

function PreviewPart({ html, name }: Preview) {
  return (
    <section class="preview" aria-labelledby="preview-title">
      <header>
        <h2 id="preview-title">{name}</h2>
        <button
          type="button"
          class="button primary"
          onClick={() => saveFile(new Blob([html], { type: 'text/html;charset=utf-8' }), name)}
        >
          {t('reports_save')}
        </button>
      </header>
      {/* Without any leave: no script, no form, no way out. */}
      <iframe class="card" sandbox="" srcdoc={html} title={name} />
    </section>
  );
}

/** Which coach it was: 'Reframe 1.2.0 · Acme support, version 12'. */
function coachName(pack: EngineSetup['pack']): string {
  const own = `${t('extensionName')} ${extensionVersion()}`;
  return pack ? `${own} · ${packName(pack)}` : own;
}
