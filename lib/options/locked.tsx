/** Settings that the organisation may have set: then they are shown, and nobody can change them here. */
import type { ComponentChildren } from 'preact';
import type { Settings } from '../store/settings';
import { Shield } from '../ui/icons';
import { t } from '../ui/text';
import type { OptionsState } from './state';

interface Props {
  state: OptionsState;
  /** What can be set inside; it is locked where the organisation set any of it. */
  names: (keyof Settings)[];
  children: ComponentChildren;
}

export function Lockable({ state, names, children }: Props) {
  const locked = names.some((name) => state.locked.value.has(name));
  return (
    <fieldset class="lockable" disabled={locked}>
      {locked && (
        <p class="locked">
          <Shield size={14} /> {t('options_locked')}
        </p>
      )}
      {children}
    </fieldset>
  );
}
