/** What the settings page knows, and its one way to change it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PrincipleRules } from '../messages';
import { NO_PACK, type PackState } from '../pack/pack';
import { connectPanel } from '../panel/connection';
import { followPackState } from '../store/pack-state';
import { changeSettings, loadLocked, loadSettings, type Settings, watchSettings } from '../store/settings';

export interface OptionsState {
  /** null until they are read: a page that shows defaults first would flicker, and could be clicked. */
  settings: ReadonlySignal<Settings | null>;
  /** null until the background has answered. */
  rules: ReadonlySignal<PrincipleRules[] | null>;
  /** Why the last change was not stored. */
  failure: ReadonlySignal<string | null>;
  /** The team's pack. */
  pack: ReadonlySignal<PackState>;
  /** Names of the settings that the organisation set. */
  locked: ReadonlySignal<ReadonlySet<keyof Settings>>;
  change(change: (settings: Settings) => Partial<Settings>): Promise<void>;
}

export function createOptionsState(): OptionsState {
  const settings = signal<Settings | null>(null);
  const rules = signal<PrincipleRules[] | null>(null);
  const locked = signal<ReadonlySet<keyof Settings>>(new Set());
  const pack = signal<PackState>(NO_PACK);
  const failure = signal<string | null>(null);
  const fail = (error: unknown) => {
    failure.value = error instanceof Error ? error.message : String(error);
  };

  loadSettings().then((loaded) => {
    settings.value = loaded;
  }, fail);
  loadLocked().then((names) => {
    locked.value = names;
  }, fail);
  watchSettings((changed, names) => {
    settings.value = changed;
    locked.value = names;
  }, new AbortController().signal);
  followPackState(pack, fail);

  const connection = connectPanel({
    onMessage(message) {
      if (message.type !== 'rules') return;
      rules.value = message.principles;
      connection.close();
    },
    onOpen: (say) => say({ type: 'rules' }),
    onDead: () => {},
  });

  return {
    settings,
    rules,
    failure,
    pack,
    locked,
    async change(change) {
      try {
        settings.value = await changeSettings(change);
        failure.value = null;
      } catch (error) {
        fail(error);
      }
    },
  };
}
