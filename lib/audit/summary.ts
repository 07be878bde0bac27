/** What a run of an audit comes to, added up row by row: the memory it takes does not grow with the run. */
import type { AuditResult, CriterionId, Edit, MoodId, PrincipleId, Severity, StrengthId } from '../engine/types';

/** Sentences that are kept for each principle, and replies for the list to look at first. */
const EXAMPLES = 3;
const LOWEST = 10;
/** Width of a column of the score's distribution, in points. */
export const BIN = 10;

export interface ExampleFinding {
  reply: string;
  quote: string | null;
  message: string;
  severity: Severity;
  /** What the first suggestion puts in the place of `replaced`; null where suggestions were not asked for. */
  better: { replaced: string; text: string } | null;
}

export interface PrincipleCount {
  findings: number;
  /** Replies with at least one. */
  replies: number;
  examples: ExampleFinding[];
}

export interface LowReply {
  id: string;
  score: number;
  mood: MoodId;
  principles: PrincipleId[];
}

export interface Summary {
  replies: number;
  /** Lines that could not be read. */
  bad: number;
  scoreSum: number;
  /** Replies by score: 0 to 9, 10 to 19, …; the last takes in 100. */
  bins: number[];
  /** Replies in which nothing of high or medium severity was found. */
  quiet: number;
  moods: Record<MoodId, number>;
  criteria: Map<CriterionId, { sum: number; count: number }>;
  principles: Map<PrincipleId, PrincipleCount>;
  strengths: Map<StrengthId, number>;
  /** Lowest score first. */
  lowest: LowReply[];
}

export function emptySummary(): Summary {
  return {
    replies: 0,
    bad: 0,
    scoreSum: 0,
    bins: Array.from({ length: 100 / BIN }, () => 0),
    quiet: 0,
    moods: { calm: 0, upset: 0, abusive: 0 },
    criteria: new Map(),
    principles: new Map(),
    strengths: new Map(),
    lowest: [],
  };
}

/** An example that was kept, and the finding that it is of. */
export interface Kept {
  example: ExampleFinding;
  finding: AuditResult['findings'][number];
}

/** Adds one reply. Gives the examples that were kept of it, for those who make suggestions only where they are shown. */
export function addResult(summary: Summary, result: AuditResult): Kept[] {
  summary.replies += 1;
  summary.scoreSum += result.score;
  const bin = Math.min(summary.bins.length - 1, Math.floor(result.score / BIN));
  summary.bins[bin] = (summary.bins[bin] ?? 0) + 1;
  summary.moods[result.mood] += 1;
  for (const [id, value] of Object.entries(result.criteria) as [CriterionId, number | null][]) {
    if (value === null) continue;
    const entry = entryOf(summary.criteria, id, () => ({ sum: 0, count: 0 }));
    entry.sum += value;
    entry.count += 1;
  }
  for (const id of new Set(result.strengths)) summary.strengths.set(id, (summary.strengths.get(id) ?? 0) + 1);
  addLow(summary, result);
  return addFindings(summary, result);
}

function addFindings(summary: Summary, { id, findings }: AuditResult): Kept[] {
  const kept: Kept[] = [];
  // Hints are for the agent while typing; nobody is measured by them.
  const counted = findings.filter(({ severity }) => severity !== 'low');
  if (counted.length === 0) summary.quiet += 1;
  for (const finding of counted) {
    const entry = entryOf(summary.principles, finding.principle, () => ({ findings: 0, replies: 0, examples: [] }));
    entry.findings += 1;
    if (entry.examples.length < EXAMPLES && !entry.examples.some(({ quote }) => quote === finding.quote)) {
      const { quote, message, severity } = finding;
      const example = { reply: id, quote, message, severity, better: better(finding) };
      entry.examples.push(example);
      kept.push({ example, finding });
    }
  }
  for (const principle of new Set(counted.map((finding) => finding.principle))) {
    const entry = summary.principles.get(principle);
    if (entry) entry.replies += 1;
  }
  return kept;
}

/** What the first suggestion comes to. An edit that stands inside the quote is shown as the whole quote with the edit in it; others as what they put in. */
export function better({ start, quote, suggestions }: AuditResult['findings'][number]): ExampleFinding['better'] {
  const edit: Edit | undefined = suggestions?.[0];
  if (!edit) return null;
  if (start === null || quote === null || edit.start < start || edit.end > start + quote.length) {
    return { replaced: '', text: edit.text.trim() };
  }
  const text = quote.slice(0, edit.start - start) + edit.text + quote.slice(edit.end - start);
  return { replaced: quote, text: text.trim() };
}

function addLow(summary: Summary, { id, score, mood, findings }: AuditResult): void {
  const last = summary.lowest.at(-1);
  if (summary.lowest.length === LOWEST && last && last.score <= score) return;
  const principles = [
    ...new Set(findings.filter(({ severity }) => severity !== 'low').map(({ principle }) => principle)),
  ];
  if (principles.length === 0) return;
  const at = summary.lowest.findIndex((each) => each.score > score);
  summary.lowest.splice(at < 0 ? summary.lowest.length : at, 0, { id, score, mood, principles });
  summary.lowest.length = Math.min(summary.lowest.length, LOWEST);
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
