import { describe, expect, it } from 'vitest';
import {
  commandOf,
  formatKey,
  KEY_COMMANDS,
  KEYS,
  keyConflict,
  keyOf,
  keysInForce,
  parseKey,
} from '../../lib/page/keys';

const press = (code: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({
  altKey: false,
  ctrlKey: false,
  shiftKey: false,
  metaKey: false,
  code,
  ...held,
});

describe('the defaults', () => {
  it.each(KEY_COMMANDS)('%s has a key that is free', (command) => {
    expect(keyConflict(KEYS[command], command, KEYS)).toBeNull();
    const mac = keysInForce({}, true);
    expect(keyConflict(mac[command], command, mac)).toBeNull();
  });
});

describe('commandOf', () => {
  const keys = keysInForce({}, false);
  it('knows a key by its code and all its modifiers', () => {
    expect(commandOf(press('Period', { altKey: true }), keys)).toBe('next');
    expect(commandOf(press('Period'), keys)).toBeNull();
    expect(commandOf(press('Period', { altKey: true, shiftKey: true }), keys)).toBeNull();
    expect(commandOf(press('Period', { altKey: true, ctrlKey: true }), keys)).toBeNull();
  });
  it('stays out of a composition and of AltGr', () => {
    expect(commandOf({ ...press('Period', { altKey: true }), isComposing: true }, keys)).toBeNull();
    expect(commandOf({ ...press('Period', { altKey: true }), keyCode: 229 }, keys)).toBeNull();
    const altGr = { ...press('Period', { altKey: true }), getModifierState: (name: string) => name === 'AltGraph' };
    expect(commandOf(altGr, keys)).toBeNull();
  });
  it('takes the number pad’s Enter for Enter, unless it has a command of its own', () => {
    const pad = press('NumpadEnter', { altKey: true });
    expect(commandOf(pad, keys)).toBe('use');
    expect(commandOf(pad, keysInForce({ leave: 'Alt+NumpadEnter' }, false))).toBe('leave');
    expect(commandOf(pad, keysInForce({ use: '' }, false))).toBeNull();
  });
  it('never takes Tab, even where the settings say so', () => {
    expect(commandOf(press('Tab'), { ...keys, next: 'Tab' })).toBeNull();
    expect(commandOf(press('Tab', { altKey: true }), { ...keys, next: 'Alt+Tab' })).toBeNull();
  });
  it('follows the settings: a changed key counts, the default no longer, and an empty one is off', () => {
    const changed = keysInForce({ next: 'Alt+KeyN', use: '' }, false);
    expect(commandOf(press('KeyN', { altKey: true }), changed)).toBe('next');
    expect(commandOf(press('Period', { altKey: true }), changed)).toBeNull();
    expect(commandOf(press('Enter', { altKey: true }), changed)).toBeNull();
  });
  it('takes Ctrl+Option on a Mac, where Option alone types', () => {
    const mac = keysInForce({}, true);
    expect(commandOf(press('Period', { altKey: true }), mac)).toBeNull();
    expect(commandOf(press('Period', { altKey: true, ctrlKey: true }), mac)).toBe('next');
  });
});

describe('parseKey and keyOf', () => {
  it('agree', () => {
    const text = keyOf(press('KeyG', { ctrlKey: true, altKey: true, shiftKey: true }));
    expect(text).toBe('Ctrl+Alt+Shift+KeyG');
    expect(parseKey(text ?? '')).toEqual({ ctrl: true, alt: true, shift: true, meta: false, code: 'KeyG' });
  });
  it.each(['', 'Alt', 'Alt+', 'Alt+Alt+KeyG', 'Hyper+KeyG', 'alt+period', 'AltLeft', 'Alt+ShiftRight'])(
    '%j is no key',
    (text) => expect(parseKey(text)).toBeNull(),
  );
  it('waits while only a modifier is held', () => {
    expect(keyOf(press('AltLeft', { altKey: true }))).toBeNull();
  });
});

describe('keyConflict', () => {
  const table: [string, string, ReturnType<typeof keyConflict>][] = [
    ['no key', '', null],
    ['a free one', 'Alt+KeyQ', null],
    ['a function key alone', 'F8', null],
    ['nonsense', 'Alt+?', 'not-a-key'],
    ['a bare letter', 'KeyQ', 'needs-modifier'],
    ['Shift only types', 'Shift+KeyQ', 'needs-modifier'],
    ['Tab', 'Alt+Tab', 'tab'],
    ['Escape', 'Alt+Escape', 'escape'],
    ['copy', 'Ctrl+KeyC', 'editor'],
    ['send', 'Meta+Enter', 'editor'],
    ['moving by words', 'Alt+ArrowLeft', 'editor'],
    ["another command's", 'Alt+Comma', 'previous'],
    ['its own', 'Alt+Period', null],
  ];
  it.each(table)('%s', (_name, text, conflict) => {
    expect(keyConflict(text, 'next', KEYS)).toBe(conflict);
  });
});

describe('formatKey', () => {
  it.each([
    ['Alt+Enter', 'Alt ↵', '⌥↵'],
    ['Ctrl+Alt+Period', 'Ctrl Alt .', '⌃⌥.'],
    ['Alt+KeyG', 'Alt G', '⌥G'],
    ['Alt+Digit1', 'Alt 1', '⌥1'],
    ['Escape', 'Esc', 'Esc'],
    ['', '', ''],
  ])('%s', (key, other, mac) => {
    expect(formatKey(key, false)).toBe(other);
    expect(formatKey(key, true)).toBe(mac);
  });
});
