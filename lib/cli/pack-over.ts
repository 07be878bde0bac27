/** `--pack FILE`: a team's pack over the banks, as it is live in the browser. */
import { readFileSync } from 'node:fs';
import { isCoached } from '../pack/languages';
import { readPack } from '../pack/read-pack';
import { withLayer } from '../phrasebank/apply-layer';
import type { CompiledBanks } from '../phrasebank/compile';
import type { Layer } from '../phrasebank/layer';
import { LAYER_TEXTS } from '../ui/layer-texts';
import { packName } from '../ui/pack-name';

export interface TeamBanks {
  banks: CompiledBanks;
  /** Of the pack: its switches and weights are options of the coach. Null: there is none, or it stays quiet. */
  layer: Layer | null;
  /** What the pack is called, for reports: 'Acme support, version 12'; null where there is none. */
  name: string | null;
}

const NO_WORDS = { avoid: [], fine: [] };

/** `told` hears which pack it is. Throws a `BankError` with its faults, or an error of the file system. */
export async function withPack(
  banks: CompiledBanks,
  file: string | null,
  told: (remark: string) => void,
): Promise<TeamBanks> {
  if (file === null) return { banks, layer: null, name: null };
  const pack = readPack(readFileSync(file, 'utf8'), file);
  const { name, version, language, layer } = pack;
  if (!isCoached(language)) {
    told(`The pack “${name}” is for drafts in “${language}”, which are not read yet: it stays quiet.`);
    return { banks, layer: null, name: null };
  }
  told(`With the pack “${name}”, version ${version}.`);
  const laid = await withLayer(banks, layer, { own: NO_WORDS, texts: LAYER_TEXTS });
  return { banks: laid, layer, name: packName(pack) };
}
