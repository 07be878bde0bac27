import { useEffect, useState } from 'preact/hooks';
import { t } from '../../ui/text';

/** Says so for a moment once the text is on the clipboard, and that it failed where the browser refuses. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const words = { idle: t('action_copy'), copied: t('action_copied'), failed: t('replies_copy_failed') }[state];
  return (
    <button
      type="button"
      class="button quiet small"
      title={label}
      aria-label={state === 'idle' ? label : words}
      aria-live="polite"
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setState('copied'),
          () => setState('failed'),
        )
      }
    >
      {words}
    </button>
  );
}
