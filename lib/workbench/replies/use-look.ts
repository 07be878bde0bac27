/** A reply with its review in full, made when it is looked at; the next one is made ahead. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Look, OpenRun } from '../types';

const KEPT = 12;

type Shown = { seq: number; look: Look } | { seq: number; problem: string } | null;

/** The last one stays until the next is there, so that going through replies does not flicker. */
export function useLook(open: OpenRun, seq: number, next: number | undefined): Shown {
  const ask = useMemo(() => createLooks(open), [open]);
  const [shown, setShown] = useState<Shown>(null);
  useEffect(() => {
    let gone = false;
    ask(seq).then(
      (look) => {
        if (gone) return;
        setShown({ seq, look });
        if (next !== undefined) ask(next).catch(() => {});
      },
      (error: Error) => {
        if (!gone) setShown({ seq, problem: error.message });
      },
    );
    return () => {
      gone = true;
    };
  }, [ask, seq]);
  return shown;
}

function createLooks(open: OpenRun): (seq: number) => Promise<Look> {
  const kept = new Map<number, Promise<Look>>();
  return (seq) => {
    const known = kept.get(seq);
    if (known) return known;
    const look = open.look(seq);
    kept.set(seq, look);
    // What failed is tried again when it is asked for again.
    look.catch(() => kept.delete(seq));
    for (const old of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(old);
    }
    return look;
  };
}
