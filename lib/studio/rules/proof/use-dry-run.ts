/** What the rule would flag in the last audit, as it is found. */
import { useEffect, useReducer, useState } from 'preact/hooks';
import type { DryRun } from '../../types';
import type { ProofProps } from './proof';
import { PAUSE } from './use-latest';

export interface DryRunShown {
  /** What is shown: the one before until the next is through, or takes longer than an eye waits. Null where there is none yet. */
  shown: DryRun | null;
  /** The rule that stands there now was run over all replies: this came of it. */
  over: DryRun | null;
  /** No audit is finished. */
  isNone: boolean;
  problem: string | null;
}

const NOTHING: DryRunShown = { shown: null, over: null, isNone: false, problem: null };
/** ms that the last numbers stay rather than those that have only begun to count. */
const PATIENCE = 600;

export function useDryRun(props: ProofProps | null, inputs: readonly unknown[]): DryRunShown {
  const [state, setState] = useState(NOTHING);
  const [looks, lookAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!props) {
      setState(NOTHING);
      return;
    }
    const leaving = new AbortController();
    setState((before) => ({ ...before, over: null }));
    const timer = setTimeout(() => {
      void follow(props, leaving.signal, (change) => {
        if (!leaving.signal.aborted) setState((before) => ({ ...before, ...change }));
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [props === null, looks, ...inputs]);
  // Whoever comes back from where the first audit was made.
  useEffect(() => {
    if (!state.isNone) return;
    const again = () => lookAgain(0);
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [state.isNone]);
  return state;
}

async function follow(
  { rule, saved, layer, tester }: ProofProps,
  signal: AbortSignal,
  show: (change: Partial<DryRunShown>) => void,
): Promise<void> {
  const begun = performance.now();
  try {
    for await (const run of tester.dryRun(rule, saved, layer, signal)) {
      if (run === null) show({ ...NOTHING, isNone: true });
      else if (run.done) show({ shown: run, over: run, isNone: false, problem: null });
      else if (performance.now() - begun > PATIENCE) show({ shown: run, isNone: false, problem: null });
    }
  } catch (error) {
    show({ problem: (error as Error).message });
  }
}
