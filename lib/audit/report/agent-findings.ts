/** What a report for one agent says, gathered from their replies: what they do well first, then what to work on. */
import type { Edit, PrincipleId, Review, StrengthId } from '../../engine/types';
import { asItWillStand, type Standing } from '../../ui/standing';
import { type Columns, PRINCIPLES, STRENGTHS } from '../columns';
import type { Reply } from '../model';

/** A sentence of theirs, and where it stands. */
export interface Sentence {
  text: string;
  reply: string;
  at?: string;
}

export interface Improvement {
  message: string;
  reply: string;
  at?: string;
  /** The sentence as it was sent and as it would stand; null where there is no suggestion. */
  standing: Standing | null;
  quote: string | null;
}

export interface AgentFindings {
  replies: number;
  strengths: { id: StrengthId; replies: number; sentences: Sentence[] }[];
  work: { principle: PrincipleId; replies: number; examples: Improvement[] }[];
}

/** A reply in full: its review, and the suggestions by finding. */
export interface Seen {
  reply: Reply;
  review: Review;
  suggestions: Record<string, Edit[]>;
}

const STRENGTHS_SHOWN = 4;
const WORK_SHOWN = 3;
const SENTENCES = 2;
const EXAMPLES = 3;
/** Replies that are looked at for the sentences of one strength or principle. */
const LOOKS = 8;
/** What every reply may have: named only where there is little else. */
const COURTESIES: readonly StrengthId[] = ['warm-greeting', 'warm-closing', 'matches-register'];

/** `look` is asked for a few replies of each strength and principle, the newest first. */
export async function agentFindings(
  columns: Columns,
  seqs: Uint32Array,
  look: (seq: number) => Promise<Seen>,
): Promise<AgentFindings> {
  const newest = [...seqs].sort((a, b) => (columns.at[b] || 0) - (columns.at[a] || 0) || b - a);
  const seen = new Map<number, Promise<Seen>>();
  const once = (seq: number) => {
    const known = seen.get(seq) ?? look(seq);
    seen.set(seq, known);
    return known;
  };
  const strengths = [];
  for (const id of usualStrengths(columns, seqs)) {
    const own = newest.filter((seq) => has(columns.strengths, seq, STRENGTHS.indexOf(id)));
    strengths.push({ id, replies: own.length, sentences: await sentencesOf(id, own, once) });
  }
  const work = [];
  for (const principle of mostTelling(columns, seqs)) {
    const place = PRINCIPLES.indexOf(principle);
    const [high, medium] = [columns.high, columns.medium].map((column) =>
      newest.filter((seq) => has(column, seq, place)),
    );
    const own = [...new Set([...(high ?? []), ...(medium ?? [])])];
    work.push({ principle, replies: own.length, examples: await improvementsOf(principle, own, once) });
  }
  return { replies: seqs.length, strengths, work };
}

function usualStrengths(columns: Columns, seqs: Uint32Array): StrengthId[] {
  const counted = STRENGTHS.map((id, place) => ({ id, count: countOf(columns.strengths, seqs, place) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const courtesy = ({ id }: { id: StrengthId }) => COURTESIES.includes(id);
  return [...counted.filter((each) => !courtesy(each)), ...counted.filter(courtesy)]
    .slice(0, STRENGTHS_SHOWN)
    .map(({ id }) => id);
}

/** By the replies in which it is found, those of high severity twice. Once is a slip, and no habit: it takes two. */
function mostTelling(columns: Columns, seqs: Uint32Array): PrincipleId[] {
  return PRINCIPLES.map((principle, place) => {
    const high = countOf(columns.high, seqs, place);
    const all = seqs.filter((seq) => has(columns.high, seq, place) || has(columns.medium, seq, place)).length;
    return { principle, all, weight: all + high };
  })
    .filter(({ all }) => all >= 2)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, WORK_SHOWN)
    .map(({ principle }) => principle);
}

type Look = (seq: number) => Promise<Seen>;

async function sentencesOf(id: StrengthId, seqs: number[], look: Look): Promise<Sentence[]> {
  const found: Sentence[] = [];
  for (const seq of seqs.slice(0, LOOKS)) {
    const { reply, review } = await look(seq);
    const span = review.strengths.find((strength) => strength.id === id)?.span;
    const text = span && sentenceAt(reply.draft, span.start);
    if (!text || found.some((known) => known.text === text)) continue;
    found.push({ text, reply: reply.id, at: reply.at });
    if (found.length === SENTENCES) break;
  }
  return found;
}

/** Those with a better sentence come before those with a hint only. */
async function improvementsOf(principle: PrincipleId, seqs: number[], look: Look): Promise<Improvement[]> {
  const found: Improvement[] = [];
  for (const seq of seqs.slice(0, LOOKS)) {
    const { reply, review, suggestions } = await look(seq);
    const finding = review.findings.find((each) => each.principle === principle && each.severity !== 'low');
    if (!finding) continue;
    const [edit] = suggestions[finding.id] ?? [];
    const standing = edit ? asItWillStand(reply.draft, edit) : null;
    const quote = finding.span && reply.draft.slice(finding.span.start, finding.span.end);
    if (found.some((known) => known.quote === quote && known.standing?.after === standing?.after)) continue;
    found.push({ message: finding.message, reply: reply.id, at: reply.at, standing, quote });
    if (found.filter((each) => each.standing).length === EXAMPLES) break;
  }
  return found.sort((a, b) => Number(b.standing !== null) - Number(a.standing !== null)).slice(0, EXAMPLES);
}

/** The sentence that `at` (UTF-16 code units) is in. */
export function sentenceAt(text: string, at: number): string {
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    if (at < index + segment.length) return segment.trim();
  }
  return '';
}

const has = (bits: Uint32Array | Uint16Array, seq: number, place: number): boolean =>
  (((bits[seq] ?? 0) >>> place) & 1) === 1;

function countOf(bits: Uint32Array | Uint16Array, seqs: Uint32Array, place: number): number {
  let count = 0;
  for (const seq of seqs) if (has(bits, seq, place)) count += 1;
  return count;
}
