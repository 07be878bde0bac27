/** What the team made different in a principle: what it is, what it was, and one click back. */
import type { PrincipleId } from '../../engine/types';
import type { Layer } from '../../phrasebank/layer';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { ruleHref, ruleName } from '../rule-name';
import type { Rulebook } from '../types';
import type { Save } from '../use-save';
import { type Difference, without } from './differences';

interface Props {
  id: PrincipleId;
  differences: readonly Difference[];
  rulebook: Rulebook;
  layer: Layer;
  save: Save;
}

export function Differences({ id, differences, rulebook, layer, save }: Props) {
  if (differences.length === 0) return null;
  return (
    <ul class="differences">
      {differences.map((difference) => {
        const rule = 'rule' in difference ? difference.rule : null;
        const text = textOf(difference);
        return (
          <li key={JSON.stringify(difference)}>
            <span>
              {rule && <a href={ruleHref(rule, layer)}>{ruleName(rule, rulebook, layer)}</a>} {text}
            </span>
            <button
              type="button"
              class="button small"
              aria-label={t('studio_back_label', rule ?? principleLabel(id), text)}
              onClick={() =>
                void save(
                  (now) => without(now, id, difference),
                  t('studio_note_back', rule ?? principleLabel(id), text),
                )
              }
            >
              {t('studio_back')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function textOf(difference: Difference): string {
  switch (difference.what) {
    case 'off':
      return t('studio_difference_off');
    case 'severity':
      return t('studio_difference_severity', t(`severity_${difference.is}`));
    case 'why':
      return t(`studio_difference_why_${difference.part}`);
    case 'rule-off':
      return t('studio_difference_off');
    case 'rule-severity': {
      const is = t(`severity_${difference.is}`);
      const { was } = difference;
      return was
        ? t('studio_difference_rule_severity', is, t(`severity_${was}`))
        : t('studio_difference_rule_gone', is);
    }
  }
}
