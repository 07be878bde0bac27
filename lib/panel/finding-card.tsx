/** The open finding: why, the best rewrite as it will stand, and what can be done with it. */
import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../engine/types';
import type { Snapshot } from '../messages';
import { Dots } from '../ui/icons';
import { Menu } from '../ui/menu';
import { principleLabel } from '../ui/principles';
import { Rewrite } from '../ui/rewrite';
import { t } from '../ui/text';
import { capitalised, questionOf, quote } from './excerpt';
import { Explain } from './explain';
import { QuietNote } from './quiet-rules';
import type { PanelState } from './state';
import { WhyItMatters } from './why';

interface Props {
  finding: Finding;
  snapshot: Snapshot;
  state: PanelState;
  onOff(what: { principle: Finding['principle'] } | { rule: string; label: string }): void;
}

export function FindingCard({ finding, snapshot, state, onOff }: Props) {
  const [shown, setShown] = useState<'why' | 'explain' | null>(null);
  // Another finding begins with nothing opened.
  useEffect(() => setShown(null), [finding.id]);

  const suggestions = snapshot.suggestions[finding.id];
  const variant = snapshot.current === finding.id ? snapshot.variant : 0;
  const edit = suggestions?.[variant] ?? suggestions?.[0];
  const count = suggestions?.length ?? 0;
  const label = principleLabel(finding.principle);
  const question = snapshot.review && questionOf(finding, snapshot.review);

  return (
    <section class="card finding" aria-label={t('panel_finding')} data-finding={finding.id}>
      <h2 class="label" data-severity={finding.severity}>
        {label}
      </h2>
      <p class="reason">{finding.message}</p>
      <QuietNote finding={finding} state={state} />
      {question && (
        <p class="asked">
          {t('panel_quote', capitalised(quote(snapshot.conversation.customer ?? '', question.span, 160)))}
        </p>
      )}
      {edit ? (
        <Rewrite draft={snapshot.draft} edit={edit} lang={snapshot.review?.language} />
      ) : (
        <p class="rewrite waiting">{suggestions ? t('panel_no_rewrite') : t('panel_making_rewrite')}</p>
      )}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={!edit}
          onClick={() => state.command({ name: 'use', finding: finding.id, variant })}
        >
          {t('action_use')}
        </button>
        {count > 1 && (
          <button
            type="button"
            class="button"
            aria-label={t('panel_another_of', variant + 1, count)}
            onClick={() => state.command({ name: 'another', finding: finding.id })}
          >
            {t('action_another')}
          </button>
        )}
        <button type="button" class="button" onClick={() => state.command({ name: 'leave', finding: finding.id })}>
          {t('action_leave')}
        </button>
        <span class="spacer" />
        <Menu
          label={t('panel_menu_finding')}
          items={[
            {
              text: shown === 'why' ? t('panel_why_hide') : t('panel_why'),
              onSelect: () => setShown(shown === 'why' ? null : 'why'),
            },
            { text: t('panel_explain'), onSelect: () => setShown(shown === 'explain' ? null : 'explain') },
            {
              text: t('panel_rule_off'),
              apart: true,
              onSelect: () => onOff({ rule: finding.rule, label: finding.rule }),
            },
            { text: t('panel_principle_off', label), onSelect: () => onOff({ principle: finding.principle }) },
          ]}
        >
          <Dots />
        </Menu>
      </div>
      {shown === 'why' && <WhyItMatters principle={finding.principle} state={state} />}
      {shown === 'explain' && <Explain finding={finding} />}
    </section>
  );
}
