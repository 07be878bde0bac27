/** What is special about a rule. */
import { t } from '../../ui/text';
import type { RuleRow } from './rows';

export function Badges({ row }: { row: RuleRow }) {
  const { origin, off, updated, rule } = row;
  const { channels, hosts, teams } = rule.when ?? {};
  const badges = [
    origin !== 'built-in' && { kind: origin, text: t(`rules_origin_${origin}`) },
    off && { kind: 'off', text: t(off === 'rule' ? 'rules_off' : 'rules_principle_off') },
    updated && { kind: 'updated', text: t('rules_updated') },
    (channels || hosts || teams) && { kind: 'bound', text: t('rules_bound') },
  ].filter((badge) => badge !== false && badge !== null && badge !== undefined && typeof badge === 'object');
  return (
    <span class="badges">
      {badges.map(({ kind, text }) => (
        <span key={kind} class="chip" data-kind={kind}>
          {text}
        </span>
      ))}
    </span>
  );
}
