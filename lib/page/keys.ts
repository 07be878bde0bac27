/**
 * The coach's keys. A key is written as its modifiers and the `KeyboardEvent.code` of the physical key, such as
 * 'Alt+Period': with Alt or Option held, `event.key` is often another character ('≥') and depends on the layout.
 *
 * The defaults stay off what hosts, editors and browsers use: no bare key, no Tab, nothing with Ctrl or Cmd alone. On a
 * Mac, Option alone types characters and Option+Backspace deletes a word, so Ctrl+Option is taken there.
 */
import type { CommandName } from '../messages';

export interface Key {
  alt: boolean;
  ctrl: boolean;
  shift: boolean;
  meta: boolean;
  code: string;
}

/** Commands that have a key of their own; the others are a click. */
export type KeyCommand = Extract<
  CommandName,
  'next' | 'previous' | 'use' | 'another' | 'leave' | 'fill-gap' | 'undo' | 'show-card'
>;

export const KEYS: Record<KeyCommand, string> = {
  next: 'Alt+Period',
  previous: 'Alt+Comma',
  use: 'Alt+Enter',
  another: 'Alt+Slash',
  leave: 'Alt+Backspace',
  'fill-gap': 'Alt+KeyG',
  undo: 'Alt+KeyZ',
  'show-card': 'Alt+KeyJ',
};

export const KEY_COMMANDS = Object.keys(KEYS) as KeyCommand[];

/** Is this a Mac? `navigator.platform` is deprecated but is the only answer that all browsers give synchronously. */
export function isMac(platform = globalThis.navigator?.platform ?? ''): boolean {
  return /^(Mac|iP)/.test(platform);
}

/** The keys in force: the agent's over the defaults. '' switches a key off. */
export function keysInForce(changed: Partial<Record<CommandName, string>>, mac = isMac()): Record<KeyCommand, string> {
  const entries = KEY_COMMANDS.map((name) => [name, changed[name] ?? (mac ? `Ctrl+${KEYS[name]}` : KEYS[name])]);
  return Object.fromEntries(entries) as Record<KeyCommand, string>;
}

const MODIFIERS = ['Ctrl', 'Alt', 'Shift', 'Meta'] as const;
const BARE_MODIFIER = /^(Control|Alt|Shift|Meta|OS|CapsLock|Fn)(Left|Right)?$/;

/** Reads 'Alt+Period'; null where it is no key, or one that the coach never takes (see `refusal`). */
export function parseKey(text: string): Key | null {
  const parts = text.split('+');
  const code = parts.pop() ?? '';
  if (!/^[A-Z][A-Za-z0-9]*$/.test(code) || BARE_MODIFIER.test(code)) return null;
  if (parts.some((part) => !MODIFIERS.includes(part as (typeof MODIFIERS)[number]))) return null;
  if (new Set(parts).size !== parts.length) return null;
  const has = (modifier: string) => parts.includes(modifier);
  return { ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), meta: has('Meta'), code };
}

/** The key of an event, in the form that settings keep; null while only modifiers are held. */
export function keyOf(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'code'>,
): string | null {
  if (!event.code || BARE_MODIFIER.test(event.code)) return null;
  const held = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Meta'];
  return [...held.filter(Boolean), event.code].join('+');
}

/** Why a key can't be taken, or what it collides with. The words for each stand with the options page. */
export type KeyConflict = 'not-a-key' | 'needs-modifier' | 'tab' | 'escape' | 'editor' | KeyCommand;

/** What every editor and browser uses with Ctrl or Cmd, besides typing. */
const EDITOR_CODES = new Set(
  'KeyA KeyB KeyC KeyF KeyI KeyK KeyL KeyN KeyP KeyR KeyS KeyT KeyU KeyV KeyW KeyX KeyY KeyZ Enter Backspace Delete'.split(
    ' ',
  ),
);
const CARET_CODES = new Set('ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown'.split(' '));

/**
 * Is this key free for this command? Null when it is. A command's name means that this other command has the key.
 * '' (no key) is always free.
 */
export function keyConflict(text: string, command: KeyCommand, keys: Record<KeyCommand, string>): KeyConflict | null {
  if (text === '') return null;
  const key = parseKey(text);
  if (!key) return 'not-a-key';
  if (key.code === 'Tab') return 'tab';
  if (key.code === 'Escape') return 'escape';
  if (!key.alt && !key.ctrl && !key.meta && !/^F\d+$/.test(key.code)) return 'needs-modifier';
  if (CARET_CODES.has(key.code)) return 'editor';
  if ((key.ctrl || key.meta) && !key.alt && EDITOR_CODES.has(key.code)) return 'editor';
  return KEY_COMMANDS.find((other) => other !== command && keys[other] === text) ?? null;
}

type KeyEvent = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'code'> &
  Partial<Pick<KeyboardEvent, 'isComposing' | 'keyCode' | 'getModifierState'>>;

/**
 * The command that an event asks for, or null. Never while a composition is under way (keyCode 229 is how some input
 * methods say it), and never with AltGr, which reports Ctrl+Alt and types a character.
 */
export function commandOf(event: KeyEvent, keys: Record<KeyCommand, string>): KeyCommand | null {
  if (event.isComposing || event.keyCode === 229 || event.getModifierState?.('AltGraph')) return null;
  const pressed = keyOf(event);
  if (!pressed || event.code === 'Tab') return null;
  const bound = (key: string) => KEY_COMMANDS.find((name) => keys[name] === key);
  // The number pad's Enter is Enter to whoever presses it, unless it was given a command of its own.
  return bound(pressed) ?? bound(pressed.replace('NumpadEnter', 'Enter')) ?? null;
}

const CAPS: Record<string, string> = {
  Period: '.',
  Comma: ',',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Minus: '-',
  Equal: '=',
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Enter: '↵',
  NumpadEnter: '↵',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: 'Esc',
  Space: '␣',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const MAC_MODIFIERS: Record<string, string> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' };

/** A key as people read it on their keyboard: 'Alt .', on a Mac '⌃⌥.'; '' for none. */
export function formatKey(text: string, mac = isMac()): string {
  const key = parseKey(text);
  if (!key) return '';
  const held = MODIFIERS.filter((modifier) => key[modifier.toLowerCase() as 'alt']);
  const cap = CAPS[key.code] ?? key.code.replace(/^(Key|Digit)/, '');
  return mac ? held.map((modifier) => MAC_MODIFIERS[modifier]).join('') + cap : [...held, cap].join(' ');
}
