/** The reviewer's keys. Letters alone, so that they meet none of the browser's own; they rest while a field has the focus. */

export const COMMANDS = {
  next: 'j',
  previous: 'k',
  'next-finding': 'n',
  'previous-finding': 'p',
  agree: 'a',
  disagree: 'd',
  missed: 'm',
  comment: 'c',
  done: 'Enter',
  'next-open': 'o',
  undo: 'u',
  close: 'Escape',
  keys: '?',
} as const;

export type Command = keyof typeof COMMANDS;

/** What takes keys of its own. */
const FIELDS = 'input, textarea, select, [contenteditable], dialog';
/** What Enter presses. */
const PRESSED = 'button, a, summary, [role=row], label';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'repeat' | 'defaultPrevented'
>;

/**
 * The command that a key stands for where it was pressed; null for none. With `single` off only Enter and Esc act, since
 * letters by themselves are typed by accident with speech input.
 */
export function commandOf(event: Pressed, target: Element | null, single: boolean): Command | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return null;
  if (target?.closest(FIELDS)) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key.length === 1 && !single) return null;
  if (key === 'Enter' && (event.repeat || target?.closest(PRESSED))) return null;
  const found = (Object.keys(COMMANDS) as Command[]).find((name) => COMMANDS[name] === key);
  // A key held down goes on through replies and findings, but judges once.
  if (event.repeat && found && !/next|previous/.test(found)) return null;
  return found ?? null;
}

/** As on a key's cap. */
export function capOf(command: Command): string {
  const key = COMMANDS[command];
  return key === 'Enter' ? '↵' : key === 'Escape' ? 'Esc' : key.toUpperCase();
}
