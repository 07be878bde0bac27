/** The rule's own examples, run on what it would be. */
import { ruleId, type TeamRule } from '../../phrasebank/layer';
import { runExample } from '../../phrasebank/rule-examples';
import { marks } from '../../phrasebank/schema';
import type { ExampleResult } from '../types';
import type { Layered } from './layered';

export async function examplesOf(layered: Layered, rule: TeamRule, saved: TeamRule | null): Promise<ExampleResult[]> {
  const { now } = await layered.trial(rule, saved);
  return rule.examples.map((example) => {
    const marked = 'flag' in example ? marks(example.flag) : { text: example.allow, span: null };
    return {
      ...runExample(ruleId(rule), example, now.banks),
      text: marked?.text ?? ('flag' in example ? example.flag : ''),
      expected: marked?.span ?? null,
    };
  });
}
