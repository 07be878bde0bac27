/** The tour, told in a terminal: short lines, aligned, wrapped. */
import { relative } from 'node:path';
import type { Edit } from '../engine/types';
import type { Snapshot } from '../messages';
import { formatKey, isMac, keysInForce } from '../page/keys';
import { principleLabel } from '../ui/principles';
import { asItWillStand } from '../ui/standing';
import type { Coached } from './tour';

const WIDTH = 92;

/** The whole story of one reply, lines joined, without a line end. */
export function report({ ticket, before, after, findings, taken, pictures }: Coached, number: number): string {
  const mac = isMac(process.platform === 'darwin' ? 'Mac' : '');
  const key = formatKey(keysInForce({}, mac).use, mac);
  return [
    `${number}. ${ticket.subject}`,
    `   ${ticket.channel} from ${ticket.customer}, who is ${before.review?.mood.id}`,
    '',
    '   As typed',
    block(before.draft),
    '',
    `   The coach finds ${findings.length}`,
    ...findings.flatMap(({ finding, suggestion }) => [
      `   ${MARKS[finding.severity]} ${principleLabel(finding.principle)}${quote(before.draft, finding.span)}`,
      wrap(finding.message, '       '),
      suggestion ? wrap(`→ ${standing(before.draft, suggestion)}`, '       ', '         ') : '       (no rewrite)',
    ]),
    '',
    `   After ${taken} ${taken === 1 ? 'rewrite' : 'rewrites'}, each taken with ${key}`,
    block(after.draft),
    ...openGaps(after),
    '',
    `   Score    ${score(before)} → ${score(after)} of 100`,
    `   Pictures ${pictures.map((path) => relative(process.cwd(), path)).join('\n            ')}`,
  ].join('\n');
}

/** What the customer would feel as a slap, what could be better, a hint. */
const MARKS = { high: '●', medium: '○', low: '·' } as const;

function score({ review }: Snapshot): string {
  return String(Math.round(review?.scorecard.score ?? 0)).padStart(3);
}

function quote(draft: string, span: { start: number; end: number } | null): string {
  return span ? `  “${oneLine(draft.slice(span.start, span.end))}”` : '';
}

/** The sentence as it will stand, as the sidebar has it. */
function standing(draft: string, edit: Edit): string {
  const { after, clippedStart, clippedEnd } = asItWillStand(draft, edit);
  return oneLine(`${clippedStart ? '… ' : ''}${after}${clippedEnd ? ' …' : ''}`) || '(take it out)';
}

function openGaps({ review }: Snapshot): string[] {
  const names = review?.gaps.map((gap) => `[${gap.name}]`) ?? [];
  return names.length > 0 ? ['', wrap(`Left for the agent to fill: ${names.join(' ')}`, '   ')] : [];
}

function block(text: string): string {
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '   │' : wrap(line, '   │ ')));
  return lines.join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Breaks at spaces; `rest` indents the lines after the first. */
function wrap(text: string, indent: string, rest = indent): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const prefix = lines.length === 0 ? indent : rest;
    if (line && prefix.length + line.length + 1 + word.length > WIDTH) {
      lines.push(prefix + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push((lines.length === 0 ? indent : rest) + line);
  return lines.join('\n');
}
