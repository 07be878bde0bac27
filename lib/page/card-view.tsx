/** What the card shows: the finding's name, its reason, the draft as it would stand, and what can be done. */
import type { Edit, Finding } from '../engine/types';
import type { Command, Notice } from '../messages';
import { principleLabel } from '../ui/principles';
import { Rewrite } from '../ui/rewrite';
import { t } from '../ui/text';
import { CopyRewrite } from './copy-rewrite';
import { formatKey, type KeyCommand } from './keys';
import { noticeText } from './notice-text';

export interface CardContent {
  finding: Finding;
  draft: string;
  /** undefined: the suggestions are still being made. */
  edits: Edit[] | undefined;
  variant: number;
  notice: Notice | null;
  keys: Record<KeyCommand, string>;
  command(command: Command): void;
}

export function CardView({ finding, draft, edits, variant, notice, keys, command }: CardContent) {
  const { id } = finding;
  const edit = edits?.[variant];
  // A page can click in our card by script. Only the agent's own click writes.
  const act = (given: Command) => (event: MouseEvent) => {
    if (event.isTrusted) command(given);
  };
  return (
    <>
      <div class="label" id="label" data-severity={finding.severity}>
        {principleLabel(finding.principle)}
      </div>
      <p class="reason" id="reason">
        {finding.message}
      </p>
      {edit && <Rewrite draft={draft} edit={edit} />}
      {!edit && <p class="rewrite waiting">{edits ? t('card_no_rewrite') : t('card_waiting')}</p>}
      {notice && concerns(notice, edits) && (
        <div class="notice">
          {noticeText(notice)}
          {notice.id === 'refused' && <CopyRewrite key={notice.text} text={notice.text} />}
        </div>
      )}
      <div class="actions">
        {edit && (
          <button
            type="button"
            class="button primary"
            title={formatKey(keys.use)}
            onClick={act({ name: 'use', finding: id, variant })}
          >
            {t('action_use')}
          </button>
        )}
        {(edits?.length ?? 0) > 1 && (
          <button
            type="button"
            class="button"
            title={formatKey(keys.another)}
            onClick={act({ name: 'another', finding: id })}
          >
            {t('action_another')}
          </button>
        )}
        <button
          type="button"
          class="button"
          title={formatKey(keys.leave)}
          onClick={act({ name: 'leave', finding: id })}
        >
          {t('action_leave')}
        </button>
        <span class="keys">
          {edit && keys.use && <kbd>{formatKey(keys.use)}</kbd>} <kbd>{formatKey('Escape')}</kbd>
        </span>
      </div>
    </>
  );
}

/** A rewrite that was refused is told where that rewrite is on show, and not at another finding. */
function concerns(notice: Notice, edits: readonly Edit[] = []): boolean {
  return notice.id !== 'refused' || edits.some((edit) => edit.text === notice.text);
}
