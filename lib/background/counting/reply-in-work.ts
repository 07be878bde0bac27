/**
 * One reply from its first review to its last: what was found in it, and what became of that. Plain data, so that it
 * outlives the worker; it holds none of the reply's text, but for examples that the agent asked to keep.
 */
import type { Channel, Finding, PrincipleId, StrengthId } from '../../engine/types';
import type { Snapshot } from '../../messages';
import type { KeptExample } from '../../store/days';
import { asItWillStand } from '../../ui/standing';
import { takenIn } from './taken';

/** Fewer words are not yet a reply, or no longer one: a box that is emptied letter by letter ends as it was. */
const FEWEST_WORDS = 5;
/** The score is noted again each time the draft has grown by this factor. */
const GROWTH = 1.1;

export interface Tracked {
  /** The finding's id in the newest review. */
  id: string;
  rule: string;
  principle: PrincipleId;
  severity: 'high' | 'medium';
  state: 'open' | 'left' | 'taken' | 'byHand';
  /** It is of the draft as a whole. */
  whole: boolean;
  /** Length of the draft (UTF-16 code units) when it last stood there. */
  until: number;
  /** A rewrite of something else was written over it, or changed the draft that it is of. */
  touched?: true;
}

export interface ReplyInWork {
  /** Random. */
  id: string;
  /** Local date on which it was begun. */
  day: string;
  /** Fingerprint of the conversation; '' where the page shows none. */
  about: string;
  /** The frame that it was last seen in. */
  at: string;
  /** Its box was emptied: it was sent, or taken back. */
  emptied: boolean;
  channel: Channel;
  /** Of the newest review: the draft's length in UTF-16 code units, the score, the strengths. */
  length: number;
  score: number;
  strengths: StrengthId[];
  /** Length and score, as the draft grew. */
  grown: [length: number, score: number][];
  findings: Tracked[];
  examples: (Omit<KeptExample, 'id'> & { finding: string })[];
}

export interface Seen {
  /** The snapshot before this one, of the same reply. */
  before: Snapshot | null;
  /** The last one whose review was of its text. */
  read: Snapshot | null;
}

/** Takes in what the page says now. */
export function take(reply: ReplyInWork, { before, read }: Seen, now: Snapshot, keepExamples: boolean): void {
  if (before) markTaken(reply, before, now.draft, keepExamples);
  if (isRead(now)) review(reply, read, now);
}

/** Whether its review is of the whole of its newest text, in a language that the coach reads. */
export function isRead({ status, review, reach, draft }: Snapshot): boolean {
  const words = draft.match(/\S+/g)?.length ?? 0;
  return status === 'ready' && review !== null && !reach && review.language !== 'und' && words >= FEWEST_WORDS;
}

function markTaken(reply: ReplyInWork, before: Snapshot, now: string, keepExamples: boolean): void {
  for (const { finding, edit } of takenIn(before, now)) {
    const own = reply.findings.find(({ id }) => id === finding.id);
    if (!own) continue;
    own.state = 'taken';
    for (const { id, span } of before.review?.findings ?? []) {
      const met = !span || (span.start < edit.end && span.end > edit.start);
      const other = id !== finding.id && met;
      const tracked = other && reply.findings.find((each) => each.id === id);
      if (tracked) tracked.touched = true;
    }
    if (!keepExamples) continue;
    const { before: was, after } = asItWillStand(before.draft, edit);
    reply.examples.push({ principle: finding.principle, before: was, after, finding: finding.id });
  }
}

function review(reply: ReplyInWork, read: Snapshot | null, now: Snapshot): void {
  if (!now.review) return;
  const { findings, scorecard, strengths } = now.review;
  reply.length = now.draft.length;
  reply.score = scorecard.score;
  reply.strengths = [...new Set(strengths.map(({ id }) => id))];
  if (reply.length > (reply.grown.at(-1)?.[0] ?? 0) * GROWTH) reply.grown.push([reply.length, reply.score]);
  follow(
    reply,
    findings.filter(({ severity }) => severity !== 'low'),
    read,
    now,
  );
}

/**
 * Which finding of this review is which of the last. An id is made of the rule and the sentence: one whose sentence was
 * changed elsewhere has another, and is known by its rule.
 */
function follow(reply: ReplyInWork, found: readonly Finding[], read: Snapshot | null, now: Snapshot): void {
  const fresh = found.filter(({ id }) => !reply.findings.some((tracked) => tracked.id === id));
  const ids = new Map(found.map((finding) => [finding.id, finding]));
  const standing: Tracked[] = [];
  for (const tracked of reply.findings) {
    const same = ids.get(tracked.id);
    if (same) {
      // It is back: the rewrite was undone, or the words were.
      if (tracked.state !== 'left') tracked.state = 'open';
      reply.examples = reply.examples.filter(({ finding }) => finding !== tracked.id);
      stands(tracked, same, now);
    } else if (tracked.state === 'open' || tracked.state === 'left') standing.push(tracked);
  }
  const gone = standing.filter((tracked) => {
    const at = fresh.findIndex(({ rule }) => rule === tracked.rule);
    const renamed = at >= 0 ? fresh.splice(at, 1)[0] : undefined;
    if (renamed) stands(tracked, renamed, now);
    return !renamed;
  });
  const unseen = new Set<Tracked>();
  for (const tracked of gone) {
    if (tracked.state === 'left') continue;
    if (tracked.touched) tracked.state = 'taken';
    else if (wordsAreGone(tracked, read, now.draft)) tracked.state = 'byHand';
    // The words stand, and what followed made them fine, or their rule was switched off: nothing was to be mended.
    else unseen.add(tracked);
  }
  reply.findings = [
    ...reply.findings.filter((tracked) => !unseen.has(tracked)),
    ...fresh.map((one) => track(one, now)),
  ];
  for (const tracked of reply.findings) delete tracked.touched;
}

function stands(tracked: Tracked, finding: Finding, now: Snapshot): void {
  tracked.id = finding.id;
  tracked.severity = weightOf(finding);
  tracked.until = now.draft.length;
  if (now.left.includes(finding.id)) tracked.state = 'left';
}

function track(finding: Finding, now: Snapshot): Tracked {
  const tracked: Tracked = {
    id: finding.id,
    rule: finding.rule,
    principle: finding.principle,
    severity: weightOf(finding),
    state: 'open',
    whole: finding.span === null,
    until: 0,
  };
  stands(tracked, finding, now);
  return tracked;
}

const weightOf = ({ severity }: Finding) => (severity === 'high' ? 'high' : 'medium');

function wordsAreGone(tracked: Tracked, read: Snapshot | null, draft: string): boolean {
  if (tracked.whole) return true;
  const span = read?.review?.findings.find(({ id }) => id === tracked.id)?.span;
  if (!read || !span) return false;
  const words = read.draft.slice(span.start, span.end);
  return draft.split(words).length < read.draft.split(words).length;
}
