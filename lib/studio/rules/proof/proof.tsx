/** What the rule in work would do: to its examples, to a text, to the replies of the last audit; and what is unwise. */
import type { Layer, TeamRule } from '../../../phrasebank/layer';
import { t } from '../../../ui/text';
import type { Tester } from '../../types';
import { AuditPart } from './audit-part';
import { ExampleList } from './example-list';
import { TryBox } from './try-box';
import { useDryRun } from './use-dry-run';
import { useLatest } from './use-latest';
import { WarningList } from './warning-list';

export interface ProofProps {
  rule: TeamRule;
  /** As it stands in the newest version; null: it is new. */
  saved: TeamRule | null;
  layer: Layer;
  tester: Tester;
}

export function Proof(props: ProofProps) {
  const { rule, saved, layer, tester } = props;
  // The same rule may come as another object each time.
  const key = JSON.stringify([rule, saved]);
  const isEmpty = rule.over === undefined && !rule.patterns.some((pattern) => pattern.trim());
  const examples = useLatest(isEmpty ? null : () => tester.examples(rule, layer, saved), [key, layer]);
  const dry = useDryRun(isEmpty ? null : props, [key, layer]);
  const warnings = useLatest(isEmpty ? null : () => tester.warnings(rule, saved, layer, dry.over), [
    key,
    layer,
    dry.over,
  ]);
  return (
    <section class="proof" aria-labelledby="proof-title">
      <h2 id="proof-title">{t('studio_proof')}</h2>
      {isEmpty ? (
        <p class="soft">{t('studio_proof_empty')}</p>
      ) : (
        <>
          {examples.problem !== null && <p class="notice">{t('studio_proof_unread')}</p>}
          <ExampleList examples={examples.value ?? []} severity={rule.severity} />
          <TryBox {...props} ruleKey={key} />
          <AuditPart dry={dry} isSaved={saved !== null || rule.over !== undefined} severity={rule.severity} />
          <WarningList warnings={warnings.value ?? []} />
        </>
      )}
    </section>
  );
}
