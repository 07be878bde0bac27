import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Summary } from '../summary';
import type { AgentFindings } from './agent-findings';
import { type AgentFacts, AgentReport } from './agent-report';
import { type ReportFacts, TeamReport } from './team-report';

/** The whole HTML file of a run's report. All texts in it are escaped. */
export function renderTeamReport(summary: Summary, facts: ReportFacts): string {
  return page(TeamReport, { summary, facts });
}

/** The whole HTML file of the report for one agent. All texts in it are escaped. */
export function renderAgentReport(findings: AgentFindings, facts: AgentFacts): string {
  return page(AgentReport, { findings, facts });
}

function page<P extends object>(report: FunctionComponent<P>, props: P): string {
  return `<!doctype html>\n${renderToString(h(report, props))}\n`;
}
