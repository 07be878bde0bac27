/** A rule that the agent leaves again and again becomes a hint: said when it does, and where it is shown; taken back by a click. */
import type { Finding } from '../engine/types';
import { broughtBack, isQuiet } from '../store/quiet';
import { Cross } from '../ui/icons';
import { t } from '../ui/text';
import type { PanelState } from './state';

function BringBack({ rule, state }: { rule: string; state: PanelState }) {
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        state.forgetLearned();
        state.change((now) => broughtBack(now, [rule]));
      }}
    >
      {t('panel_quiet_undo')}
    </button>
  );
}

/** In the card of a finding whose rule is quiet. */
export function QuietNote({ finding, state }: { finding: Finding; state: PanelState }) {
  if (!isQuiet(state.settings.value, finding.rule)) return null;
  return (
    <p class="soft quiet-note">
      {t('panel_quiet_note', state.settings.value.leftCount[finding.rule] ?? 0)}{' '}
      <BringBack rule={finding.rule} state={state} />
    </p>
  );
}

/** At the moment when a rule grew quiet, or came back by being used. */
export function LearnedBar({ state }: { state: PanelState }) {
  const learned = state.learned.value;
  if (!learned) return null;
  return (
    <div class="notice">
      <p>
        {t(learned.quiet ? 'panel_quiet_now' : 'panel_quiet_back', learned.label)}{' '}
        {learned.quiet && <BringBack rule={learned.rule} state={state} />}
      </p>
      <button
        type="button"
        class="button icon"
        aria-label={t('panel_dismiss')}
        title={t('panel_dismiss')}
        onClick={state.forgetLearned}
      >
        <Cross />
      </button>
    </div>
  );
}
