/** Something went otherwise than asked for: what, and what to do. */
import { useState } from 'preact/hooks';
import type { Notice } from '../messages';
import { Cross } from '../ui/icons';
import { t } from '../ui/text';

interface Props {
  notice: Notice;
  onDismiss(): void;
}

export function NoticeBar({ notice, onDismiss }: Props) {
  return (
    <div class="notice">
      <div>
        <p>{textOf(notice)}</p>
        {notice.id === 'refused' && <ToCopy text={notice.text} />}
      </div>
      <button
        type="button"
        class="button icon"
        aria-label={t('panel_dismiss')}
        title={t('panel_dismiss')}
        onClick={onDismiss}
      >
        <Cross />
      </button>
    </div>
  );
}

function ToCopy({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Where the browser refuses the clipboard, the text stands there to be selected.
    navigator.clipboard.writeText(text).then(() => setCopied(true), console.warn);
  };
  return (
    <>
      <p class="rewrite">{text}</p>
      <div class="actions">
        <button type="button" class="button" onClick={copy}>
          {copied ? t('action_copied') : t('action_copy')}
        </button>
      </div>
    </>
  );
}

function textOf(notice: Notice): string {
  switch (notice.id) {
    case 'changed':
      return t('panel_notice_changed');
    case 'refused':
      return t('panel_notice_refused');
    case 'engine':
      return notice.text;
  }
}
