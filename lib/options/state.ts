/** What the settings page knows, and its one way to change it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PrincipleRules } from '../messages';
import { connectPanel } from '../panel/connection';
import { changeSettings, loadSettings, type Settings, watchSettings } from '../store/settings';

export interface OptionsState {
  /** null until they are read: a page that shows defaults first would flicker, and could be clicked. */
  settings: ReadonlySignal<Settings | null>;
  /** null until the background has answered. */
  rules: ReadonlySignal<PrincipleRules[] | null>;
  /** Why the last change was not stored. */
  failure: ReadonlySignal<string | null>;
  change(change: (settings: Settings) => Partial<Settings>): Promise<void>;
}

export function createOptionsState(): OptionsState {
  const settings = signal<Settings | null>(null);
  const rules = signal<PrincipleRules[] | null>(null);
  const failure = signal<string | null>(null);
  const fail = (error: unknown) => {
    failure.value = error instanceof Error ? error.message : String(error);
  };

  loadSettings().then((loaded) => {
    settings.value = loaded;
  }, fail);
  watchSettings((changed) => {
    settings.value = changed;
  }, new AbortController().signal);

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
