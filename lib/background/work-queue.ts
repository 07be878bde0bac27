/**
 * What the engine has to do, in the order that an agent feels: the newest review first, suggestions one by one after
 * all reviews, and nothing that has become stale meanwhile. Jobs are short; between two of them the worker takes in
 * what has arrived.
 */
type Job = () => void;

export interface WorkQueue {
  /** A review: replaces one of the same owner that has not been done yet. */
  urgent(owner: object, job: Job): void;
  /** A suggestion: done when no review is waiting, in the order of asking. */
  patient(owner: object, job: Job): void;
  /** Forgets what this owner was waiting for. */
  drop(owner: object): void;
  dropPatient(owner: object): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** `breathe` resolves after the messages that are waiting have been delivered. */
export function createWorkQueue(breathe: () => Promise<void> = nextTask): WorkQueue {
  const reviews = new Map<object, Job>();
  let rest: { owner: object; job: Job }[] = [];
  let running: Promise<void> | null = null;

  const take = (): Job | undefined => {
    const newest = [...reviews].at(-1);
    if (newest) {
      reviews.delete(newest[0]);
      return newest[1];
    }
    return rest.shift()?.job;
  };

  const run = async () => {
    while (reviews.size || rest.length) {
      await breathe();
      try {
        take()?.();
      } catch (error) {
        // One job that fails must not leave the others waiting for ever.
        console.error(error);
      }
    }
    running = null;
  };

  const start = () => {
    running ??= run();
  };

  const dropPatient = (owner: object) => {
    rest = rest.filter((waiting) => waiting.owner !== owner);
  };

  return {
    urgent(owner, job) {
      reviews.delete(owner);
      reviews.set(owner, job);
      start();
    },
    patient(owner, job) {
      rest.push({ owner, job });
      start();
    },
    dropPatient,
    drop(owner) {
      reviews.delete(owner);
      dropPatient(owner);
    },
    idle: () => running ?? Promise.resolve(),
  };
}

/** A task of its own: unlike a timer it is not held back, unlike a microtask it lets messages in. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
