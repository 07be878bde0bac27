/** Wipes what was counted; asks once more, where the agent is. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoredDay } from '../store/days';
import { plural, t } from '../ui/text';
import { totalOf } from './periods';

interface Props {
  days: readonly StoredDay[];
  wipe(): Promise<void>;
  failure: ReadonlySignal<string | null>;
}

export function WipeCounted({ days, wipe, failure }: Props) {
  const [asked, setAsked] = useState(false);
  const [wiped, setWiped] = useState<number | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const { replies } = totalOf(days);

  useEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);

  const close = () => {
    setAsked(false);
    // It is there again once this was drawn.
    requestAnimationFrame(() => start.current?.focus());
  };
  const doIt = async () => {
    await wipe();
    setWiped(failure.value === null ? replies : null);
    setAsked(false);
  };

  return (
    <>
      {asked ? (
        <fieldset
          class="sure"
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <legend>{plural('progress_wipe_sure', replies)}</legend>
          <button type="button" class="button primary" ref={keep} onClick={close}>
            {t('progress_wipe_keep')}
          </button>
          <button type="button" class="button" onClick={doIt}>
            {t('progress_wipe_do')}
          </button>
        </fieldset>
      ) : (
        <button type="button" class="button" ref={start} disabled={!days.length} onClick={() => setAsked(true)}>
          {t('progress_wipe')}
        </button>
      )}
      <span role="status" class="soft news">
        {wiped !== null && !asked && plural('progress_wiped', wiped)}
      </span>
    </>
  );
}
