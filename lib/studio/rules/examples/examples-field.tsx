/** Sentences that the rule is to flag, and such that it is to leave. */
import { useRef } from 'preact/hooks';
import type { Example } from '../../../engine/types';
import { RemoveButton } from '../../../ui/remove-button';
import { t } from '../../../ui/text';
import { Fault } from '../editor/fault';
import { controlOf, type Form } from '../editor/form';
import { useFresh } from '../editor/use-fresh';
import { withMarks } from './marked';

type Kind = 'flag' | 'allow';

export function ExamplesField({ form }: { form: Form }) {
  const { examples } = form.rule;
  const focusFresh = useFresh();
  const set = (next: Example[]) => form.set({ examples: next });
  const group = (kind: Kind) => (
    <fieldset class="examples" data-kind={kind}>
      <legend>{t(`rules_examples_${kind}`)}</legend>
      <ul class="plain-list">
        {examples.map((example, place) =>
          kind in example ? (
            <li key={place}>
              <OneExample
                form={form}
                place={place}
                onChange={(text) => set(examples.with(place, { ...example, [kind]: text } as Example))}
                onRemove={() => set(examples.filter((_, other) => other !== place))}
              />
            </li>
          ) : null,
        )}
      </ul>
      <button
        type="button"
        class="button small"
        onClick={() => {
          set([...examples, kind === 'flag' ? { flag: '' } : { allow: '' }]);
          focusFresh(controlOf(form, `examples.${examples.length}`).id);
        }}
      >
        {t(`rules_add_${kind}`)}
      </button>
    </fieldset>
  );
  return (
    <>
      <h3>{t('rules_examples')}</h3>
      <p class="soft">{t('rules_examples_text')}</p>
      {group('flag')}
      {group('allow')}
    </>
  );
}

interface OneProps {
  form: Form;
  place: number;
  onChange(text: string): void;
  onRemove(): void;
}

function OneExample({ form, place, onChange, onRemove }: OneProps) {
  const example = form.rule.examples[place];
  const area = useRef<HTMLTextAreaElement>(null);
  if (!example) return null;
  const field = `examples.${place}`;
  const flags = 'flag' in example;
  const text = flags ? example.flag : example.allow;
  const mark = () => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    onChange(withMarks(text, selectionStart, selectionEnd));
    area.current?.focus();
  };
  return (
    <>
      <div class="rewrite-line">
        <textarea
          ref={area}
          class="field"
          rows={text.length > 70 ? 2 : 1}
          {...controlOf(form, field)}
          aria-label={t(flags ? 'rules_flag_nth' : 'rules_allow_nth', place + 1)}
          value={text}
          maxLength={4000}
          placeholder={t(flags ? 'rules_flag_example' : 'rules_allow_example')}
          onInput={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!flags || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'm') return;
            event.preventDefault();
            mark();
          }}
        />
        {flags && (
          // The selection stays where it is while the button is pressed.
          <button
            type="button"
            class="button small"
            title={t('rules_mark_text')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={mark}
          >
            {t('rules_mark')}
          </button>
        )}
        <RemoveButton label={t('rules_remove_nth', place + 1)} onRemove={onRemove} />
      </div>
      <Fault form={form} field={field} />
    </>
  );
}
