/** The newest version as it is handed out: signed, where a key was chosen. */
import { useEffect, useState } from 'preact/hooks';
import type { SigningKey } from '../../pack/keys';
import type { Pack } from '../../pack/pack';
import { sign } from '../../pack/sign';
import type { Studio } from '../types';

/** null until it is there. */
export function useRolledOut(studio: Studio, version: number, key: SigningKey | null): Pack | null {
  const [ready, setReady] = useState<{ version: number; key: SigningKey | null; pack: Pack } | null>(null);
  useEffect(() => {
    if (version === 0) return;
    let wanted = true;
    void studio.pack(version).then(async (plain) => {
      const pack = key ? await sign(plain, key) : plain;
      if (wanted) setReady({ version, key, pack });
    });
    return () => {
      wanted = false;
    };
  }, [studio, version, key]);
  // Never one that was signed with another key than the one on show.
  return ready?.version === version && ready.key === key ? ready.pack : null;
}
