/** The practice desk's ear at the background: what the coach publishes about this very tab, as the sidebar hears it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Command, Snapshot } from '../messages';
import { connectPanel } from '../panel/connection';

export interface CoachWatch {
  /** null until the coach has spoken. */
  snapshot: ReadonlySignal<Snapshot | null>;
  /** The extension was updated or removed under this page. */
  dead: ReadonlySignal<boolean>;
  command(command: Command): void;
}

/** `tab` is the tab to listen to, until `leaving` aborts. */
export function watchCoach(tab: number, leaving: AbortSignal): CoachWatch {
  const snapshot = signal<Snapshot | null>(null);
  const dead = signal(false);
  const connection = connectPanel({
    onMessage(message) {
      if (message.type === 'snapshot' && message.tab === tab) snapshot.value = message.snapshot;
    },
    onOpen: (say) => say({ type: 'watch', tab }),
    onDead: () => {
      dead.value = true;
    },
  });
  leaving.addEventListener('abort', () => connection.close());
  return { snapshot, dead, command: (command) => connection.say({ type: 'command', command }) };
}
