/** Replies as the scorecard has them under a layer's weights. */
import { coach } from '../../engine/coach';
import type { Channel, Scorecard } from '../../engine/types';
import { withLayerOptions } from '../../phrasebank/apply-layer';
import type { CompiledBanks } from '../../phrasebank/compile';
import type { Layer } from '../../phrasebank/layer';

export interface ScoredDraft {
  draft: string;
  customer: string;
  channel: Channel;
}

/** `banks`: with the layer over them. */
export function scores(banks: CompiledBanks, layer: Layer, drafts: readonly ScoredDraft[]): Scorecard[] {
  const options = withLayerOptions(layer, {}, true);
  return drafts.map(({ draft, ...conversation }) => coach(draft, conversation, banks, options).scorecard);
}
