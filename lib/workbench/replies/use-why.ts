/** Why a principle matters: the words stand in its phrase bank, which is loaded when somebody asks. */
import { useEffect, useState } from 'preact/hooks';
import type { Bank, PrincipleId } from '../../engine/types';

const BANKS = import.meta.glob<{ default: Bank }>([
  '../../../phrasebanks/en/*.json',
  '!../../../phrasebanks/en/*-weights.json',
]);

export function useWhy(principle: PrincipleId, asked: boolean): Bank['why'] | null {
  const [why, setWhy] = useState<Bank['why'] | null>(null);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    BANKS[`../../../phrasebanks/en/${principle}.json`]?.().then(
      (bank) => {
        if (!gone) setWhy(bank.default.why);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [principle, asked]);
  return why;
}
