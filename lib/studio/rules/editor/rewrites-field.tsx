/** What to say instead, the best first: texts with slots and gaps, and the moves that Reframe has of its own. */
import { useRef } from 'preact/hooks';
import { RemoveButton } from '../../../ui/remove-button';
import { t } from '../../../ui/text';
import { moved } from '../pattern/chips';
import { isMove, rewriteLabel } from '../rewrite-label';
import { Fault } from './fault';
import { controlOf, type Form } from './form';
import { useFresh } from './use-fresh';

/** What stands for something of the draft, and what the agent fills in. */
const SLOTS = ['{name}', '{term}'] as const;

export function RewritesField({ form }: { form: Form }) {
  const stored = form.rule.rewrites ?? [];
  const rewrites = stored.length > 0 ? stored : [''];
  const focusFresh = useFresh();
  const set = (next: string[]) => form.set({ rewrites: next.length > 0 ? next : undefined });
  const leavesOut = rewrites.includes('@drop');
  return (
    <fieldset class="rewrites">
      <legend>{t('rules_instead')}</legend>
      <ol class="plain-list">
        {rewrites.map((_, place) => (
          <li key={place}>
            <Rewrite
              form={form}
              place={place}
              count={rewrites.length}
              onChange={(text) => set(rewrites.with(place, text))}
              onMove={(to) => set(moved(rewrites, place, to))}
              onRemove={() => set(rewrites.filter((_, other) => other !== place))}
            />
          </li>
        ))}
      </ol>
      <div class="actions">
        <button
          type="button"
          class="button small"
          onClick={() => {
            set([...rewrites, '']);
            focusFresh(controlOf(form, `rewrites.${rewrites.length}`).id);
          }}
        >
          {t('rules_another_rewrite')}
        </button>
        {!leavesOut && (
          <button
            type="button"
            class="button small"
            onClick={() => set([...rewrites.filter((text) => text.trim()), '@drop'])}
          >
            {t('rules_leave_out')}
          </button>
        )}
      </div>
    </fieldset>
  );
}

interface RewriteProps {
  form: Form;
  place: number;
  count: number;
  onChange(text: string): void;
  onMove(to: number): void;
  onRemove(): void;
}

function Rewrite({ form, place, count, onChange, onMove, onRemove }: RewriteProps) {
  const field = `rewrites.${place}`;
  const text = form.rule.rewrites?.[place] ?? '';
  const control = useRef<HTMLInputElement>(null);
  const insert = (slot: string) => {
    const { selectionStart, selectionEnd } = control.current ?? {};
    const [start, end] = [selectionStart ?? text.length, selectionEnd ?? text.length];
    onChange(text.slice(0, start) + slot + text.slice(end));
    requestAnimationFrame(() => {
      control.current?.focus();
      control.current?.setSelectionRange(start + 1, start + slot.length - 1);
    });
  };
  return (
    <>
      <div class="rewrite-line">
        {isMove(text) ? (
          <span class="move">{rewriteLabel(text)}</span>
        ) : (
          <input
            ref={control}
            class="field"
            {...controlOf(form, field)}
            aria-label={t('rules_instead_nth', place + 1)}
            value={text}
            maxLength={1000}
            placeholder={place === 0 ? t('rules_instead_example') : undefined}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
        {count > 1 && (
          <>
            <Arrow label={t('rules_up', place + 1)} disabled={place === 0} onClick={() => onMove(place - 1)} sign="↑" />
            <Arrow
              label={t('rules_down', place + 1)}
              disabled={place === count - 1}
              onClick={() => onMove(place + 1)}
              sign="↓"
            />
          </>
        )}
        {(count > 1 || text) && <RemoveButton label={t('rules_remove_nth', place + 1)} onRemove={onRemove} />}
      </div>
      {!isMove(text) && (
        <p class="soft slots">
          {t('rules_insert')}
          {SLOTS.map((slot) => (
            <button
              key={slot}
              type="button"
              class="link"
              title={t(`rules_slot_${slot === '{name}' ? 'name' : 'term'}`)}
              onClick={() => insert(slot)}
            >
              {t(`rules_insert_${slot === '{name}' ? 'name' : 'term'}`)}
            </button>
          ))}
          <button type="button" class="link" title={t('rules_slot_gap')} onClick={() => insert(t('rules_gap_text'))}>
            {t('rules_insert_gap')}
          </button>
        </p>
      )}
      <Fault form={form} field={field} />
    </>
  );
}

function Arrow({
  label,
  sign,
  disabled,
  onClick,
}: {
  label: string;
  sign: string;
  disabled: boolean;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      class="button icon quiet"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
