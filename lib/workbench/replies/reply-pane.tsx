/** The open reply beside the table (over it where there is no room): its head, its body, and the reviewer's bar. */
import type { RefObject } from 'preact';
import { Cross } from '../../ui/icons';
import { language, t } from '../../ui/text';
import type { Look } from '../types';
import { Cap } from './cap';
import { Mood } from './cells';
import { Detail, type DetailProps } from './detail';
import { reviewer } from './reviewer';

interface Props extends Omit<DetailProps, 'look'> {
  look: Look | null;
  /** Why the reply cannot be shown. */
  problem: string | null;
  /** Why a verdict is not saved yet. */
  unsaved: string | null;
  onRetry(): void;
  /** '12 of 1,204'. */
  place: string;
  canUndo: boolean;
  onStep(by: 1 | -1): void;
  onDone(): void;
  onUndo(): void;
  onClose(): void;
  onKeys(): void;
  onName(): void;
  head: RefObject<HTMLHeadingElement | null>;
}

export function ReplyPane(props: Props) {
  const { look, problem, place, verdict } = props;
  return (
    <section class="pane" aria-label={t('replies_pane')} aria-busy={look === null}>
      <header class="pane-head">
        <h2 ref={props.head} tabIndex={-1}>
          {place}
        </h2>
        {look && <Facts look={look} />}
        <span class="spacer" />
        <Step by={-1} onStep={props.onStep} />
        <Step by={1} onStep={props.onStep} />
        <button
          type="button"
          class="button quiet icon"
          aria-label={t('replies_key_close')}
          title={t('replies_key_close')}
          onClick={props.onClose}
        >
          <Cross />
        </button>
      </header>
      {problem && (
        <p class="trouble" role="alert">
          {problem}
        </p>
      )}
      {props.unsaved && (
        <p class="trouble" role="alert">
          {t('replies_unsaved', props.unsaved)}{' '}
          <button type="button" class="button small" onClick={props.onRetry}>
            {t('replies_retry')}
          </button>
        </p>
      )}
      {look && <Detail {...props} look={look} />}
      {!look && <p class="detail-body soft">{!problem && t('replies_pane_reading')}</p>}
      <footer class="pane-foot">
        <button type="button" class="link soft" onClick={props.onName}>
          {reviewer.value ? t('replies_reviewer', reviewer.value) : t('replies_name_title')}
        </button>
        <button type="button" class="button quiet" aria-keyshortcuts="?" onClick={props.onKeys}>
          {t('keys_title')} <Cap of="keys" />
        </button>
        <span class="spacer" />
        <button type="button" class="button" disabled={!props.canUndo} aria-keyshortcuts="u" onClick={props.onUndo}>
          {t('action_undo')} <Cap of="undo" />
        </button>
        <button type="button" class="button primary" aria-keyshortcuts="Enter" disabled={!look} onClick={props.onDone}>
          {t(verdict.done ? 'replies_done_already' : 'replies_done_next')} <Cap of="done" />
        </button>
      </footer>
    </section>
  );
}

function Step({ by, onStep }: { by: 1 | -1; onStep(by: 1 | -1): void }) {
  const label = t(by > 0 ? 'replies_key_next' : 'replies_key_previous');
  return (
    <button
      type="button"
      class="button icon"
      aria-label={label}
      title={label}
      aria-keyshortcuts={by > 0 ? 'j' : 'k'}
      onClick={() => onStep(by)}
    >
      <Cap of={by > 0 ? 'next' : 'previous'} />
      <span class={by > 0 ? 'caret' : 'caret up'} aria-hidden="true" />
    </button>
  );
}

function Facts({ look: { reply, review } }: { look: Look }) {
  const channel = reply.channel ?? reply.conversation?.channel;
  const at = reply.at ? new Date(reply.at) : null;
  const day =
    at && !Number.isNaN(at.getTime())
      ? new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
      : null;
  return (
    <span class="facts soft">
      <Mood mood={review.mood.id} />
      {[reply.agent, channel && t(`channel_${channel}`), day].filter(Boolean).join(' · ')}
      {reply.link?.startsWith('https://') ? (
        <a href={reply.link} target="_blank" rel="noopener noreferrer">
          {reply.ticket ? t('replies_ticket', reply.ticket) : t('replies_ticket_open')}
          <span class="visually-hidden"> {t('replies_new_tab')}</span>
        </a>
      ) : (
        reply.ticket && <span>{t('replies_ticket', reply.ticket)}</span>
      )}
    </span>
  );
}
