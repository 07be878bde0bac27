/** After a rule or principle was turned off: said once, and put back with one click. */
import type { PrincipleId } from '../engine/types';
import { principleLabel } from '../ui/principles';
import { t } from '../ui/text';
import type { PanelState } from './state';

export type SwitchedOff = { principle: PrincipleId } | { rule: string; label: string };

export function switchOff(what: SwitchedOff, state: PanelState): void {
  state.change((now) =>
    'principle' in what
      ? { principlesOff: [...new Set([...now.principlesOff, what.principle])] }
      : { rulesOff: [...new Set([...now.rulesOff, what.rule])] },
  );
}

export function SwitchedOffBar({ what, state, onDone }: { what: SwitchedOff; state: PanelState; onDone(): void }) {
  const putBack = () => {
    state.change((now) =>
      'principle' in what
        ? { principlesOff: now.principlesOff.filter((id) => id !== what.principle) }
        : { rulesOff: now.rulesOff.filter((id) => id !== what.rule) },
    );
    onDone();
  };
  return (
    <div class="notice slim">
      <p>{t('panel_is_off', 'principle' in what ? principleLabel(what.principle) : what.label)}</p>
      <button type="button" class="button small" onClick={putBack}>
        {t('panel_put_back')}
      </button>
    </div>
  );
}
