/** What changed in the database, told to every page of the workbench, this one too. */
export type Change = { run: string; what: 'run' | 'removed' | 'verdicts' | 'lists' };

export interface Changes {
  announce(change: Change): void;
  /** Gives a function that ends it. `here`: this very page made the change. */
  listen(listener: (change: Change, here: boolean) => void): () => void;
}

export function createChanges(): Changes {
  const channel = new BroadcastChannel('reframe audits');
  const listeners = new Set<(change: Change, here: boolean) => void>();
  channel.onmessage = ({ data }: MessageEvent<Change>) => {
    for (const listener of listeners) listener(data, false);
  };
  return {
    announce(change) {
      channel.postMessage(change);
      for (const listener of listeners) listener(change, true);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
