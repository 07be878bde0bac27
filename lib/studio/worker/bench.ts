/** Everything that a rule is tried on, together: what the worker answers with. */
import { once } from '../../engine/cache';
import type { Layer, TeamRule } from '../../phrasebank/layer';
import type { OwnWordsTexts } from '../../phrasebank/own-words';
import type { Stale } from '../../phrasebank/stale';
import type { Database } from '../../store/database';
import type { DryRun, ScoredDraft, TrialText } from '../types';
import { DryRuns } from './dry-run';
import { examplesOf } from './examples';
import { Layered } from './layered';
import { Rewrites } from './rewrites';
import { scores } from './scores';
import { tryText } from './try-text';
import { warningsFor } from './warnings';

interface Outside {
  database(): Promise<Database>;
  texts: OwnWordsTexts;
  /** Awaited between slices of long work, so that others are answered meanwhile. */
  pause(): Promise<void>;
}

export type Bench = ReturnType<typeof createBench>;

export function createBench({ database, texts, pause }: Outside) {
  const layered = new Layered(texts, pause);
  const dryRuns = new DryRuns(database, layered);
  const rewritesIn = once((banks: Parameters<typeof Rewrites.of>[0]) => Rewrites.of(banks, pause));
  return {
    lay: (layer: Layer) => layered.lay(layer),
    stale: (): Stale[] => layered.stale(),
    examples: (rule: TeamRule, saved: TeamRule | null) => examplesOf(layered, rule, saved),
    tryText: (rule: TeamRule, saved: TeamRule | null, text: TrialText) => tryText(layered, rule, saved, text),
    beginDryRun: (rule: TeamRule, saved: TeamRule | null) => dryRuns.begin(rule, saved),
    goOnDryRun: (ticket: number) => dryRuns.goOn(ticket),
    scores: async (weights: Layer['weights'], drafts: readonly ScoredDraft[]) =>
      scores(await layered.banks(), layered.agentOptions(weights), drafts),
    async warnings(rule: TeamRule, saved: TeamRule | null, dry: DryRun | null) {
      const trial = await layered.trial(rule, saved);
      const rewrites = await rewritesIn(trial.before.banks);
      return warningsFor(rule, dry, { trial, rewrites, options: layered.optionsFor(rule) });
    },
  };
}
