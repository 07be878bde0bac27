/** A pack's own examples, run against the banks that it makes: it is taken only if all of them hold. */
import type { Example } from '../../engine/types';
import { entriesIn } from '../../pack/canonical';
import { isCoached } from '../../pack/languages';
import type { Pack } from '../../pack/pack';
import { type Laying, withLayer } from '../../phrasebank/apply-layer';
import { builtInBanks } from '../../phrasebank/built-in';
import { ruleId } from '../../phrasebank/layer';
import { type ExampleOutcome, runExample } from '../../phrasebank/rule-examples';
import { BankError } from '../../phrasebank/schema';
import { rests } from '../../phrasebank/stale';
import { LAYER_TEXTS } from '../../ui/layer-texts';
import { t } from '../../ui/text';

/** `pause` rejects where nobody wants to know any more. */
export type Proving = Required<Pick<Laying, 'pause' | 'onProgress'>>;

const NO_WORDS = { avoid: [], fine: [] };

/** What is wrong, each fault with its place; empty where the pack can be taken. */
export async function provePack({ layer, language }: Pack, { pause, onProgress }: Proving): Promise<string[]> {
  // Nothing here could read its examples. It is kept, and stays quiet.
  if (!isCoached(language)) return [];
  await pause();
  const examples = layer.rules
    .filter((rule) => !rests(rule, builtInBanks()))
    .flatMap((rule) => rule.examples.map((example, at) => ({ rule: ruleId(rule), example, at })));
  const entries = entriesIn(layer);
  const all = entries + examples.length;
  let faults: string[] = [];
  try {
    const banks = await withLayer(builtInBanks(), layer, {
      own: NO_WORDS,
      texts: LAYER_TEXTS,
      pause,
      onProgress: (done) => onProgress(done, all),
    });
    for (const [done, { rule, example, at }] of examples.entries()) {
      await pause();
      const { problem } = runExample(rule, example, banks);
      if (problem) faults.push(faultOf(rule, at, example, problem));
      onProgress(entries + done + 1, all);
    }
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    faults = error.faults;
  }
  return faults;
}

function faultOf(rule: string, at: number, example: Example, problem: NonNullable<ExampleOutcome['problem']>): string {
  const text = 'flag' in example ? example.flag : example.allow;
  return t('pack_fault_example', rule, at + 1, text, t(`pack_problem_${problem.replaceAll('-', '_') as Underscored}`));
}

type Underscored = 'not_found' | 'other_span' | 'found' | 'fixed_differs' | 'fixed_flagged' | 'marks';
