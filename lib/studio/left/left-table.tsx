/** Rules with what agents made of them. */
import type { PrincipleId } from '../../engine/types';
import type { Layer } from '../../phrasebank/layer';
import { Interval } from '../../ui/interval';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { number, percent, withInterval } from '../../workbench/format';
import { ruleHref, ruleName } from '../rule-name';
import type { Rulebook } from '../types';
import type { LeftRule } from './left-rules';

interface Props {
  title: string;
  rules: readonly LeftRule[];
  rulebook: Rulebook;
  layer: Layer;
  /** Too few to say anything of a share. */
  few?: boolean;
}

const SUMS = ['shown', 'taken', 'byHand', 'left'] as const;

export function LeftTable({ title, rules, rulebook, layer, few = false }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="scroller card" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('studio_left_rule')}</th>
            {SUMS.map((sum) => (
              <th key={sum} scope="col">
                {t(`studio_left_${sum}`)}
              </th>
            ))}
            {!few && <th scope="col">{t('studio_left_share')}</th>}
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, share, ...sums }) => (
            <tr key={rule}>
              <th scope="row">
                <a href={ruleHref(rule, layer)}>{ruleName(rule, rulebook, layer)}</a>
                <span class="soft">{principleName(rule, rulebook)}</span>
              </th>
              {SUMS.map((sum) => (
                <td key={sum}>{number(sums[sum])}</td>
              ))}
              {!few && (
                <td class="share">
                  <Interval {...share} /> {withInterval(share, percent)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The principle, and the rule's own id to tell rules of the same words apart. */
function principleName(rule: string, { why }: Rulebook): string {
  const [principle = '', id] = rule.split('/');
  const name = Object.hasOwn(why, principle) ? principleLabel(principle as PrincipleId) : principle;
  return id ? `${name} · ${id}` : name;
}
