/** What an audit is made of: a run over one import, its replies, and what reviewers said of them. */
import type { AuditLine, AuditResult, CoachOptions, OwnWords, PrincipleId } from '../engine/types';
import type { PackInfo } from '../pack/pack';

export type SourceFormat = 'csv' | 'tsv' | 'json' | 'jsonl' | 'xlsx';

/** What a column of an import can mean. */
export type Role =
  | 'draft' // our reply; in an export of messages: the message, whoever wrote it
  | 'customer' // the customer's message, in an export of replies
  | 'agent'
  | 'team'
  | 'channel'
  | 'date'
  | 'id' // of the reply or message
  | 'ticket' // rows with the same are one conversation
  | 'link' // to the ticket in its helpdesk
  | 'customer-name'
  | 'author' // who wrote the message: customer, agent, bot
  | 'kind'; // public reply, internal note, automatic message

/**
 * How a file's columns are read. 'replies': a row is one reply of ours, with the customer's message beside it.
 * 'messages': a row is one message of a ticket, whoever wrote it; rows of a ticket are put together in order of time.
 */
export interface Mapping {
  shape: 'replies' | 'messages';
  columns: Partial<Record<Role, string /* the column's name, or a path in JSON: 'author.role' */>>;
  /** How '03/04/2026' is meant. Where it is not known, such a date is none; '25/04/2026' tells by itself. */
  dates?: 'day-first' | 'month-first';
  /** Address of a ticket, for exports without links: 'https://acme.example/tickets/{ticket}'. https only. */
  linkTemplate?: string;
}

/** Whose names, addresses and numbers are replaced at import; with 'everyone' agents become 'Agent 1', 'Agent 2' … */
export type Masking = false | 'customers' | 'everyone';

/** Why a row gave no reply of its own, though nothing is wrong with it. */
export type LeftOut = 'customer' | 'note' | 'bot' | 'automatic' | 'macro' | 'duplicate' | 'empty';

/** One reply of an audit. What the engine reads is `AuditLine`; the rest is for people. */
export interface Reply extends AuditLine {
  /** Place in its run, from 0. */
  seq: number;
  agent?: string;
  team?: string;
  /** ISO 8601. */
  at?: string;
  ticket?: string;
  /** https only. */
  link?: string;
}

/** A row that could not be read, or a reply that could not be reviewed. */
export interface Fault {
  /** Counts from 1 in the file, its header included; 0 for a reply, which the reason names. */
  line: number;
  reason: string;
  /** The row as it stood, cut where it is long. */
  raw: string;
}

/** All that a review depends on beside the reply. */
export interface EngineSetup {
  options: CoachOptions;
  words: OwnWords;
  /** What findings of own words say; `\uE000` stands for the preferred form. */
  texts: { title: string; message: string; none: string };
  /** Of the extension. */
  version: string;
  /** The pack that was live, whose layer stands in the database by its digest; null: none. Runs of before packs have no key. */
  pack?: EnginePack | null;
}

export type EnginePack = PackInfo & {
  /** It was the organisation's: the agent's own switches did not go over it. */
  binding: boolean;
};

export interface Run {
  id: string;
  /** For people; the file's name at first. */
  name: string;
  createdAt: string /* ISO 8601 */;
  source: { name: string; bytes: number; format: SourceFormat };
  mapping: Mapping;
  /** What was masked before anything was kept. */
  masked: Masking;
  /** What the engine was told, so that a run that goes on tomorrow goes on as it began. */
  engine: EngineSetup;
  /** 'grouping': messages are put together into conversations; an import of replies has no such phase. */
  phase: 'reading' | 'grouping' | 'reviewing' | 'done';
  /** 'waiting': its turn comes when the audit before it is through. */
  state: 'running' | 'paused' | 'waiting' | 'failed' | 'done';
  /** Why it stopped by itself: what is wrong and what to do. With 'failed', and with 'paused' where it can go on after. */
  problem?: string;
  /** `bytes` and `rows` of the file; `grouped`: messages put together. `reviewed` of `replies`, those that failed too. */
  progress: { bytes: number; rows: number; messages: number; grouped: number; replies: number; reviewed: number };
  /** Of the reviewed replies, all together: the mean is `scoreSum / scored`. */
  scoreSum: number;
  scored: number;
  /** What its texts and reviews take on the disk, about, in bytes. */
  size: number;
  /** A person stopped it: of the file only what comes first was read, or reviewed. */
  stoppedEarly?: boolean;
  leftOut: Partial<Record<LeftOut, number>>;
  faults: number;
}

/** A reply and its review, as they are kept. Without suggestions: those are made when a person looks. */
export interface ReviewedReply {
  reply: Reply;
  result: AuditResult;
}

/** What a reviewer said of one reply. A finding is named by `findingKey`. */
export interface Verdict {
  run: string;
  seq: number;
  reviewer: string;
  at: string /* ISO 8601 */;
  findings: Record<string, 'agree' | 'disagree'>;
  /** What the coach did not see: spans of the draft in UTF-16 code units, end exclusive. */
  missed: { principle: PrincipleId; start: number; end: number; quote: string; note?: string }[];
  comment?: string;
  /** The reviewer is through with this reply. */
  done: boolean;
}

/** Names a finding in its reply, the same in every run over the same draft. */
export function findingKey({ rule, start, end }: AuditResult['findings'][number]): string {
  return `${rule}@${start ?? ''}-${end ?? ''}`;
}

/** A reviewer's list: replies to look at, in order. */
export interface WorkList {
  id: string;
  run: string;
  name: string;
  createdAt: string /* ISO 8601 */;
  how: 'random' | 'stratified' | 'telling' | 'picked';
  seqs: number[];
}

/** Where the preferred form goes in `EngineSetup.texts.message`: a sign that no text has. */
export const PREFERRED = '\uE000';
