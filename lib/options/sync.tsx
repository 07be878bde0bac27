/** The same settings and pack on the agent's other devices. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Settings } from '../store/settings';
import { followSyncState, type SyncState } from '../store/sync-state';
import { Switch } from '../ui/switch';
import { t } from '../ui/text';
import { Lockable } from './locked';
import type { OptionsState } from './state';

export function Sync({ settings, state }: { settings: Settings; state: OptionsState }) {
  const sync = useSignal<SyncState>({ known: {}, troubles: {} });
  useEffect(() => followSyncState(sync), [sync]);
  const troubles = settings.sync ? Object.values(sync.value.troubles) : [];
  return (
    <Lockable state={state} names={['sync']}>
      <div class="part line">
        <div>
          <strong>{t('options_sync')}</strong>
          <p class="soft">{t('options_sync_text')}</p>
        </div>
        <Switch on={settings.sync} label={t('options_sync')} onChange={(on) => state.change(() => ({ sync: on }))} />
      </div>
      <div role="status" class="pack-news">
        {troubles.map((trouble) => (
          <p key={trouble} class="failure">
            {trouble}
          </p>
        ))}
      </div>
    </Lockable>
  );
}
