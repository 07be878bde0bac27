/**
 * A run as columns: what the table sorts and filters by, and what the pictures count, in a few bytes a reply. 100,000
 * replies take some 4 MB, so a page holds them all, and reads a text only for the rows on show.
 */
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../engine/principles';
import type { Channel, MoodId, PrincipleId } from '../engine/types';

/** As with principles: the bit of a strength is its place. */
export { STRENGTHS } from '../engine/principles';

/** The bit of a principle in `findings` and its relatives is its place here: append, never reorder. */
export const PRINCIPLES: readonly PrincipleId[] = [...PHRASE_PRINCIPLES, ...DRAFT_PRINCIPLES];
export const MOODS: readonly MoodId[] = ['calm', 'upset', 'abusive'];
export const CHANNELS: readonly Channel[] = ['email', 'chat', 'social'];

/** The score of a reply on which the coach failed: it has no review, and counts nowhere. */
export const UNREVIEWED = 255;
/** A criterion that did not apply. */
export const NOT_APPLICABLE = 255;
/** No agent, team or date is known. */
export const NONE = 0xffff;

/** Column arrays; `length` of them count, the rest is room to grow. The index of a reply is its `seq`. */
export interface Columns {
  length: number;
  /** 0 to 100; UNREVIEWED. */
  score: Uint8Array;
  /** Place in MOODS, CHANNELS. */
  mood: Uint8Array;
  channel: Uint8Array;
  /** One bit a principle (place in PRINCIPLES) that was found with this severity. */
  high: Uint32Array;
  medium: Uint32Array;
  low: Uint32Array;
  /** Findings of high and medium severity. */
  count: Uint16Array;
  /** One bit a strength (place in STRENGTHS). */
  strengths: Uint16Array;
  /** 0 to 100 for each of CRITERIA, a reply's nine side by side; NOT_APPLICABLE. */
  criteria: Uint8Array;
  /** Place in `agents`, `teams`; NONE. */
  agent: Uint16Array;
  team: Uint16Array;
  /** ms since 1970; NaN where no date is known. */
  at: Float64Array;
  agents: string[];
  teams: string[];
}
