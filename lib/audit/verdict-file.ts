/**
 * Verdicts as a file, for another reviewer's machine: JSON, in this shape.
 *
 *     { "format": "reframe-verdicts", "version": 1, "audit": "March export", "coach": "Reframe 0.1.0",
 *       "exported": "2026-04-01T09:00:00.000Z",
 *       "verdicts": [{ "reply": "T-1001", "seq": 12, "reviewer": "Ana", "at": "…", "done": true, "comment": "…",
 *         "findings": { "blame/you-failed-to@0-24": "agree" },
 *         "missed": [{ "principle": "jargon", "start": 30, "end": 33, "quote": "RMA", "note": "…" }] }] }
 *
 * A reply is named by its id, and by its place for files in which ids repeat.
 */
import * as v from 'valibot';
import type { PrincipleId } from '../engine/types';
import { PRINCIPLES } from './columns';
import type { Reply, Verdict } from './model';

const FORMAT = 'reframe-verdicts';
const VERSION = 1;
/** No more characters than this in a name, a comment or a note. */
const LONGEST = 10_000;

const text = v.pipe(v.string(), v.maxLength(LONGEST));
const place = v.pipe(v.number(), v.integer(), v.minValue(0));

const fileVerdict = v.object({
  reply: text,
  seq: place,
  reviewer: v.pipe(text, v.trim(), v.minLength(1)),
  at: v.pipe(v.string(), v.isoTimestamp()),
  findings: v.record(text, v.picklist(['agree', 'disagree'])),
  missed: v.array(
    v.object({
      principle: v.picklist(PRINCIPLES as [PrincipleId, ...PrincipleId[]]),
      start: place,
      end: place,
      quote: text,
      note: v.optional(text),
    }),
  ),
  comment: v.optional(text),
  done: v.boolean(),
});

const file = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  audit: v.string(),
  coach: v.string(),
  exported: v.string(),
  verdicts: v.array(fileVerdict),
});

export type VerdictFile = v.InferOutput<typeof file>;
export type FileVerdict = VerdictFile['verdicts'][number];

/** Why a file could not be read: 'json', 'format' (another kind of file), 'version' (a newer one), or a place in it. */
export class VerdictFileError extends Error {
  constructor(
    readonly why: 'json' | 'format' | 'version' | 'shape',
    readonly place = '',
  ) {
    super(`${why} ${place}`.trim());
    this.name = 'VerdictFileError';
  }
}

/** `idOf` gives the id of a reply by its place in the run; verdicts on replies without one are left out. */
export function verdictFile(
  verdicts: readonly Verdict[],
  idOf: (seq: number) => string | undefined,
  about: { audit: string; coach: string; exported: string },
): string {
  const rows = verdicts.flatMap(({ run: _, seq, ...said }): FileVerdict[] => {
    const reply = idOf(seq);
    return reply === undefined ? [] : [{ reply, seq, ...said }];
  });
  const whole: VerdictFile = { format: FORMAT, version: VERSION, ...about, verdicts: rows };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** Throws a `VerdictFileError`. */
export function readVerdictFile(json: string): VerdictFile {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new VerdictFileError('json');
  }
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) throw new VerdictFileError('format');
  if (version !== VERSION) throw new VerdictFileError('version');
  const result = v.safeParse(file, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new VerdictFileError('shape', v.getDotPath(issue) ?? '');
}

/** What a file brings to a run. */
export interface Merge {
  /** To be kept: new, or newer than what that reviewer said of the reply before. */
  take: Verdict[];
  /** Of `take`, those that take the place of an older one. */
  newer: number;
  /** Those that were here already, the same or newer. */
  known: number;
  /** Ids of replies that this run does not have. */
  unknown: string[];
}

/** `seqOf` gives the place of a reply by what the file says of it. */
export function mergeVerdicts(
  { verdicts }: VerdictFile,
  run: string,
  here: readonly Verdict[],
  seqOf: (verdict: FileVerdict) => number | undefined,
): Merge {
  const merge: Merge = { take: [], newer: 0, known: 0, unknown: [] };
  const before = new Map(here.map((verdict) => [`${verdict.seq} ${verdict.reviewer}`, verdict]));
  for (const { reply, ...said } of verdicts) {
    const seq = seqOf({ reply, ...said });
    if (seq === undefined) {
      merge.unknown.push(reply);
      continue;
    }
    const old = before.get(`${seq} ${said.reviewer}`);
    if (old && Date.parse(old.at) >= Date.parse(said.at)) {
      merge.known += 1;
      continue;
    }
    if (old) merge.newer += 1;
    merge.take.push({ ...said, run, seq });
  }
  return merge;
}

/**
 * Finds the replies of a file in a run: at the place that the file names, else by id among `all`, which is read only as
 * far as it takes. An id that is there more than once is the first one.
 */
export async function findReplies(
  { verdicts }: VerdictFile,
  at: (seqs: number[]) => Promise<Reply[]>,
  all: () => AsyncIterable<Reply[]>,
): Promise<(verdict: FileVerdict) => number | undefined> {
  const places = new Map((await at([...new Set(verdicts.map(({ seq }) => seq))])).map(({ seq, id }) => [seq, id]));
  const missing = new Set(verdicts.filter(({ seq, reply }) => places.get(seq) !== reply).map(({ reply }) => reply));
  const found = new Map<string, number>();
  if (missing.size > 0) {
    for await (const replies of all()) {
      for (const { id, seq } of replies) if (missing.delete(id)) found.set(id, seq);
      if (missing.size === 0) break;
    }
  }
  return ({ seq, reply }) => (places.get(seq) === reply ? seq : found.get(reply));
}
