/** The banks that a rule is tried on: the built-in ones, the team's layer over them, the rule in work on top. */
import type { CoachOptions, Entry, PrincipleId } from '../../engine/types';
import { withLayer, withLayerOptions } from '../../phrasebank/apply-layer';
import { builtInBanks } from '../../phrasebank/built-in';
import type { CompiledBanks } from '../../phrasebank/compile';
import { EMPTY_LAYER, type Layer, ruleId, type TeamRule } from '../../phrasebank/layer';
import type { OwnWordsTexts } from '../../phrasebank/own-words';
import { type Stale, staleIn } from '../../phrasebank/stale';

/** A rule as banks have it. */
export interface InBanks {
  id: string;
  banks: CompiledBanks;
}

export interface Trial {
  now: InBanks;
  /** What stands in its place as long as it is not saved. Its banks may have no such rule. */
  before: InBanks;
}

const NO_WORDS = { avoid: [], fine: [] };

/** The layer is laid once; a rule that is being typed goes over it, so that a letter costs one rule and not all. */
export class Layered {
  private layer = EMPTY_LAYER;
  private laid: Promise<CompiledBanks> | null = null;
  private latest: { key: string; below: CompiledBanks; trial: Promise<Trial> } | null = null;

  constructor(
    private readonly texts: OwnWordsTexts,
    private readonly pause: () => Promise<void> = async () => {},
  ) {}

  lay(layer: Layer): void {
    this.layer = layer;
    this.laid = null;
  }

  /** What of the layer rests, since the built-in banks have changed under it. */
  stale(): Stale[] {
    return staleIn(this.layer, builtInBanks());
  }

  banks(): Promise<CompiledBanks> {
    this.laid ??= this.compile(builtInBanks(), this.layer);
    return this.laid;
  }

  /** Rejects with a `BankError` where the rule can't be compiled. `saved` has another id where it was renamed. */
  async trial(rule: TeamRule, saved: TeamRule | null): Promise<Trial> {
    const below = await this.banks();
    const key = JSON.stringify([rule, saved && ruleId(saved)]);
    if (this.latest?.key !== key || this.latest.below !== below)
      this.latest = { key, below, trial: this.makeTrial(below, rule, saved) };
    return this.latest.trial;
  }

  /**
   * The team's options where the rule is for: if that is not everywhere, at its first helpdesk, in its first team. Nothing is
   * switched off: a rule that is being looked at is on.
   */
  optionsFor({ when }: TeamRule): CoachOptions {
    const { off: _, ...options } = withLayerOptions(this.layer, {}, false);
    return { ...options, host: when?.hosts?.[0], team: when?.teams?.[0] };
  }

  /** As agents have them, but for the weights. */
  agentOptions(weights: Layer['weights']): CoachOptions {
    return withLayerOptions({ ...this.layer, weights }, {}, true);
  }

  /** Whether the team leaves what this rule finds alone. */
  isOff(rule: string, principle: PrincipleId): boolean {
    return this.layer.rulesOff.includes(rule) || this.layer.principlesOff.includes(principle);
  }

  private async makeTrial(below: CompiledBanks, rule: TeamRule, saved: TeamRule | null): Promise<Trial> {
    const id = ruleId(rule);
    const before = saved ? ruleId(saved) : id;
    const rules = before === id || !saved ? [rule] : [rule, silent(saved)];
    const banks = await this.compile(below, { ...EMPTY_LAYER, rules });
    return { now: { id, banks }, before: { id: before, banks: below } };
  }

  private compile(banks: CompiledBanks, layer: Layer): Promise<CompiledBanks> {
    return withLayer(banks, layer, { own: NO_WORDS, texts: this.texts, pause: this.pause });
  }
}

/** A rule that finds nothing any more. */
function silent<R extends Entry>(rule: R): R {
  return { ...rule, patterns: [] };
}
