/** What the views of the studio share. */
import type { ReadonlySignal } from '@preact/signals';
import type { Channel, Entry, PrincipleId, Scorecard, Severity, Span } from '../engine/types';
import type { Why } from '../messages';
import type { Content } from '../pack/items';
import type { Pack, PackState } from '../pack/pack';
import type { Layer, TeamRule } from '../phrasebank/layer';
import type { ExampleOutcome } from '../phrasebank/rule-examples';
import type { Stale } from '../phrasebank/stale';

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

/** An example as it stands, without its marks. Spans are in `text`. */
export interface ExampleResult extends ExampleOutcome {
  text: string;
  /** What its author marked; null where nothing is. */
  expected: Span | null;
}

/** A text to try a rule on. */
export interface TrialText {
  text: string;
  channel: Channel;
  /** What the customer wrote, for rules that are for some moods only. */
  customer?: string;
}

/** What a text gives with the rule in work. */
export interface Tried {
  /** Of the rule itself. */
  found: Span[];
  /** Of other rules: what is on show beside it, or in its place. */
  others: { rule: string; severity: Severity; span: Span; message: string }[];
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
  /** The first 200 of each change. */
  hits: DryHit[];
  fresh: number;
  gone: number;
  /** It is through, and not only so far. */
  done: boolean;
}

/** Something unwise: it can be saved all the same. The page has the words for it. */
export type Warning =
  | { id: 'no-allow-example' }
  | { id: 'no-flag-example' }
  /** More than 2 % of the replies of the last audit. */
  | { id: 'flags-much'; flagged: number; all: number }
  /** Another entry flags the same words, such as these. */
  | { id: 'overlaps'; other: OtherRule; quote: string }
  /** Another entry is shown in its place, here. */
  | { id: 'shadowed'; other: OtherRule; quote: string }
  /** It flags what a rewrite puts there; `other`: whose rewrite, where it is a rule's. `more`: so many others, too. */
  | { id: 'catches-rewrite'; other?: OtherRule; quote: string; more: number }
  /** Its own rewrite is flagged again. */
  | { id: 'own-rewrite'; quote: string }
  /** The built-in rule that it takes the place of was updated after. */
  | { id: 'replaced-built-in-changed'; other: OtherRule };

/** Another rule, so that a person knows which. */
export interface OtherRule {
  /** Full id. */
  rule: string;
  message: string;
}

/** A reply to be scored, and what it answers. */
export interface ScoredDraft {
  draft: string;
  customer: string;
  channel: Channel;
}

/** What would break: the save is refused, and the field named. `field`: a path in the rule, such as 'patterns.0'. */
export interface FieldFault {
  field: string;
  text: string;
}

/**
 * The engine, in a worker of the studio's page. `layer`: the newest version's. `saved`: the rule as it stands in it; null: it
 * is new. What can't be compiled rejects: `faults` says why.
 */
export interface Tester {
  /** What of the layer names what the built-in banks do not have any more, or have otherwise by now. */
  stale(layer: Layer): Promise<Stale[]>;
  rulebook(): Promise<Rulebook>;
  words(phrase: string): Promise<PhraseWord[]>;
  /** What is wrong with the rule's shape or patterns; empty where it can be saved as far as that goes. */
  faults(rule: TeamRule, layer: Layer): Promise<FieldFault[]>;
  examples(rule: TeamRule, layer: Layer, saved?: TeamRule | null): Promise<ExampleResult[]>;
  tryText(rule: TeamRule, saved: TeamRule | null, layer: Layer, text: TrialText): Promise<Tried>;
  /**
   * Over the last finished audit; null where there is none. Goes on giving until it is done or aborted, or until another
   * is asked for: only one is worked on at a time.
   */
  dryRun(rule: TeamRule, saved: TeamRule | null, layer: Layer, signal: AbortSignal): AsyncIterable<DryRun | null>;
  /** The replies' scorecards with the layer and these weights in place of its own. */
  scores(layer: Layer, weights: Layer['weights'], drafts: readonly ScoredDraft[]): Promise<Scorecard[]>;
  warnings(rule: TeamRule, saved: TeamRule | null, layer: Layer, dry: DryRun | null): Promise<Warning[]>;
}
