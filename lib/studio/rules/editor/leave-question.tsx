/** Asks before a link of the page leads away from a rule that was not saved. */
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../../../ui/dialog';
import { t } from '../../../ui/text';

interface Props {
  /** The address of the rule itself. */
  here: string;
  onSave(): Promise<boolean>;
  onDiscard(): void;
}

export function LeaveQuestion({ here, onSave, onDiscard }: Props) {
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    const ask = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a[href^="#"]');
      const href = link?.getAttribute('href');
      if (!href || href.split('?')[0] === here || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      setTo(href);
    };
    document.addEventListener('click', ask);
    return () => document.removeEventListener('click', ask);
  }, [here]);
  if (to === null) return null;
  const leave = () => {
    setTo(null);
    location.hash = to;
  };
  return (
    <Dialog title={t('rules_leave')} onClose={() => setTo(null)}>
      <p class="soft">{t('rules_leave_text')}</p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={async () => {
            setTo(null);
            if (await onSave()) location.hash = to;
          }}
        >
          {t('rules_save')}
        </button>
        <button type="button" class="button" onClick={leave}>
          {t('rules_keep_for_later')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            onDiscard();
            leave();
          }}
        >
          {t('rules_discard')}
        </button>
        <button type="button" class="button quiet" onClick={() => setTo(null)}>
          {t('rules_stay')}
        </button>
      </div>
    </Dialog>
  );
}
