/** Above every view: a version that could not be kept, and what can be done about it. */
import { useState } from 'preact/hooks';
import { t } from '../ui/text';
import type { Studio } from './types';
import { savePack } from './versions/save-pack';

export function UnkeptNotice({ studio }: { studio: Studio }) {
  const [again, setAgain] = useState('');
  const unkept = studio.unkept.value;
  if (!unkept) return null;
  const tryAgain = () => studio.keepAgain().catch((error: Error) => setAgain(error.message));
  return (
    <section class="unkept" role="alert">
      <p>{again || unkept.problem}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => void tryAgain()}>
          {t('studio_unkept_again')}
        </button>
        <button type="button" class="button" onClick={() => savePack(unkept.pack)}>
          {t('studio_unkept_file')}
        </button>
        <button type="button" class="button quiet" onClick={() => studio.giveUp()}>
          {t('studio_unkept_drop')}
        </button>
      </div>
    </section>
  );
}
