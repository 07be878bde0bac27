/** The pretend send: open gaps first, then the scorecard. Nothing is sent, and nothing here stands in the way. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../ui/outcome';
import { plural, t } from '../ui/text';
import type { Silence } from './readiness';
import { ScorecardView } from './scorecard-view';
import type { Sending } from './sending';

interface Props {
  sending: Sending;
  /** The customer's given name. */
  name: string;
  /** Back to the draft; with a gap, the gap is selected for typing. */
  onImprove(outcome: Outcome | null): void;
  onNext(): void;
}

export function SendDialog({ sending, name, onImprove, onNext }: Props) {
  const now = sending.state.value;
  switch (now.step) {
    case 'closed':
      return null;
    case 'reading':
      return (
        <Frame title={t('practice_reading')} busy onClose={() => onImprove(null)}>
          <p class="soft">{t('practice_readingBody')}</p>
        </Frame>
      );
    case 'silent':
      return (
        <Frame title={t('practice_silent')} onClose={() => onImprove(null)}>
          <p>{silenceText(now.why)}</p>
          <footer class="dialog-foot">
            <button type="button" class="button primary" onClick={() => onImprove(null)}>
              {t('practice_backToDraft')}
            </button>
          </footer>
        </Frame>
      );
    case 'gaps':
      return <GapsFirst outcome={now.outcome} name={name} onFill={onImprove} onGoOn={sending.goOn} />;
    case 'scorecard':
      return (
        <Frame title={t('practice_scorecard')} onClose={() => onImprove(null)}>
          <ScorecardView outcome={now.outcome} name={name} />
          <footer class="dialog-foot">
            <p class="soft">{t('practice_nothingSent')}</p>
            <span class="spacer" />
            <button type="button" class="button" onClick={() => onImprove(now.outcome)}>
              {t('practice_improve')}
            </button>
            <button type="button" class="button primary" onClick={onNext}>
              {t('practice_next')}
            </button>
          </footer>
        </Frame>
      );
  }
}

interface GapsProps {
  outcome: Outcome;
  name: string;
  onFill(outcome: Outcome): void;
  onGoOn(): void;
}

function GapsFirst({ outcome, name, onFill, onGoOn }: GapsProps) {
  return (
    <Frame title={plural('practice_gaps', outcome.gaps.length)} onClose={() => onFill(outcome)}>
      <p>{t('practice_gapsBody', name)}</p>
      <ul class="gap-list" lang="en">
        {outcome.gaps.map((gap) => (
          <li key={gap.start}>
            <span class="gap">{`[${gap.name}]`}</span>
          </li>
        ))}
      </ul>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={onGoOn}>
          {t('practice_gapsGoOn')}
        </button>
        <span class="spacer" />
        <button type="button" class="button primary" onClick={() => onFill(outcome)}>
          {t('practice_gapsFill')}
        </button>
      </footer>
    </Frame>
  );
}

function silenceText(why: Silence): string {
  switch (why) {
    case 'off':
      return t('practice_silent_off');
    case 'snoozed':
      return t('practice_silent_snoozed');
    case 'no-box':
      return t('practice_silent_no_box');
    case 'engine':
      return t('practice_silent_engine');
    case 'no-answer':
      return t('practice_silent_no_answer');
  }
}

interface FrameProps {
  title: string;
  busy?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

/** A modal dialog of the browser's own: it keeps the focus, and Esc closes it. */
function Frame({ title, busy = false, onClose, children }: FrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    heading.current?.focus();
    return () => element?.close();
  }, []);
  // Another step in the same dialog is read out from its heading.
  useLayoutEffect(() => heading.current?.focus(), [title]);

  return (
    <dialog
      ref={dialog}
      class="send-dialog"
      aria-labelledby={id}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <span class="spacer" />
        <button type="button" class="button quiet" aria-label={t('action_close')} onClick={onClose}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      {children}
    </dialog>
  );
}
