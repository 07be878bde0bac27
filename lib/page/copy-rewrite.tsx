/** The rewrite that the editor did not take, one click from the clipboard. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../ui/text';

type State = 'offered' | 'copied' | 'by-hand';

export function CopyRewrite({ text }: { text: string }) {
  const [state, setState] = useState<State>('offered');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = (event: MouseEvent) => {
    // A page can click in our card by script; the clipboard is the agent's.
    if (!event.isTrusted) return;
    writeClipboard(text).then(
      () => setState('copied'),
      // Frames of other sites may not write to the clipboard: then it stands there, selected.
      () => setState('by-hand'),
    );
  };
  const select = (element: HTMLTextAreaElement | null) => {
    if (element && field.current !== element) {
      element.focus({ preventScroll: true });
      element.select();
    }
    field.current = element;
  };
  if (state === 'by-hand') {
    return (
      <label class="copy">
        {t('card_copy_by_hand')}
        <textarea readOnly rows={3} value={text} ref={select} />
      </label>
    );
  }
  return (
    <p class="copy">
      <button type="button" class="button" onClick={copy}>
        {state === 'copied' ? t('action_copied') : t('card_copy')}
      </button>
    </p>
  );
}

/** Rejects where there is no clipboard (a page without https) or the page's policy forbids it. */
async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
