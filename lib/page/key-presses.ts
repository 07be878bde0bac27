/** Turns the agent's keys in the coached reply box into commands. What each key is stands in keys.ts. */
import type { Command } from '../messages';
import type { ReplyBox } from './box';
import { commandOf, type KeyCommand } from './keys';

export interface KeyPressesParts {
  /** The coached box that has the focus, for a key pressed in it or in the card. */
  boxFor(event: KeyboardEvent): ReplyBox | null;
  cardOpen(): boolean;
  keys(): Record<KeyCommand, string>;
  command(command: Command): Promise<void>;
}

export function followKeys(view: Window, parts: KeyPressesParts, signal: AbortSignal): void {
  const press = (box: ReplyBox, name: KeyCommand | 'close-card'): Promise<void> => {
    // What has not been shown is not done: the first press shows it.
    const needsCard = name === 'use' || name === 'another' || name === 'leave';
    if (needsCard && !parts.cardOpen()) return parts.command({ name: 'show-card' });
    // By its id: should it be gone by then, no other takes its place.
    const { current, variant } = box.draft;
    return parts.command(needsCard && current ? { name, finding: current, variant } : { name });
  };

  const onKey = (event: KeyboardEvent) => {
    const box = event.isTrusted ? parts.boxFor(event) : null;
    if (!box || box.composing || box.snoozed) return;
    const closes = event.code === 'Escape' && parts.cardOpen() && !event.isComposing;
    const command = closes ? 'close-card' : commandOf(event, parts.keys());
    if (!command) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat || command === 'next' || command === 'previous') void press(box, command);
  };

  view.addEventListener('keydown', onKey, { capture: true, signal });
}
