import { digestOf } from './canonical';
import type { Content } from './items';
import type { Pack } from './pack';

/** So many of the versions before it a pack names, for a merge to find where two of them parted. */
const NAMED_BEFORE = 100;

/** `content` as the version that follows on `parents`: the one that it was made of first, then any that was merged in. */
export async function nextVersion(
  { name, language, pilot, layer }: Content,
  parents: readonly Pack[],
  made: Pick<Pack, 'id' | 'author' | 'note' | 'savedAt'>,
): Promise<Pack> {
  const digests = await Promise.all(parents.map(digestOf));
  const before = [...digests, ...parents.flatMap(({ after }) => after)];
  return {
    reframe: 'pack',
    schema: 1,
    ...made,
    name,
    language,
    pilot,
    version: Math.max(0, ...parents.map(({ version }) => version)) + 1,
    after: [...new Set(before)].slice(0, NAMED_BEFORE),
    layer,
  };
}
