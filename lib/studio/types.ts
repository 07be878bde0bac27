/** What the views of the studio share. */
import type { ReadonlySignal } from '@preact/signals';
import type { Channel, Entry, PrincipleId, Severity, Span } from '../engine/types';
import type { Why } from '../messages';
import type { Content } from '../pack/items';
import type { Pack, PackState } from '../pack/pack';
import type { Layer, TeamRule } from '../phrasebank/layer';

/** A version of the layer as lists show it; its layer is read when it is needed. */
export interface Version {
  /** Counts from 1, and on from a colleague's where theirs was merged. */
  number: number;
  author: string;
  at: string /* ISO 8601 */;
  note: string;
  /** See `PackInfo.digest`. */
  digest: string;
  /** Entries that it has. */
  entries: number;
  /** Digest of another manager's pack that it was merged from. */
  merged?: string;
}

/** A version that could not be written: it is held here until it can be, or was saved as a file. */
export interface Unkept {
  pack: Pack;
  /** What it was made of. */
  base: Content;
  /** Why, for people. */
  problem: string;
}

/** The pack in work: the newest version is the draft; what agents have is `live`. */
export interface Studio {
  /** Of the newest version; the empty one where there is none. null until it is read. */
  layer: ReadonlySignal<Layer | null>;
  /** Newest first. */
  versions: ReadonlySignal<readonly Version[]>;
  /** Name, language and pilot teams. */
  about: ReadonlySignal<Pick<Pack, 'id' | 'name' | 'language' | 'pilot'>>;
  /** What is live in this browser. */
  live: ReadonlySignal<PackState>;
  /** Who saves, '' until they have said it. */
  author: ReadonlySignal<string>;
  setAuthor(name: string): void;
  setAbout(change: Partial<Pick<Pack, 'name' | 'language' | 'pilot'>>): Promise<void>;

  /** What could not be kept; null where all is. */
  unkept: ReadonlySignal<Unkept | null>;

  /**
   * Makes a new version of what `change` gives. `since`: the version that the person saw when they began, where that may
   * not be the newest any more; what was made since stays. Rejects with an Error for people: where it can't be kept, which
   * then stands in `unkept`, and where another tab changed the same meanwhile, which then is on show.
   */
  save(change: (layer: Layer) => Layer, note: string, since?: number): Promise<void>;
  /** A new version that is as `content`, such as a file's; `theirs`: a pack that was merged into it. */
  take(content: Content, note: string, theirs?: Pack): Promise<void>;
  /** Tries once more to keep what is in `unkept`. */
  keepAgain(): Promise<void>;
  /** Lets go of what is in `unkept`. */
  giveUp(): void;
  /** A new version that is as the one before the newest. */
  undo(): Promise<void>;
  /** A new version that is as that one. */
  restore(version: number): Promise<void>;
  read(version: number): Promise<Layer>;
  /** A version as a pack, ready to be written to a file. */
  pack(version: number): Promise<Pack>;
  /** By its digest: a version, or a pack that was merged into one; null where it is not known here. */
  find(digest: string): Promise<Pack | null>;
}

/** A built-in rule as the studio shows it. */
export interface BuiltInRule {
  principle: PrincipleId;
  entry: Entry;
  /** See `TeamRule.over`. */
  fingerprint: string;
}

/** The built-in banks, as the studio needs them. */
export interface Rulebook {
  rules: BuiltInRule[];
  why: Record<PrincipleId, Why & { title: string }>;
  weights: Record<string, number>;
  /** Names of the word classes that patterns can use, each with its first members. */
  classes: { name: string; members: string[] }[];
}

/** A word of a phrase that a manager typed, as the engine reads it. */
export interface PhraseWord {
  text: string;
  norm: string;
  lemma: string;
  pos: string;
}

export interface ExampleResult {
  kind: 'flag' | 'allow';
  ok: boolean;
  /** What the rule found in it. */
  found: Span[];
  /** What stands there where the first suggestion is taken; null where there is none. */
  fixed: string | null;
  /** Why it is not ok, for people. */
  problem: string | null;
}

/** What a text gives with the rule in work. */
export interface Tried {
  /** Of the rule itself. */
  found: Span[];
  /** Of other rules: what is on show beside it, or in its place. */
  others: { rule: string; severity: Severity; span: Span | null; message: string }[];
  /** The text with the rule's first suggestion taken. */
  fixed: string | null;
}

/** A reply of an audit that the rule finds something in. */
export interface DryHit {
  seq: number;
  /** The sentence, and the place in it. */
  sentence: string;
  span: Span;
  agent?: string;
  /** new: the saved version does not find it. gone: only the saved one does. */
  change: 'new' | 'gone' | 'same';
}

export interface DryRun {
  run: string;
  name: string;
  /** Replies looked at so far, and in all. */
  looked: number;
  all: number;
  /** Replies with at least one place that is found. */
  flagged: number;
  /** The first 200. */
  hits: DryHit[];
  fresh: number;
  gone: number;
  /** It is through, and not only so far. */
  done: boolean;
}

/** Something unwise. Ids are stable; the text is for people. */
export interface Warning {
  id:
    | 'no-allow-example'
    | 'no-flag-example'
    | 'flags-much' // more than 2 % of the replies of the last audit
    | 'overlaps' // another entry flags the same words
    | 'shadowed' // another entry is shown in its place
    | 'catches-rewrite' // what the rewrites of a bank produce
    | 'own-rewrite' // its own rewrite is flagged again
    | 'replaced-built-in-changed';
  text: string;
  /** The other rule, where there is one. */
  rule?: string;
}

/** What would break: the save is refused, and the field named. `field`: a path in the rule, such as 'patterns.0'. */
export interface FieldFault {
  field: string;
  text: string;
}

/** The engine, in a worker of the studio's page. `saved`: the rule as it stands in the newest version; null: it is new. */
export interface Tester {
  rulebook(): Promise<Rulebook>;
  words(phrase: string): Promise<PhraseWord[]>;
  /** What is wrong with the rule's shape or patterns; empty where it can be saved as far as that goes. */
  faults(rule: TeamRule, layer: Layer): Promise<FieldFault[]>;
  examples(rule: TeamRule, layer: Layer): Promise<ExampleResult[]>;
  tryText(rule: TeamRule, layer: Layer, text: string, channel: Channel): Promise<Tried>;
  /** Over the last finished audit; null where there is none. Goes on giving until it is done or aborted. */
  dryRun(rule: TeamRule, saved: TeamRule | null, layer: Layer, signal: AbortSignal): AsyncIterable<DryRun | null>;
  warnings(rule: TeamRule, layer: Layer, dry: DryRun | null): Promise<Warning[]>;
}
