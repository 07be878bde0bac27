/** What the audits take on the disk, and how long they are kept. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { loadSettings } from '../../store/settings';
import { plural, t } from '../../ui/text';
import { size } from './words';

/** `runs`: how many there are; with their number the figure changes. */
export function StorageLine({ runs }: { runs: number }) {
  const used = useSignal<StorageEstimate | null>(null);
  const keepDays = useSignal(0);
  useEffect(() => {
    navigator.storage?.estimate?.().then((estimate) => {
      used.value = estimate;
    }, console.warn);
    loadSettings().then((settings) => {
      keepDays.value = settings.keepDays;
    }, console.warn);
  }, [runs]);
  const { usage = 0, quota } = used.value ?? {};
  return (
    <p class="storage soft">
      {used.value && quota !== undefined && <span>{t('audit_storage', size(usage), size(quota))}</span>}
      <span>
        {keepDays.value > 0 ? plural('audit_kept_days', keepDays.value) : t('audit_kept')}{' '}
        <a href={browser.runtime.getURL('/options.html#data')}>{t('audit_kept_change')}</a>
      </span>
    </p>
  );
}
