/** The engine of a run: the built-in banks with the pack and the own words of the day it began. */
import type { CoachOptions } from '../../engine/types';
import { withLayer, withLayerOptions } from '../../phrasebank/apply-layer';
import { builtInBanks } from '../../phrasebank/built-in';
import type { CompiledBanks } from '../../phrasebank/compile';
import { EMPTY_LAYER, type Layer } from '../../phrasebank/layer';
import type { OwnWordsTexts } from '../../phrasebank/own-words';
import { type EngineSetup, PREFERRED } from '../model';

export interface RunEngine {
  banks: CompiledBanks;
  options: CoachOptions;
}

/** `layer`: of the pack that the setup names. */
export async function engineOf({ options, words, texts, pack }: EngineSetup, layer: Layer | null): Promise<RunEngine> {
  const binding = pack?.binding ?? false;
  const banks = await withLayer(builtInBanks(), layer ?? EMPTY_LAYER, {
    own: words,
    binding,
    texts: messagesOf(texts),
  });
  return { banks, options: layer ? withLayerOptions(layer, options, binding) : options };
}

export function messagesOf({ title, message, none }: EngineSetup['texts']): OwnWordsTexts {
  return { title, message: (instead) => (instead ? message.replaceAll(PREFERRED, () => instead) : none) };
}
