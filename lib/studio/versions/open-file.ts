/** A colleague's file: read, and how it stands to what is here. */
import { digestOf } from '../../pack/canonical';
import type { Pack } from '../../pack/pack';
import { readPack } from '../../pack/read-pack';
import { BankError } from '../../phrasebank/schema';
import { t } from '../../ui/text';
import type { Studio } from '../types';

export interface OpenedFile {
  pack: Pack;
  digest: string;
  /**
   * The last version that both have in common. 'known': it is here already. 'next': it was made of the newest one here.
   * null: none that is kept here, so that nobody can tell what was removed from what was never there.
   */
  common: Pack | 'known' | 'next' | null;
}

/** So many of its faults are named. */
const MOST_FAULTS = 5;

/** Rejects with an Error for people, which names the faults. */
export async function openFile(file: File, studio: Studio): Promise<OpenedFile> {
  const pack = readOrExplain(await file.text(), file.name);
  const digest = await digestOf(pack);
  return { pack, digest, common: await commonOf(pack, digest, studio) };
}

async function commonOf({ after }: Pack, digest: string, { versions, find }: Studio): Promise<OpenedFile['common']> {
  const [newest] = versions.value;
  if (versions.value.some((one) => one.digest === digest || one.merged === digest)) return 'known';
  if (!newest || after.includes(newest.digest)) return 'next';
  for (const before of after) {
    const found = await find(before);
    if (found) return found;
  }
  return null;
}

function readOrExplain(text: string, name: string): Pack {
  try {
    return readPack(text, name);
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    const { faults } = error;
    const more = faults.length > MOST_FAULTS ? ' …' : '';
    throw new Error(t('studio_file_bad', name, faults.slice(0, MOST_FAULTS).join('; ') + more), { cause: error });
  }
}
