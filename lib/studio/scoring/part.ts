import type { Layer } from '../../phrasebank/layer';
import type { Saving } from '../saving';
import type { Rulebook, Studio, Tester } from '../types';

/** What each part of this view gets. */
export interface PartProps {
  studio: Studio;
  saving: Saving;
  tester: Tester;
  rulebook: Rulebook;
  layer: Layer;
  /** What the address opens in it. */
  at: string | undefined;
}
