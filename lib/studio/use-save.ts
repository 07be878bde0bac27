/** Saving from a view: what went wrong is kept for people to read, and nothing they typed is lost for it. */
import { useState } from 'preact/hooks';
import type { Studio } from './types';

export type Save = (...change: Parameters<Studio['save']>) => Promise<boolean>;

export function useSave(studio: Studio): { save: Save; problem: string } {
  const [problem, setProblem] = useState('');
  const save: Save = async (change, note) => {
    try {
      await studio.save(change, note);
      setProblem('');
      return true;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  return { save, problem };
}
