/** One piece of work at a time, with its progress, that can be stopped. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Job } from './gather';

export interface JobState {
  name: string;
  done: number;
  failed?: string;
  running: boolean;
}

/** Stops what runs when the view goes. */
export function useJob() {
  const [state, setState] = useState<JobState | null>(null);
  const leave = useRef<AbortController | null>(null);
  useEffect(() => () => leave.current?.abort(), []);
  const run = async (name: string, work: (job: Job) => Promise<void>) => {
    leave.current?.abort();
    const stop = new AbortController();
    leave.current = stop;
    const show = (part: Partial<JobState>) => {
      if (leave.current === stop) setState((now) => ({ name, done: 0, running: true, ...now, ...part }));
    };
    setState({ name, done: 0, running: true });
    try {
      await work({ signal: stop.signal, tell: (done) => show({ done }) });
      show({ running: false });
    } catch (error) {
      if (stop.signal.aborted) show({ running: false });
      else show({ running: false, failed: (error as Error).message });
    }
  };
  return { state, run, stop: () => leave.current?.abort() };
}
