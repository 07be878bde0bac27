/**
 * The agent's settings, with those of their organisation over them. They live in `storage.local`, are read by every part
 * and written by whichever part the agent used; all others hear of it at once through `watchSettings`. The
 * organisation's are kept beside them by lib/background/policy.ts.
 */
import { browser } from 'wxt/browser';
import type { CoachOptions, OwnWords, PrincipleId, Severity } from '../engine/types';
import type { CommandName } from '../messages';
import { quietRules } from './quiet';

/** How findings are marked in the draft; the colours and the two kinds of line stay apart in each. */
export const UNDERLINE_STYLES = ['lines', 'thick', 'wavy', 'tint'] as const;
export type UnderlineStyle = (typeof UNDERLINE_STYLES)[number];

/** What the sidebar can do without. */
export const PANEL_PARTS = ['score', 'shape', 'strengths', 'commitments'] as const;
export type PanelPart = (typeof PANEL_PARTS)[number];

export interface Settings {
  /** The switch for everywhere. */
  enabled: boolean;
  /** Hostnames that the agent switched off. */
  sitesOff: string[];
  /** Match patterns beside the manifest's that the browser permits; lib/background/sites.ts keeps it true. */
  sites: string[];
  /** Hostname -> ms since 1970. `'*'` stands for every site. */
  snoozed: Record<string, number>;
  principlesOff: PrincipleId[];
  rulesOff: string[];
  severity: Record<string, Severity>;
  /** How often in a row this agent left a rule's findings, and took what it said once it had grown quiet: see quiet.ts. */
  leftCount: Record<string, number>;
  takenCount: Record<string, number>;
  maxUnderlines: number;
  underlineStyle: UnderlineStyle;
  /** Parts of the sidebar that the agent does without. */
  panelHides: PanelPart[];
  panelText: 'normal' | 'large';
  notes: NonNullable<CoachOptions['notes']>;
  /** Keys that the agent changed; the defaults stand in lib/page/keys.ts. '' switches a key off. */
  keys: Partial<Record<CommandName, string>>;
  /** Words of the agent's own: to avoid, and fine here. */
  words: OwnWords;
  /** The agent's team, by which packs have pilots and rules have places; '' where they named none. */
  team: string;
  /** What is the agent's own goes to their other devices through the browser's account. */
  sync: boolean;
  /** Audits older than so many days are deleted; 0: they stay until someone deletes them. */
  keepDays: number;
  /** The coach counts for the agent's own view (lib/progress). */
  counting: boolean;
  /** Sentences that a rewrite was taken for are kept with the counts. */
  keepExamples: boolean;
  /** The introduction on the practice desk was seen or skipped. */
  introduced: boolean;
}

export const DEFAULTS: Settings = {
  enabled: true,
  sitesOff: [],
  sites: [],
  snoozed: {},
  principlesOff: [],
  rulesOff: [],
  severity: {},
  leftCount: {},
  takenCount: {},
  maxUnderlines: 5,
  underlineStyle: 'lines',
  panelHides: [],
  panelText: 'normal',
  notes: 'respect',
  keys: {},
  words: { avoid: [], fine: [] },
  team: '',
  sync: false,
  keepDays: 0,
  counting: true,
  keepExamples: false,
  introduced: false,
};

const KEY = 'settings';
/** Where the organisation's settings are kept, so that every part has them at once and without the policy's own delays. */
export const POLICY_KEY = 'policy';

/** What the organisation set, and since when (ms since 1970) its policy is not to be seen any more. */
export interface KeptPolicy {
  settings: Partial<Settings>;
  missingSince?: number;
}

/** What was stored, over the defaults: a setting added by a newer version has its default. */
export async function loadSettings(): Promise<Settings> {
  return merge(await browser.storage.local.get([KEY, POLICY_KEY]));
}

/** Names of the settings that the organisation set: nobody else changes them. */
export async function loadLocked(): Promise<ReadonlySet<keyof Settings>> {
  return lockedIn(await browser.storage.local.get(POLICY_KEY));
}

/**
 * Changes are made by a function over the newest state, so that two pages do not undo each other's. What the
 * organisation set stays as it is.
 */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const stored = await browser.storage.local.get([KEY, POLICY_KEY]);
  const locked = lockedIn(stored);
  const changed = Object.entries(change(merge(stored))).filter(([name]) => !locked.has(name as keyof Settings));
  const own = { ...recordIn(stored, KEY), ...Object.fromEntries(changed) };
  await browser.storage.local.set({ [KEY]: own });
  return merge({ ...stored, [KEY]: own });
}

/** The agent's own, as they are beneath the organisation's. */
export async function loadOwnSettings(): Promise<Settings> {
  return { ...DEFAULTS, ...recordIn(await browser.storage.local.get(KEY), KEY) };
}

/** Changes the agent's own, also where the organisation's lie over them. */
export async function changeOwnSettings(change: Partial<Settings>): Promise<void> {
  const stored = await browser.storage.local.get(KEY);
  await browser.storage.local.set({ [KEY]: { ...recordIn(stored, KEY), ...change } });
}

/** `listener` hears the settings that are in force, and which of them the organisation set. */
export function watchSettings(
  listener: (settings: Settings, locked: ReadonlySet<keyof Settings>) => void,
  signal: AbortSignal,
): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'local' || !(changes[KEY] || changes[POLICY_KEY])) return;
    browser.storage.local.get([KEY, POLICY_KEY]).then(
      (stored) => signal.aborted || listener(merge(stored), lockedIn(stored)),
      // Without storage there is no extension any more: this page was left behind by an update.
      () => {},
    );
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}

export function coachOptions(settings: Settings): CoachOptions {
  return {
    off: { principles: settings.principlesOff, rules: settings.rulesOff },
    severity: settings.severity,
    quiet: quietRules(settings),
    notes: settings.notes,
    maxUnderlines: settings.maxUnderlines,
    ...(settings.team && { team: settings.team }),
  };
}

function merge(stored: Record<string, unknown>): Settings {
  return { ...DEFAULTS, ...recordIn(stored, KEY), ...policyIn(stored) };
}

function lockedIn(stored: Record<string, unknown>): ReadonlySet<keyof Settings> {
  return new Set(Object.keys(policyIn(stored)) as (keyof Settings)[]);
}

function policyIn(stored: Record<string, unknown>): Partial<Settings> {
  return (recordIn(stored, POLICY_KEY) as Partial<KeptPolicy>).settings ?? {};
}

function recordIn(stored: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = stored[key];
  return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
