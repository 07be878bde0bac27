/**
 * What the coach looks for: each principle and each of its rules, with the reason and a switch. '#rule=blame' and
 * '#rule=blame/you-failed-to' open there.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { PrincipleId } from '../engine/types';
import type { PrincipleRules } from '../messages';
import type { Settings } from '../store/settings';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES, principleLabel } from '../ui/principles';
import { Switch } from '../ui/switch';
import { plural, t } from '../ui/text';
import { toggled } from '../ui/toggled';
import { WhyText } from '../ui/why-text';
import { Lockable } from './locked';
import { Section } from './section';
import type { OptionsState } from './state';

interface Props {
  settings: Settings;
  state: OptionsState;
}

export function Principles({ settings, state }: Props) {
  return (
    <Section id="principles" title={t('options_look')} text={t('options_look_text')}>
      <Lockable state={state} names={['principlesOff', 'rulesOff', 'severity']}>
        <Group title={t('options_phrases')} ids={PHRASE_PRINCIPLES} settings={settings} state={state} />
        <Group title={t('options_draft')} ids={DRAFT_PRINCIPLES} settings={settings} state={state} />
      </Lockable>
    </Section>
  );
}

function Group({ title, ids, settings, state }: Props & { title: string; ids: readonly PrincipleId[] }) {
  return (
    <>
      <h3 class="group">{title}</h3>
      <ul class="card list">
        {ids.map((id) => (
          <Principle key={id} id={id} settings={settings} state={state} />
        ))}
      </ul>
    </>
  );
}

function Principle({ id, settings, state }: Props & { id: PrincipleId }) {
  const known = state.rules.value?.find(({ principle }) => principle === id);
  const on = !settings.principlesOff.includes(id);
  const [asked, here] = [askedRule(), useRef<HTMLLIElement>(null)];
  const open = asked?.split('/')[0] === id;
  useEffect(() => {
    if (!open || !known) return;
    const rule = [...(here.current?.querySelectorAll('input') ?? [])].find(({ value }) => value === asked);
    const target = rule ?? here.current?.querySelector('summary');
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  }, [known]);
  const off = known?.rules.filter((rule) => settings.rulesOff.includes(rule.id)).length ?? 0;
  return (
    <li data-principle={id} ref={here}>
      <div class="line">
        <div>
          <strong>{principleLabel(id)}</strong>
          {known?.why && <p class="soft">{known.why.short}</p>}
        </div>
        <Switch
          on={on}
          label={principleLabel(id)}
          onChange={(next) => state.change((now) => ({ principlesOff: toggled(now.principlesOff, id, !next) }))}
        />
      </div>
      <details open={open || undefined}>
        <summary>
          {t('options_more')}
          {off > 0 && <span class="soft"> · {plural('options_rules_off', off)}</span>}
        </summary>
        {known ? (
          <Details known={known} settings={settings} state={state} disabled={!on} />
        ) : (
          <p class="soft">{t('options_rules_wait')}</p>
        )}
      </details>
    </li>
  );
}

function Details({ known, settings, state, disabled }: Props & { known: PrincipleRules; disabled: boolean }) {
  return (
    <div class="details">
      {known.why && <WhyText why={known.why} />}
      <h3>{plural('options_rule_count', known.rules.length)}</h3>
      <ul class="rules">
        {known.rules.map((rule) => (
          <li key={rule.id}>
            <label>
              <input
                type="checkbox"
                value={rule.id}
                disabled={disabled}
                checked={!settings.rulesOff.includes(rule.id)}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  state.change((now) => ({ rulesOff: toggled(now.rulesOff, rule.id, !on) }));
                }}
              />
              <span>
                {rule.message} <code>{rule.id.split('/')[1] ?? rule.id}</code>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

const askedRule = (): string | null => new URLSearchParams(location.hash.slice(1)).get('rule');
