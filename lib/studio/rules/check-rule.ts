/** What keeps a rule from being saved: a field that is not filled, what the engine can't run, and examples that fail. */
import type { Layer, TeamRule } from '../../phrasebank/layer';
import { t } from '../../ui/text';
import type { FieldFault, Tester } from '../types';
import { exampleText } from './proof/example-text';

/** `saved`: the rule as it stands in the layer. */
export async function checkRule(
  rule: TeamRule,
  saved: TeamRule | null,
  layer: Layer,
  tester: Tester,
): Promise<FieldFault[]> {
  const faults = emptyFields(rule);
  if (faults.length > 0) return faults;
  const broken = await tester.faults(rule, layer);
  if (broken.length > 0) return broken;
  const examples = await tester.examples(rule, layer, saved);
  return examples.flatMap((example, place) =>
    example.ok ? [] : [{ field: `examples.${place}`, text: exampleText(example) }],
  );
}

function emptyFields({ patterns, message, source }: TeamRule): FieldFault[] {
  return [
    ...(patterns.length === 0 ? [{ field: 'patterns.0', text: t('rules_fault_phrase') }] : []),
    ...(message.trim() === '' ? [{ field: 'message', text: t('rules_fault_message') }] : []),
    ...(source.trim() === '' ? [{ field: 'source', text: t('rules_fault_source') }] : []),
  ];
}

/** Without what was added and left empty. */
export function tidied(rule: TeamRule): TeamRule {
  const filled = (texts: readonly string[] | undefined) => (texts ?? []).map((text) => text.trim()).filter(Boolean);
  const { unless, rewrites, when, ...rest } = rule;
  const places = Object.fromEntries(Object.entries(when ?? {}).filter(([, values]) => values?.length));
  const [others, better] = [filled(unless), filled(rewrites)];
  return {
    ...rest,
    patterns: filled(rule.patterns),
    message: rule.message.trim(),
    source: rule.source.trim(),
    examples: rule.examples.filter((one) => ('flag' in one ? one.flag : one.allow).trim()),
    ...(others.length > 0 && { unless: others }),
    ...(better.length > 0 && { rewrites: better }),
    ...(Object.keys(places).length > 0 && { when: places }),
  };
}
