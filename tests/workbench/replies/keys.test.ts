import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command, commandOf } from '../../../lib/workbench/replies/keys';

const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  defaultPrevented: false,
  ...more,
});
/** An element of which `closest` finds those selectors that name it. */
const target = (name: string) => ({ closest: (list: string) => list.split(', ').includes(name) }) as unknown as Element;
const nowhere = target('body');

describe('the reviewer’s keys', () => {
  it('are one for each command, in either case', () => {
    expect(new Set(Object.values(COMMANDS)).size).toBe(Object.keys(COMMANDS).length);
    for (const [name, key] of Object.entries(COMMANDS) as [Command, string][]) {
      expect(commandOf(pressed(key), nowhere, true), key).toBe(name);
      if (key.length === 1) expect(commandOf(pressed(key.toUpperCase()), nowhere, true), key).toBe(name);
    }
    expect(commandOf(pressed('x'), null, true)).toBeNull();
  });

  it('rest while something is typed, and leave the browser its own', () => {
    for (const field of ['input', 'textarea', 'select', '[contenteditable]', 'dialog']) {
      for (const key of Object.values(COMMANDS)) expect(commandOf(pressed(key), target(field), true)).toBeNull();
    }
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isComposing', 'defaultPrevented']) {
      expect(commandOf(pressed('d', { [held]: true }), nowhere, true), held).toBeNull();
    }
  });

  it('leave Enter to what it presses', () => {
    for (const name of ['button', 'a', 'summary', '[role=row]']) {
      expect(commandOf(pressed('Enter'), target(name), true), name).toBeNull();
      expect(commandOf(pressed('j'), target(name), true), name).toBe('next');
    }
  });

  it('go on through replies while they are held, and judge once', () => {
    expect(commandOf(pressed('j', { repeat: true }), nowhere, true)).toBe('next');
    expect(commandOf(pressed('n', { repeat: true }), nowhere, true)).toBe('next-finding');
    for (const key of ['a', 'd', 'm', 'u', 'Enter']) {
      expect(commandOf(pressed(key, { repeat: true }), nowhere, true), key).toBeNull();
    }
  });

  it('can be switched off but for Enter and Esc', () => {
    for (const key of Object.values(COMMANDS)) {
      const found = commandOf(pressed(key), nowhere, false);
      expect(found, key).toBe(key === 'Enter' ? 'done' : key === 'Escape' ? 'close' : null);
    }
  });
});
