/** The rule's examples, each with what the rule finds in it and what becomes of it. */
import type { Severity } from '../../../engine/types';
import { Check, Cross } from '../../../ui/icons';
import { Rewrite } from '../../../ui/rewrite';
import { t } from '../../../ui/text';
import type { ExampleResult } from '../../types';
import { exampleText } from './example-text';
import { Marked, marksOf } from './marked';

interface Props {
  examples: readonly ExampleResult[];
  severity: Severity;
}

export function ExampleList({ examples, severity }: Props) {
  const fine = examples.filter(({ ok }) => ok).length;
  return (
    <section aria-labelledby="proof-examples">
      <h3 id="proof-examples">
        {t('studio_proof_examples')}
        {examples.length > 0 && <span class="soft"> {t('studio_proof_examples_fine', fine, examples.length)}</span>}
      </h3>
      {examples.length === 0 && <p class="soft">{t('studio_proof_no_examples')}</p>}
      <ul class="proof-examples">
        {examples.map((example, place) => (
          <ExampleItem key={place} example={example} severity={severity} />
        ))}
      </ul>
    </section>
  );
}

function ExampleItem({ example, severity }: { example: ExampleResult; severity: Severity }) {
  const { ok, found, expected, text, fixed } = example;
  const marks = [
    ...marksOf(found, 'found', severity),
    ...(ok || !expected ? [] : marksOf([expected], 'expected', severity)),
  ];
  return (
    <li data-ok={ok}>
      <span class="proof-sign">{ok ? <Check size={12} /> : <Cross size={11} />}</span>
      <div>
        <p class="proof-text">
          <Marked text={text} marks={marks} />
        </p>
        <p class="proof-outcome">{exampleText(example)}</p>
        {fixed !== null && <Rewrite draft={text} edit={{ start: 0, end: text.length, text: fixed }} />}
      </div>
    </li>
  );
}
