/** The patterns of a rule, any of which will do; or those that keep it quiet. */
import { useId } from 'preact/hooks';
import { t } from '../../../ui/text';
import type { Rulebook, Tester } from '../../types';
import { Fault } from '../editor/fault';
import { controlOf, type Form } from '../editor/form';
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

export function PatternList({ form, field, title, hint, add, tester, classes }: Props) {
  const hintId = useId();
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
            label={t('rules_wording_nth', place + 1)}
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
          requestAnimationFrame(() =>
            document.getElementById(controlOf(form, `${field}.${patterns.length}`).id)?.focus(),
          );
        }}
      >
        {add}
      </button>
    </fieldset>
  );
}
