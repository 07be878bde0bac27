/** The engine with the built-in banks, over them the live pack's layer, and over that the agent's own words. */
import { once } from '../engine/cache';
import { coach } from '../engine/coach';
import { suggest } from '../engine/suggest';
import type { CoachOptions, OwnWords, PrincipleId } from '../engine/types';
import type { PrincipleRules } from '../messages';
import { withLayer, withLayerOptions } from '../phrasebank/apply-layer';
import { builtInBanks } from '../phrasebank/built-in';
import type { CompiledBanks } from '../phrasebank/compile';
import { type Layer, ruleId, type TeamRule } from '../phrasebank/layer';
import { withOwnWords } from '../phrasebank/own-words';
import { LAYER_TEXTS } from '../ui/layer-texts';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../ui/principles';
import type { Engine } from './engine';

export interface Team {
  layer: Layer;
  /** It is the organisation's: the agent's own switches do not go over it. */
  binding: boolean;
}

export interface LayeredEngine extends Engine {
  /** From now on with this over the banks. What is there stays until the new is ready as a whole. */
  lay(team: Team | null): void;
  /** The agent's options, with the team's beneath them. */
  options(own: CoachOptions): CoachOptions;
}

export interface EngineParts {
  /** The agent's own words, as they are now. */
  words(): OwnWords;
  /** Lets everything that is more urgent go first. */
  pause(): Promise<void>;
  /** What was laid is in force: every draft is to be read again. */
  onLaid(): void;
}

/**
 * The banks are compiled when they are first needed: a worker that only relays a command starts at once. The layer
 * follows after the first review, in slices.
 */
export function builtInEngine({ words, pause, onLaid }: EngineParts): LayeredEngine {
  const withWords = once((own: OwnWords) => withOwnWords(builtInBanks(), own, LAYER_TEXTS));
  let wanted: Team | null = null;
  let ready: { team: Team; own: OwnWords; banks: CompiledBanks } | null = null;
  let laying: { team: Team; own: OwnWords } | null = null;
  let inUse = false;

  const banks = () => ready?.banks ?? withWords(words());

  const follow = () => {
    const team = wanted;
    const own = words();
    if (!team || (ready?.team === team && ready.own === own)) return;
    // One that is under way for something else ends at its next pause.
    if (laying?.team === team && laying.own === own) return;
    const mine = { team, own };
    laying = mine;
    layOver(mine).catch((error) => {
      if (laying === mine) console.error('The team’s pack could not be laid over the phrase banks.', error);
    });
  };

  const layOver = async (mine: { team: Team; own: OwnWords }) => {
    const { team, own } = mine;
    const pauseOrEnd = async () => {
      await pause();
      if (laying !== mine) throw new Error('Something else is wanted by now.');
    };
    await pauseOrEnd();
    const { layer, binding } = team;
    const made = await withLayer(builtInBanks(), layer, { own, texts: LAYER_TEXTS, binding, pause: pauseOrEnd });
    if (laying !== mine) return;
    ready = { team, own, banks: made };
    onLaid();
  };

  const why = (principle: PrincipleId) => banks().why(principle);
  return {
    review(draft, conversation, options) {
      const made = coach(draft, conversation, banks(), options);
      inUse = true;
      follow();
      return made;
    },
    suggest,
    why,
    rules: () =>
      [...PHRASE_PRINCIPLES, ...DRAFT_PRINCIPLES].map((principle) => ({
        principle,
        why: why(principle),
        rules: rulesOf(principle, wanted?.layer.rules ?? []),
      })),
    lay(team) {
      wanted = team;
      laying = null;
      if (team) {
        if (inUse) follow();
      } else if (ready) {
        ready = null;
        onLaid();
      }
    },
    options: (own) => (ready ? withLayerOptions(ready.team.layer, own, ready.team.binding) : own),
  };
}

/** What the agent can switch: the built-in rules, and the team's in the place of those of the same id. */
function rulesOf(principle: PrincipleId, ofTeam: readonly TeamRule[]): PrincipleRules['rules'] {
  const rules = [
    ...builtInBanks()
      .allRules()
      .filter(({ bank }) => bank === principle)
      .map(({ id, entry }) => ({ id, message: entry.message, severity: entry.severity })),
    ...ofTeam
      .filter((rule) => rule.principle === principle)
      .map((rule) => ({ id: ruleId(rule), message: rule.message, severity: rule.severity })),
  ];
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}
