/** The patterns of a rule, any of which will do; or those that keep it quiet. */
import { useId } from 'preact/hooks';
import { t } from '../../../ui/text';
import type { Rulebook, Tester } from '../../types';
import { Fault } from '../editor/fault';
import { controlOf, type Form } from '../editor/form';
import { useFresh } from '../editor/use-fresh';
import { PatternField } from './pattern-field';

interface Props {
  form: Form;
  field: 'patterns' | 'unless';
  title: string;
  hint: string;
  add: string;
  tester: Tester;
  classes: Rulebook['classes'];
}

function labelOf(field: Props['field'], place: number, count: number): string {
  if (field === 'unless') return t('rules_unless_nth', place + 1);
  return count === 1 ? t('rules_phrase') : t('rules_wording_nth', place + 1);
}

export function PatternList({ form, field, title, hint, add, tester, classes }: Props) {
  const hintId = useId();
  const focusFresh = useFresh();
  const stored = form.rule[field] ?? [];
  const patterns = stored.length > 0 ? stored : [''];
  const set = (next: string[]) => form.set({ [field]: field === 'unless' && next.length === 0 ? undefined : next });
  return (
    <fieldset class="pattern-list">
      <legend>{title}</legend>
      <p class="soft" id={hintId}>
        {hint}
      </p>
      {patterns.map((text, place) => (
        <div key={place}>
          <PatternField
            text={text}
            label={labelOf(field, place, patterns.length)}
            control={controlOf(form, `${field}.${place}`, hintId)}
            tester={tester}
            classes={classes}
            onChange={(next) => set(patterns.with(place, next))}
            onRemove={patterns.length > 1 ? () => set(patterns.filter((_, other) => other !== place)) : null}
          />
          <Fault form={form} field={`${field}.${place}`} />
        </div>
      ))}
      <button
        type="button"
        class="button small"
        onClick={() => {
          set([...patterns, '']);
          focusFresh(controlOf(form, `${field}.${patterns.length}`).id);
        }}
      >
        {add}
      </button>
    </fieldset>
  );
}
