/** The pretend send: waits for the review of what stands in the box, asks about open gaps once, shows the scorecard. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Snapshot } from '../messages';
import { type Outcome, outcomeOf } from '../ui/outcome';
import { readiness, type Silence } from './readiness';

export type SendStep =
  | { step: 'closed' }
  | { step: 'reading' }
  | { step: 'silent'; why: Silence }
  | { step: 'gaps'; outcome: Outcome }
  | { step: 'scorecard'; outcome: Outcome };

export interface Sending {
  state: ReadonlySignal<SendStep>;
  /** `text` is what stands in the reply box now. */
  send(text: string): void;
  /** After the gaps were seen: show the scorecard all the same. */
  goOn(): void;
  close(): void;
}

/** The coach's own pause and a slow first start of the engine fit well inside. */
const PATIENCE_MS = 8_000;

export function createSending(
  snapshot: ReadonlySignal<Snapshot | null>,
  onScorecard: () => void,
  patience = PATIENCE_MS,
): Sending {
  const state = signal<SendStep>({ step: 'closed' });
  let stop = () => {};

  const show = (outcome: Outcome) => {
    state.value = { step: 'scorecard', outcome };
    onScorecard();
  };

  return {
    state,
    send(text) {
      stop();
      state.value = { step: 'reading' };
      const timer = setTimeout(() => {
        stop();
        state.value = { step: 'silent', why: snapshot.peek()?.status === 'no-box' ? 'no-box' : 'no-answer' };
      }, patience);
      let settled = false;
      const dispose = effect(() => {
        const now = readiness(snapshot.value, text);
        if (settled || now.state === 'waiting') return;
        settled = true;
        // Not inside the effect: what follows writes signals of its own.
        queueMicrotask(() => {
          stop();
          if (state.peek().step !== 'reading') return;
          if (now.state === 'silent') {
            state.value = { step: 'silent', why: now.why };
            return;
          }
          const outcome = outcomeOf(now.review, now.draft, now.left);
          if (outcome.gaps.length > 0) state.value = { step: 'gaps', outcome };
          else show(outcome);
        });
      });
      stop = () => {
        clearTimeout(timer);
        dispose();
        stop = () => {};
      };
    },
    goOn() {
      const now = state.value;
      if (now.step === 'gaps') show(now.outcome);
    },
    close() {
      stop();
      state.value = { step: 'closed' };
    },
  };
}
