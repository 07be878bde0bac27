/**
 * A pack: one version of a team's layer, as the file that is rolled out, that a repository can hold, and that is handed
 * from manager to manager.
 */
import type { Layer } from '../phrasebank/layer';

export interface Pack {
  reframe: 'pack';
  schema: 1;
  /** The same in every version of it. */
  id: string;
  /** For people: 'Acme support'. */
  name: string;
  /** BCP 47: the language of the drafts that it is for. */
  language: string;
  /** Counts the versions from 1. */
  version: number;
  /** ISO 8601. */
  savedAt: string;
  author: string;
  note: string;
  /** Digests of the versions before it, newest first: by them two managers' packs are merged. */
  after: string[];
  /** Teams that get it (`Settings.team`); empty: everyone. */
  pilot: string[];
  layer: Layer;
  signature?: PackSignature;
}

/** ECDSA on P-256 with SHA-256 over `signedText`. */
export interface PackSignature {
  /** The public key that it is checked with: SPKI in base64. */
  key: string;
  /** In base64. */
  value: string;
}

/** A pack as it is shown: which one is live. */
export interface PackInfo {
  id: string;
  name: string;
  language: string;
  version: number;
  savedAt: string;
  author: string;
  note: string;
  /** SHA-256 of its canonical text without the signature, in hexadecimal. */
  digest: string;
  /** How many rules, words, strengths and snippets it brings. */
  entries: number;
  /** Whether its signature was checked with the key of the organisation's policy. */
  signed: boolean;
}

export type PackSource = 'policy' | 'file' | 'studio' | 'sync';

/** A pack that was not taken, and why. The last good one stays. */
export interface Refusal {
  source: PackSource;
  at: string /* ISO 8601 */;
  /** Where it could be read so far. */
  name?: string;
  version?: number;
  /** Plain words, each with its place. */
  faults: string[];
}

/** What every part of the extension sees of packs, in `storage.local` under PACK_KEY. */
export interface PackState {
  live: (PackInfo & { source: PackSource; takenAt: string }) | null;
  /** What was live before: going back is one step. */
  previous: (PackInfo & { source: PackSource; takenAt: string }) | null;
  /** Of the last try, if it failed. */
  refusal: Refusal | null;
  /** A pack that is being checked or laid over the banks: `done` of `all` entries. */
  checking: { name: string; done: number; all: number } | null;
}

export const PACK_KEY = 'pack';
export const NO_PACK: PackState = { live: null, previous: null, refusal: null, checking: null };
