import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Summary } from '../summary';
import { type ReportFacts, TeamReport } from './team-report';

/** The whole HTML file of a run's report. All texts in it are escaped. */
export function renderTeamReport(summary: Summary, facts: ReportFacts): string {
  return `<!doctype html>\n${renderToString(h(TeamReport, { summary, facts }))}\n`;
}
