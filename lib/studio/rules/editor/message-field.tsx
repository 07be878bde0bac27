/** What the agent is told. */
import { plural, t } from '../../../ui/text';
import { Fault } from './fault';
import { controlOf, type Form } from './form';

const MOST = 200;

export function MessageField({ form }: { form: Form }) {
  const { message } = form.rule;
  const control = controlOf(form, 'message', 'rule-message-left');
  return (
    <div class="form-field">
      <label for={control.id}>{t('rules_message')}</label>
      <textarea
        class="field"
        rows={2}
        {...control}
        maxLength={MOST}
        value={message}
        onInput={(event) => form.set({ message: event.currentTarget.value })}
      />
      <p class="soft below">
        <span>{t('rules_message_text')}</span>
        <span id="rule-message-left" class="count">
          {plural('rules_left', MOST - message.length)}
        </span>
      </p>
      <Fault form={form} field="message" />
    </div>
  );
}
