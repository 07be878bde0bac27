/** The rule behind a finding and the tests that let it pass: for whoever keeps the phrase banks. */
import type { Finding } from '../engine/types';
import { t } from '../ui/text';

export function Explain({ finding }: { finding: Finding }) {
  return (
    <div class="more">
      <p>
        <span class="soft">{t('panel_explain_rule')}</span> <code>{finding.rule}</code>
      </p>
      {finding.why.length > 0 && (
        <ul class="plain soft">
          {finding.why.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
