import type { Layer } from '../../phrasebank/layer';
import type { Rulebook, Studio, Tester } from '../types';

/** What each part of this view gets. */
export interface PartProps {
  studio: Studio;
  tester: Tester;
  rulebook: Rulebook;
  layer: Layer;
  /** What the address opens in it. */
  at: string | undefined;
}
