/** The built-in banks, once the engine has told them. */
import { useEffect, useState } from 'preact/hooks';
import type { Rulebook, Tester } from './types';

/** null until they are there. */
export function useRulebook(tester: Tester): { rulebook: Rulebook | null; problem: string } {
  const [rulebook, setRulebook] = useState<Rulebook | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    tester.rulebook().then(setRulebook, (error: Error) => setProblem(error.message));
  }, [tester]);
  return { rulebook, problem };
}
