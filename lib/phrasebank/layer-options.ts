/** What a team's layer says beside its rules, as options of the coach. */
import type { CoachOptions, PrincipleId, Severity } from '../engine/types';
import { type Layer, ruleId } from './layer';
import { WORDS_SEVERITY } from './own-words';
import { WORDS_BANK, wordIds } from './spellings';

/**
 * The agent's options with the team's beneath them: what the team switches off stays off, its severities and weights hold
 * where the agent said nothing else. `binding`: an organisation's. Then the agent's own go beneath, and switch off
 * nothing that the layer brings or sets.
 */
export function withLayerOptions(layer: Layer, own: CoachOptions, binding: boolean): CoachOptions {
  const team = { severity: layer.severity, weights: layer.weights };
  const [over, beneath] = binding ? [team, own] : [own, team];
  return {
    ...own,
    off: binding ? offBeneath(layer, own.off) : joinedOff(layer, own.off),
    severity: {
      ...severityBeneath(beneath.severity ?? {}, over.severity ?? {}),
      ...(binding && severityBrought(layer, own.severity ?? {})),
      ...over.severity,
    },
    weights: { ...beneath.weights, ...over.weights },
  };
}

type Off = NonNullable<CoachOptions['off']>;

function joinedOff({ principlesOff, rulesOff }: Layer, { principles = [], rules = [] }: Off = {}): Off {
  return { principles: [...new Set([...principlesOff, ...principles])], rules: [...new Set([...rulesOff, ...rules])] };
}

/** Of the agent's switches those that leave the layer alone. A principle goes off but for the team's rules in it. */
function offBeneath(layer: Layer, { principles = [], rules = [] }: Off = {}): Off {
  const brought = broughtBy(layer);
  const isSet = (id: string) => Object.hasOwn(layer.severity, id);
  const loose = principles.filter((principle) => !isSet(principle));
  const setIn = Object.keys(layer.severity).filter((id) => id.includes('/'));
  const except = [...new Set([...brought.keys(), ...setIn])].filter((id) => loose.includes(principleOf(id)));
  return {
    ...joinedOff(layer, {
      principles: loose,
      rules: rules.filter((id) => !brought.has(id) && !isSet(id) && !isSet(principleOf(id))),
    }),
    except: except.filter((id) => !layer.principlesOff.includes(principleOf(id))),
  };
}

/** The rules that the layer itself has, with how severe they are. */
function broughtBy({ rules, words }: Layer): ReadonlyMap<string, Severity> {
  return new Map([
    ...rules.map((rule) => [ruleId(rule), rule.severity] as const),
    ...wordIds(words, 'team').map((id) => [`${WORDS_BANK}/${id}`, WORDS_SEVERITY] as const),
  ]);
}

/** Without the rules of principles over which the others have the last word. */
function severityBeneath(
  beneath: Readonly<Record<string, Severity>>,
  over: Readonly<Record<string, Severity>>,
): Record<string, Severity> {
  return Object.fromEntries(Object.entries(beneath).filter(([id]) => !Object.hasOwn(over, principleOf(id))));
}

/** The layer's own rules that the agent's severities would reach, as severe as they came. */
function severityBrought(layer: Layer, own: Readonly<Record<string, Severity>>): Record<string, Severity> {
  const reached = [...broughtBy(layer)].filter(
    ([id]) =>
      (Object.hasOwn(own, id) || Object.hasOwn(own, principleOf(id))) &&
      !Object.hasOwn(layer.severity, principleOf(id)),
  );
  return Object.fromEntries(reached);
}

function principleOf(id: string): PrincipleId {
  return id.split('/')[0] as PrincipleId;
}
