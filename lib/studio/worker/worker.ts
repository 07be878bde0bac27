/** What the studio asks of the engine. */
import { alive, answerCalls } from '../../audit/run/calls';
import type { Channel } from '../../engine/types';
import type { Layer, TeamRule } from '../../phrasebank/layer';
import type { DryRun, ExampleResult, FieldFault, PhraseWord, Rulebook, Tried, Warning } from '../types';

const api = {
  ...alive,
  rulebook: (): Rulebook => ({ rules: [], why: {} as Rulebook['why'], weights: {}, classes: [] }),
  words: (_phrase: string): PhraseWord[] => [],
  faults: (_rule: TeamRule, _layer: Layer): FieldFault[] => [],
  examples: (_rule: TeamRule, _layer: Layer): ExampleResult[] => [],
  tryText: (_rule: TeamRule, _layer: Layer, _text: string, _channel: Channel): Tried => ({
    found: [],
    others: [],
    fixed: null,
  }),
  warnings: (_rule: TeamRule, _layer: Layer, _dry: DryRun | null): Warning[] => [],
};
export type TestWorker = typeof api;
answerCalls(api);
