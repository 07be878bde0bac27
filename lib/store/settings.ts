/**
 * The agent's settings. They live in `storage.local`, are read by every part and written by whichever part the agent
 * used; all others hear of it at once through `watchSettings`.
 */
import { browser } from 'wxt/browser';
import type { CoachOptions, PrincipleId, Severity } from '../engine/types';
import type { CommandName } from '../messages';

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
  /** How often this agent left a rule's finding. */
  leftCount: Record<string, number>;
  maxUnderlines: number;
  notes: NonNullable<CoachOptions['notes']>;
  /** Keys that the agent changed; the defaults stand in lib/page/keys.ts. '' switches a key off. */
  keys: Partial<Record<CommandName, string>>;
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
  maxUnderlines: 5,
  notes: 'respect',
  keys: {},
  introduced: false,
};

const KEY = 'settings';

/** What was stored, over the defaults: a setting added by a newer version has its default. */
export async function loadSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return merge(stored);
}

/** Changes are made by a function over the newest state, so that two pages do not undo each other's. */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const now = await loadSettings();
  const next = { ...now, ...change(now) };
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change) listener(merge(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}

export function coachOptions(settings: Settings): CoachOptions {
  return {
    off: { principles: settings.principlesOff, rules: settings.rulesOff },
    severity: settings.severity,
    quiet: settings.leftCount,
    notes: settings.notes,
    maxUnderlines: settings.maxUnderlines,
  };
}

function merge(stored: unknown): Settings {
  return { ...DEFAULTS, ...(stored && typeof stored === 'object' ? (stored as Partial<Settings>) : {}) };
}
