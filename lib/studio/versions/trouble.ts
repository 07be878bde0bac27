/** Why a version could not be kept, said so that the person knows what to do. */
import type { Conflict } from '../../pack/merge';
import { t } from '../../ui/text';
import { isFull, sentence } from '../../workbench/trouble';
import { namesOf } from './names';

export function explainUnkept(error: Error): string {
  if (isFull(error)) return t('studio_trouble_full');
  // The database was let go for a newer version of the extension.
  if (error.name === 'InvalidStateError') return t('studio_trouble_updated');
  return t('studio_trouble_other', sentence(error));
}

/** Another tab changed the same. Nothing was written; what is on show is the newest now. */
export class BehindError extends Error {
  override name = 'BehindError';

  constructor(readonly conflicts: readonly Conflict[]) {
    super(t('studio_trouble_behind', namesOf(conflicts)));
  }
}
