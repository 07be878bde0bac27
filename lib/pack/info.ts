import { digestOf, entriesIn } from './canonical';
import type { Pack, PackInfo } from './pack';

/** What is shown of a pack. `signed`: its signature was checked with the key of the organisation's policy. */
export async function packInfo(pack: Pack, signed: boolean): Promise<PackInfo> {
  const { id, name, language, version, savedAt, author, note, layer } = pack;
  const digest = await digestOf(pack);
  return { id, name, language, version, savedAt, author, note, digest, entries: entriesIn(layer), signed };
}
