/** Asks the background for another live pack, and gives what came of it. How far it is stands in `PackState.checking`. */
import type { PanelToBackground } from '../messages';
import type { PackState } from '../pack/pack';
import { connectPanel } from './connection';

type Asked = Extract<PanelToBackground, { type: 'take-pack' | 'go-back' | 'drop-pack' }>;

/** Rejects where the extension was updated under this page, or a step back may have been done and not been answered. */
export function askPacks(asked: Asked): Promise<PackState> {
  return new Promise((resolve, reject) => {
    const connection = connectPanel({
      onMessage(message) {
        if (message.type !== 'pack') return;
        connection.close();
        resolve(message.state);
      },
      onOpen(say, again) {
        // A pack that is taken twice is taken once; two steps back are none.
        if (!again || asked.type === 'take-pack') return say(asked);
        connection.close();
        reject(new Error('The background did not answer.'));
      },
      onDead: () => reject(new Error('The extension was updated: load this page again.')),
    });
  });
}
