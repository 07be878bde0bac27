import { useState } from 'preact/hooks';
import { t } from '../../ui/text';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState('');
  const copy = () => {
    // Where the browser refuses the clipboard, the text stands there to be selected.
    navigator.clipboard.writeText(text).then(() => setCopied(text), console.warn);
  };
  return (
    <button type="button" class="button" aria-label={copied === text ? undefined : label} onClick={copy}>
      {copied === text ? t('action_copied') : t('studio_copy')}
    </button>
  );
}
