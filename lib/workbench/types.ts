/** What the views of the workbench share: the runs, and the one that is open. */

import type { ReadonlySignal } from '@preact/signals';
import type { Columns } from '../audit/columns';
import type { Filter } from '../audit/filter';
import type { HelpdeskExport } from '../audit/import/helpdesks';
import type { Mapping, Masking, Reply, ReviewedReply, Run, SourceFormat, Verdict, WorkList } from '../audit/model';
import type { Edit, Review } from '../engine/types';

export interface NewRun {
  file: Blob;
  name: string;
  format: SourceFormat;
  mapping: Mapping;
  mask: Masking;
  /** Whose export it is, where that is known. */
  helpdesk?: HelpdeskExport['name'];
}

/** All audits on this machine. Methods reject with an Error whose message is for people. */
export interface Runs {
  /** Newest first; null until they are read. */
  all: ReadonlySignal<readonly Run[] | null>;
  /** Keeps the file and begins to read it. Gives the run's id. */
  start(run: NewRun): Promise<string>;
  pause(id: string): Promise<void>;
  goOn(id: string): Promise<void>;
  /** Goes no further; what is there is kept and is the audit. While it is read, what was read is reviewed. */
  stopHere(id: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Everything of the run, verdicts and lists too. */
  remove(id: string): Promise<void>;
  open(id: string): Promise<OpenRun>;
}

/** A reply as the engine sees it now, with what it would have offered. */
export interface Look {
  reply: Reply;
  review: Review;
  /** By finding id, best first. */
  suggestions: Record<string, Edit[]>;
}

/** A reply's score as it is, and as it would be with the first suggestion of each finding. */
export interface Coached {
  seq: number;
  before: number;
  after: number;
}

/** One run on show. Replies are named by `seq`. */
export interface OpenRun {
  run: ReadonlySignal<Run>;
  /** A new object whenever replies were added. */
  columns: ReadonlySignal<Columns>;
  /** In the order asked for. */
  read(seqs: readonly number[]): Promise<ReviewedReply[]>;
  /** The same review as in the run, to the letter, in full. */
  look(seq: number): Promise<Look>;
  /** Those in which every word of the text stands, in the reply or the customer's message, and the rule found something. */
  search(sought: Pick<Filter, 'text' | 'rule'>, signal: AbortSignal): Promise<ReadonlySet<number>>;
  /** One after another, as they are made. */
  coached(seqs: readonly number[], signal: AbortSignal): AsyncIterable<Coached>;

  /** Every reviewer's, this machine's and those from files. */
  verdicts: ReadonlySignal<readonly Verdict[]>;
  /** Adds the verdict, or takes the place of that reviewer's on that reply. */
  judge(verdicts: readonly Verdict[]): Promise<void>;
  lists: ReadonlySignal<readonly WorkList[]>;
  keepList(list: WorkList): Promise<void>;
  removeList(id: string): Promise<void>;
  close(): void;
}
