/**
 * What a team lays over the built-in banks: its own rules and words, what it switches off, how it weighs and what it says.
 * The built-in banks are never changed; a layer names only what differs from them, so that it survives their updates.
 */
import type { CriterionId, Entry, OwnWords, PhrasePrinciple, PrincipleId, Severity, StrengthId } from '../engine/types';

/**
 * A rule of the team's. Its full id is '<principle>/<id>'; with the id of a built-in rule it takes that one's place.
 * Examples are welcome and not asked for: a manager teaches first and proves later.
 */
export interface TeamRule extends Entry {
  principle: PhrasePrinciple;
  /** Of the built-in rule whose place it takes, as it was then: `fingerprint` of it. Another one now: it was updated. */
  over?: string;
}

/** A phrase that the team wants credited. */
export interface TeamStrength {
  /** Spellings with commas between them, as in `OwnWords.avoid`. */
  say: string;
  strength: StrengthId;
}

/** Where in a reply a snippet goes: it is offered first where the coach finds that this is missing. */
export type SnippetKind = 'opening' | 'next-step' | 'follow-up' | 'boundary';

export interface Snippet {
  kind: SnippetKind;
  /** With slots and gaps, as in `Entry.rewrites`: '{name}', '[day]'. */
  text: string;
}

/** A principle in the team's words. What is not given stays the built-in one's. */
export interface TeamWhy {
  short?: string;
  long?: string;
  example?: { before: string; after: string };
}

export interface Layer {
  rules: TeamRule[];
  words: OwnWords;
  strengths: TeamStrength[];
  snippets: Snippet[];
  principlesOff: PrincipleId[];
  /** Full ids: 'blame/you-failed-to'. */
  rulesOff: string[];
  /** By rule or principle. */
  severity: Record<string, Severity>;
  /** Of the scorecard's criteria, 0 to 100; those not named weigh as built in. */
  weights: Partial<Record<CriterionId, number>>;
  why: Partial<Record<PrincipleId, TeamWhy>>;
}

export const EMPTY_LAYER: Layer = {
  rules: [],
  words: { avoid: [], fine: [] },
  strengths: [],
  snippets: [],
  principlesOff: [],
  rulesOff: [],
  severity: {},
  weights: {},
  why: {},
};

/** '<principle>/<id>', as findings name it. */
export const ruleId = ({ principle, id }: Pick<TeamRule, 'principle' | 'id'>): string => `${principle}/${id}`;
