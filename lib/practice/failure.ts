/** Notices that the coach of this page is not at work, and notices when it is again. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../ui/text';
import type { CoachWatch } from './watch';

/** A cold start of the background, engine and all, on a slow machine. */
const PATIENCE_MS = 12_000;

/** A sentence for people, or null while all is well. `start` throws where the coach cannot be started. */
export function watchForFailure(
  start: () => void,
  { snapshot, dead }: Pick<CoachWatch, 'snapshot' | 'dead'>,
  leaving: AbortSignal,
): ReadonlySignal<string | null> {
  const thrown = signal<string | null>(null);
  const late = signal(false);
  const timer = setTimeout(() => {
    late.value = true;
  }, PATIENCE_MS);
  leaving.addEventListener('abort', () => clearTimeout(timer));
  try {
    start();
  } catch (error) {
    thrown.value = t('practice_failedHow', error instanceof Error ? error.message : String(error));
  }
  const heard = computed((): boolean => snapshot.value !== null);
  return computed(() => {
    if (dead.value) return t('practice_failed_updated');
    if (thrown.value) return thrown.value;
    return late.value && !heard.value ? t('practice_failed_silent') : null;
  });
}
