/** The keys for the reply box, to be pressed anew, and the browser's own shortcuts. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import {
  formatKey,
  KEY_COMMANDS,
  type KEYS,
  type KeyCommand,
  type KeyConflict,
  keyConflict,
  keyOf,
  keysInForce,
} from '../page/keys';
import { Key } from '../panel/keys-dialog';
import type { Settings } from '../store/settings';
import { keyPart } from '../ui/principles';
import { t } from '../ui/text';
import { Lockable } from './locked';
import { Section } from './section';
import type { OptionsState } from './state';

interface Props {
  settings: Settings;
  state: OptionsState;
}

export function Keys({ settings, state }: Props) {
  const [recording, setRecording] = useState<KeyCommand | null>(null);
  const [news, setNews] = useState('');
  const keys = keysInForce(settings.keys);

  const set = (command: KeyCommand, key: string | undefined) => {
    setRecording(null);
    state.change((now) => {
      const { [command]: _old, ...others } = now.keys;
      return { keys: key === undefined ? others : { ...others, [command]: key } };
    });
    setNews(
      key === undefined ? '' : t('options_key_changed', labelOf(command), formatKey(key) || t('options_key_none')),
    );
  };

  return (
    <Section id="keys" title={t('options_keys')} text={t('options_keys_text')}>
      <Lockable state={state} names={['keys']}>
        <ul class="card list keys">
          {KEY_COMMANDS.map((command) => (
            <li key={command} data-command={command}>
              <span class="name">{labelOf(command)}</span>
              {recording === command ? (
                <Recorder
                  command={command}
                  keys={keys}
                  onKey={(key) => set(command, key)}
                  onCancel={() => setRecording(null)}
                />
              ) : (
                <>
                  {keys[command] ? <Key text={keys[command]} /> : <span class="soft">{t('keys_none')}</span>}
                  <span class="actions">
                    <button
                      type="button"
                      class="button"
                      aria-label={t('options_key_change_label', labelOf(command))}
                      onClick={() => setRecording(command)}
                    >
                      {t('options_key_change')}
                    </button>
                    {settings.keys[command] === undefined ? (
                      <button
                        type="button"
                        class="button quiet"
                        aria-label={t('options_key_none_label', labelOf(command))}
                        onClick={() => set(command, '')}
                      >
                        {t('options_key_none')}
                      </button>
                    ) : (
                      <button
                        type="button"
                        class="button quiet"
                        aria-label={t('options_key_default_label', labelOf(command))}
                        onClick={() => set(command, undefined)}
                      >
                        {t('options_key_default')}
                      </button>
                    )}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      </Lockable>
      <p class="soft news" role="status">
        {news}
      </p>
      <Shortcuts />
    </Section>
  );
}

interface RecorderProps {
  command: KeyCommand;
  keys: typeof KEYS;
  onKey(key: string): void;
  onCancel(): void;
}

/** Takes the next key. One that collides is named with what it collides with, and the next is waited for. */
function Recorder({ command, keys, onKey, onCancel }: RecorderProps) {
  const field = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState('');
  // Before the next key can be pressed.
  useLayoutEffect(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const bare = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Escape' && bare) {
      event.preventDefault();
      onCancel();
      return;
    }
    // The focus must be able to leave.
    if (event.key === 'Tab' && bare) return;
    event.preventDefault();
    event.stopPropagation();
    const key = keyOf(event);
    if (key === null || event.isComposing) return;
    const conflict = keyConflict(key, command, keys);
    if (conflict) setProblem(describe(conflict, key));
    else onKey(key);
  };

  return (
    <span class="recorder">
      <button type="button" ref={field} class="button recording" onKeyDown={onKeyDown} onBlur={onCancel}>
        {t('options_key_press')}
      </button>
      <span role="alert">{problem}</span>
    </span>
  );
}

function describe(conflict: KeyConflict, key: string): string {
  switch (conflict) {
    case 'not-a-key':
    case 'needs-modifier':
    case 'tab':
    case 'escape':
      return t(`options_key_bad_${keyPart(conflict)}`);
    case 'editor':
      return t('options_key_bad_editor', formatKey(key));
    default:
      return t('options_key_bad_taken', formatKey(key), labelOf(conflict));
  }
}

function labelOf(command: KeyCommand): string {
  return t(`key_${keyPart(command)}`);
}

interface Shortcut {
  name?: string | undefined;
  description?: string | undefined;
  shortcut?: string | undefined;
}

function Shortcuts() {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    browser.commands.getAll().then(setShortcuts, console.error);
  }, []);
  return (
    <div class="shortcuts">
      <h3>{t('options_shortcuts')}</h3>
      <p class="soft">{t('options_shortcuts_text')}</p>
      <ul class="card list">
        {shortcuts.map(({ name, description, shortcut }) => (
          <li key={name} class="line">
            {/* The browser gives its own action no description. */}
            <span class="name">{description || t('actionTitle')}</span>
            {shortcut ? <kbd>{shortcut}</kbd> : <span class="soft">{t('options_shortcut_none')}</span>}
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={openShortcutsPage}>
        {t('options_shortcuts_open')}
      </button>
    </div>
  );
}

/** Firefox has a call for it, Chromium an address. */
function openShortcutsPage(): void {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  const opened = commands.openShortcutSettings
    ? commands.openShortcutSettings()
    : browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  Promise.resolve(opened).catch(console.error);
}
