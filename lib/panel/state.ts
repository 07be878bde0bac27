/** What the sidebar knows. Signals: a component reads those that it shows. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Finding, PrincipleId } from '../engine/types';
import type { BackgroundToPanel, Command, Snapshot, Why } from '../messages';
import { NO_PACK, type PackState } from '../pack/pack';
import { followPackState } from '../store/pack-state';
import { changeSettings, DEFAULTS, loadLocked, loadSettings, type Settings, watchSettings } from '../store/settings';
import { connectPanel } from './connection';
import { type Learned, learnedFrom } from './learned';
import { followTab, type WatchedTab } from './watched-tab';

export interface PanelState {
  /** undefined: not known yet. */
  tab: ReadonlySignal<WatchedTab | null | undefined>;
  /** undefined: not heard yet; null: no coach runs in the tab. */
  snapshot: ReadonlySignal<Snapshot | null | undefined>;
  settings: ReadonlySignal<Settings>;
  /** Names of the settings that the organisation set. */
  locked: ReadonlySignal<ReadonlySet<keyof Settings>>;
  /** The team's pack. */
  pack: ReadonlySignal<PackState>;
  /** The hostname that the switch is about; null where it is not known. */
  site: ReadonlySignal<string | null>;
  dead: ReadonlySignal<boolean>;
  whys: ReadonlySignal<Partial<Record<PrincipleId, Why | null>>>;
  /** What the coach has just learned of a rule; until it is put away, or the draft is done. */
  learned: ReadonlySignal<Learned | null>;
  forgetLearned(): void;
  command(command: Command): void;
  askWhy(principle: PrincipleId): void;
  change(change: (settings: Settings) => Partial<Settings>): void;
}

/** So long the last picture stays when the line was taken up anew: the page has to find the background again, too. */
const PAGE_RETURNS_MS = 2_500;

export function createPanelState(namedTab: number | null): PanelState {
  const tab = signal<WatchedTab | null | undefined>(undefined);
  const snapshot = signal<Snapshot | null | undefined>(undefined);
  const settings = signal<Settings>(DEFAULTS);
  const locked = signal<ReadonlySet<keyof Settings>>(new Set());
  const pack = signal<PackState>(NO_PACK);
  const dead = signal(false);
  const whys = signal<Partial<Record<PrincipleId, Why | null>>>({});
  const learned = signal<Learned | null>(null);
  let loaded = false;
  let returning = 0;
  let pending: ReturnType<typeof setTimeout> | undefined;

  const hear = (heard: Snapshot | null) => {
    clearTimeout(pending);
    const patience = returning - Date.now();
    if (heard === null && snapshot.value && patience > 0) {
      pending = setTimeout(() => {
        snapshot.value = null;
      }, patience);
      return;
    }
    snapshot.value = heard;
    if (!heard?.draft.trim()) learned.value = null;
  };

  const connection = connectPanel({
    onMessage(message: BackgroundToPanel) {
      if (message.type === 'snapshot' && message.tab === tab.value?.id) hear(message.snapshot);
      if (message.type === 'why') whys.value = { ...whys.value, [message.principle]: message.why };
    },
    onOpen(say, again) {
      if (again) returning = Date.now() + PAGE_RETURNS_MS;
      if (tab.value) say({ type: 'watch', tab: tab.value.id });
    },
    onDead: () => {
      dead.value = true;
    },
  });

  followTab(namedTab, (now) => {
    const moved = now?.id !== tab.value?.id;
    tab.value = now;
    if (!moved) return;
    returning = 0;
    clearTimeout(pending);
    snapshot.value = now ? undefined : null;
    if (now) connection.say({ type: 'watch', tab: now.id });
  }).catch(console.error);

  loadSettings().then((stored) => {
    settings.value = stored;
    loaded = true;
  }, console.error);
  loadLocked().then((names) => {
    locked.value = names;
  }, console.error);
  followPackState(pack);
  watchSettings((changed, names) => {
    if (loaded) learned.value = learnedFrom(settings.value, changed, snapshot.value) ?? learned.value;
    settings.value = changed;
    locked.value = names;
  }, new AbortController().signal);

  return {
    tab,
    snapshot,
    settings,
    locked,
    pack,
    dead,
    whys,
    learned,
    forgetLearned: () => {
      learned.value = null;
    },
    site: computed(() => snapshot.value?.surface?.site ?? hostname(tab.value?.url)),
    command: (command) => connection.say({ type: 'command', command }),
    askWhy(principle) {
      if (!(principle in whys.value)) connection.say({ type: 'why', principle });
    },
    change: (change) => {
      changeSettings(change).catch(console.error);
    },
  };
}

function hostname(url: string | null | undefined): string | null {
  try {
    return url ? new URL(url).hostname || null : null;
  } catch {
    return null;
  }
}

/** The findings to show, most important first. */
export function visibleFindings(snapshot: Snapshot): Finding[] {
  const byId = new Map(snapshot.review?.findings.map((finding) => [finding.id, finding]));
  return snapshot.visible.flatMap((id) => byId.get(id) ?? []);
}
