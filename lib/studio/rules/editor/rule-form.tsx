/** The fields of a rule, in the order in which a manager thinks of them. */
import { t } from '../../../ui/text';
import type { Rulebook, Studio, Tester } from '../../types';
import { ExamplesField } from '../examples/examples-field';
import { defaultMessage } from '../new-rule';
import { PatternList } from '../pattern/pattern-list';
import { PrincipleField } from '../principle-field';
import { Fault } from './fault';
import { controlOf, type Form } from './form';
import { MessageField } from './message-field';
import { PlacesField, placesText } from './places-field';
import { RewritesField } from './rewrites-field';
import { SeverityField } from './severity-field';

interface Props {
  form: Form;
  rulebook: Rulebook;
  tester: Tester;
  studio: Studio;
  /** It takes the place of a built-in rule, and stays with its principle. */
  replaces: boolean;
  note: string;
  onNote(note: string): void;
}

export function RuleForm({ form, rulebook, tester, studio, replaces, note, onNote }: Props) {
  const { rule, set } = form;
  const changePrinciple = (principle: typeof rule.principle) => {
    const untouched = rule.message === '' || rule.message === defaultMessage(rule.principle, rulebook);
    set({ principle, ...(untouched && { message: defaultMessage(principle, rulebook) }) });
  };
  return (
    <form class="rule-form" aria-label={t('rules_rule')} onSubmit={(event) => event.preventDefault()}>
      <section class="card">
        <PatternList
          form={form}
          field="patterns"
          title={t('rules_phrase')}
          hint={t('rules_phrase_text')}
          add={t('rules_another_wording')}
          tester={tester}
          classes={rulebook.classes}
        />
        <RewritesField form={form} />
      </section>
      <section class="card">
        <PrincipleField principle={rule.principle} why={rulebook.why} fixed={replaces} onChange={changePrinciple} />
        <MessageField form={form} />
        <SeverityField severity={rule.severity} onChange={(severity) => set({ severity })} />
      </section>
      <section class="card">
        <ExamplesField form={form} />
      </section>
      <details class="card fold" open={rule.unless !== undefined || undefined}>
        <summary>{t('rules_unless')}</summary>
        <PatternList
          form={form}
          field="unless"
          title={t('rules_unless')}
          hint={t('rules_unless_text')}
          add={t('rules_another_unless')}
          tester={tester}
          classes={rulebook.classes}
        />
      </details>
      <details class="card fold">
        <summary>
          {t('rules_where')} <span class="soft">{placesText(rule)}</span>
        </summary>
        <PlacesField form={form} />
      </details>
      <section class="card">
        <div class="form-field">
          <label for={controlOf(form, 'source').id}>{t('rules_source')}</label>
          <input
            class="field"
            {...controlOf(form, 'source')}
            value={rule.source}
            maxLength={400}
            onInput={(event) => set({ source: event.currentTarget.value })}
          />
          <Fault form={form} field="source" />
        </div>
        <div class="pair">
          <div class="form-field">
            <label for="version-note">{t('rules_note')}</label>
            <input
              id="version-note"
              class="field"
              value={note}
              placeholder={t('rules_note_example')}
              onInput={(event) => onNote(event.currentTarget.value)}
            />
          </div>
          <div class="form-field">
            <label for="version-author">{t('rules_author')}</label>
            <input
              id="version-author"
              class="field"
              value={studio.author.value}
              autocomplete="name"
              onChange={(event) => studio.setAuthor(event.currentTarget.value)}
            />
          </div>
        </div>
      </section>
    </form>
  );
}
