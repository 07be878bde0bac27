/**
 * Everything that passes between the page, the background and the sidebar, in one typed place.
 *
 * The page's coach (lib/page) owns the state of a draft: its text, the conversation, the current finding, what the
 * agent left. The background owns the engine, and relays. The sidebar shows what the page last published, and sends
 * commands. All of it travels over two kinds of port, so that a dead service worker is noticed at once: the page
 * and the sidebar connect again and say again what they know.
 */
import type { Bank, Channel, Conversation, Edit, Gap, PrincipleId, Review, Severity } from './engine/types';
import type { PackState } from './pack/pack';

/** The page's port, one for each frame that runs the coach. */
export const PAGE_PORT = 'coach-page';
/** The sidebar's port. */
export const PANEL_PORT = 'coach-panel';

/** Where the focused reply box stands. */
export interface Surface {
  host: string; // the id of a host adapter: 'zendesk'
  hostName: string; // for people: 'Zendesk'
  site: string; // location.hostname: the unit of 'off for this site'
  kind: 'reply' | 'note' | 'unknown';
  channel: Channel;
}

/** Why nothing is shown, or 'ready' when something is. */
export type PageStatus =
  | 'no-box' // a helpdesk's page, and no reply box has had the focus yet
  | 'lost' // a helpdesk's page on which the adapter finds none of what it knows
  | 'off' // switched off for this site, or everywhere
  | 'snoozed'
  | 'reading' // a review is under way
  | 'ready';

/** part: what is near the caret, and it is being read on. parts: every part, but not judged as a whole. */
export type Reach = 'part' | 'parts';

/**
 * What an adapter does not find in its helpdesk's page, for the agent to pass on. Made of names from the adapter and
 * from the page's code only: no text, no name of a person, no number.
 */
export interface HostReport {
  host: string; // the id of a host adapter
  hostName: string; // for people
  missing: 'box' | 'thread';
  /** The address without its site: '/agent/tickets/*'. */
  route: string;
  selectors: { part: 'box' | 'thread'; selector: string; count: number }[];
  /** The element with the focus and those around it, innermost first. */
  around: string[];
}

/** Something that went otherwise than asked for. The sidebar and the card say it in plain words. */
export type Notice =
  | { id: 'changed' } // the text under the finding is no longer what was reviewed: nothing was written
  | { id: 'refused'; text: string } // the editor did not take the rewrite: it was put back; text is the rewrite, to copy
  | { id: 'engine'; text: string }; // the engine failed; text says how

/** What the page publishes whenever it changes. */
export interface Snapshot {
  status: PageStatus;
  surface: Surface | null;
  draft: string;
  conversation: Conversation;
  review: Review | null;
  /** Of a long draft, what the review is of; without it: of the whole. See `Reach`. */
  reach?: Reach;
  /** By finding id, best first. A finding whose suggestions are still being made has no key. */
  suggestions: Record<string, Edit[]>;
  /** The finding that is open, and which of its suggestions is shown. */
  current: string | null;
  variant: number;
  /** Ids of findings that the agent left in this draft; they are not in `visible`. */
  left: string[];
  /** Finding ids to show, most important first: neither left nor quietened. */
  visible: string[];
  canUndo: boolean;
  notice: Notice | null;
  snooze: Snooze | null;
  /** The helpdesk's page is not what its adapter knows. */
  report?: HostReport;
}

export type SnoozeScope = 'reply' | 'hour' | 'site';
/** `until` in ms since 1970; null: until it is ended by hand. */
export interface Snooze {
  scope: SnoozeScope;
  until: number | null;
}

/** What an agent can ask for, by key in the page, by the browser's shortcuts, in the card or in the sidebar. */
export type Command =
  | { name: 'next' }
  | { name: 'previous' }
  | { name: 'select'; finding: string }
  | { name: 'use'; finding?: string; variant?: number } // default: the current finding and variant
  | { name: 'another'; finding?: string }
  | { name: 'leave'; finding?: string }
  | { name: 'undo' }
  | { name: 'fill-gap'; gap?: Gap; text?: string } // without text: selects the gap for typing; without gap: the next one
  | { name: 'show-card' }
  | { name: 'close-card' }
  | { name: 'snooze'; scope: SnoozeScope }
  | { name: 'wake' }
  | { name: 'dismiss-notice' }
  | { name: 'focus-draft' };
export type CommandName = Command['name'];

export type PageToBackground =
  | { type: 'review'; seq: number; draft: string; conversation: Conversation; host: string } // host: an adapter's id
  | { type: 'suggest'; seq: number; findings: string[] } // for the review with this seq
  | { type: 'snapshot'; snapshot: Snapshot };

export type BackgroundToPage =
  | { type: 'reviewed'; seq: number; review: Review }
  | { type: 'suggested'; seq: number; suggestions: Record<string, Edit[]> }
  | { type: 'failed'; seq: number; message: string }
  | { type: 'command'; command: Command };

export type PanelToBackground =
  | { type: 'watch'; tab: number }
  | { type: 'command'; command: Command }
  | { type: 'why'; principle: PrincipleId } // answered by 'why'
  | { type: 'rules' } // answered by 'rules'
  /** A pack's text from a file or the studio, to become live: it is checked whole. Answered by 'pack'. */
  | { type: 'take-pack'; text: string; source: 'file' | 'studio' }
  /** The pack that was live before becomes live again. Answered by 'pack'. */
  | { type: 'go-back' }
  /** No pack at all. Answered by 'pack'. */
  | { type: 'drop-pack' };

export type BackgroundToPanel =
  /** null: no coach runs in this tab. */
  | { type: 'snapshot'; tab: number; snapshot: Snapshot | null }
  | { type: 'why'; principle: PrincipleId; why: Why | null }
  | { type: 'rules'; principles: PrincipleRules[] }
  /** What came of it; how far it is stands in `PackState.checking`. */
  | { type: 'pack'; state: PackState };

/** Why a principle matters: one sentence, more, and an example. */
export type Why = Bank['why'];

/** What the settings list of a principle. */
export interface PrincipleRules {
  principle: PrincipleId;
  why: Why | null;
  rules: { id: string; message: string; severity: Severity }[];
}
