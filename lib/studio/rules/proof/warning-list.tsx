/** What is unwise about the rule. It can be saved all the same. */
import { keyPart } from '../../../ui/principles';
import { plural, t } from '../../../ui/text';
import { number, percent } from '../../../workbench/format';
import { routeHash } from '../../route';
import type { OtherRule, Warning } from '../../types';

export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="proof-warnings">
      <h3 id="proof-warnings">{t('studio_warnings')}</h3>
      <ul class="proof-warnings">
        {warnings.map((warning) => (
          <WarningItem key={JSON.stringify(warning)} warning={warning} />
        ))}
      </ul>
    </section>
  );
}

function WarningItem({ warning }: { warning: Warning }) {
  const other = 'other' in warning ? warning.other : undefined;
  return (
    <li>
      <span>{warningText(warning)}</span>
      {other && <OtherLink other={other} />}
    </li>
  );
}

function OtherLink({ other: { rule, message } }: { other: OtherRule }) {
  return (
    <a href={routeHash({ view: 'rules', at: rule })} title={rule}>
      {t('studio_warning_other', message)}
    </a>
  );
}

export function warningText(warning: Warning): string {
  switch (warning.id) {
    case 'flags-much':
      return t(
        'studio_warning_flags_much',
        number(warning.flagged),
        number(warning.all),
        percent(warning.flagged / warning.all),
      );
    case 'overlaps':
    case 'shadowed':
    case 'own-rewrite':
      return t(`studio_warning_${keyPart(warning.id)}`, t('panel_quote', warning.quote));
    case 'catches-rewrite': {
      const quote = t('panel_quote', warning.quote);
      const key = warning.other ? 'studio_warning_catches_rewrite' : 'studio_warning_catches_wording';
      return warning.more > 0 ? t(key, plural('studio_warning_and_more', warning.more, quote)) : t(key, quote);
    }
    default:
      return t(`studio_warning_${keyPart(warning.id)}`);
  }
}
