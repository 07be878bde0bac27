/** One audit in the list. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Run } from '../../audit/model';
import { Dots } from '../../ui/icons';
import { Menu } from '../../ui/menu';
import { plural, t } from '../../ui/text';
import { moment } from '../format';
import { routeHash } from '../route';
import type { Runs } from '../types';
import { Bar } from './bar';
import { progressOf } from './progress';
import { count, size } from './words';

interface Props {
  run: Run;
  runs: Runs;
  onRemove(): Promise<void>;
}

export function RunRow({ run, runs, onRemove }: Props) {
  const asked = useSignal<'rename' | 'remove' | null>(null);
  const row = useRef<HTMLLIElement>(null);
  // Back to where the question came from.
  const close = () => {
    asked.value = null;
    row.current?.querySelector<HTMLElement>('.menu .button')?.focus();
  };
  return (
    <li class="run card" ref={row}>
      {asked.value === 'rename' ? (
        <Rename
          run={run}
          onClose={close}
          onName={(name) => {
            void runs.rename(run.id, name);
            close();
          }}
        />
      ) : (
        <div class="run-name">
          <a href={routeHash({ view: 'replies', run: run.id, filter: {} })}>{run.name}</a>
          <p class="soft">
            {[
              moment(run.createdAt),
              run.progress.replies > 0 && plural('audit_replies', run.progress.replies, count(run.progress.replies)),
              run.size > 0 && t('audit_size', size(run.size)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      )}
      <Standing run={run} />
      <Menu
        label={t('audit_more', run.name)}
        items={[
          { text: t('audit_rename'), onSelect: () => (asked.value = 'rename') },
          { text: t('audit_remove'), onSelect: () => (asked.value = 'remove'), apart: true },
        ]}
      >
        <Dots />
      </Menu>
      {asked.value === 'remove' && <Remove onClose={close} onRemove={onRemove} />}
    </li>
  );
}

/** The mean score of what is reviewed, or how far it is. */
function Standing({ run }: { run: Run }) {
  const mean = run.scored > 0 ? Math.round(run.scoreSum / run.scored) : null;
  if (run.state === 'done') {
    return (
      <p class="run-score">
        {mean === null ? <span class="soft">{t('audit_empty')}</span> : <b>{mean}</b>}
        {mean !== null && <span class="soft">{t('audit_mean')}</span>}
      </p>
    );
  }
  const progress = progressOf(run);
  return (
    <div class="run-progress">
      <p>
        {run.state === 'running' ? progress.phase : t(`audit_state_${run.state}`)}{' '}
        <span class="soft">{progress.detail}</span>
      </p>
      <Bar progress={progress} />
    </div>
  );
}

interface Question {
  onClose(): void;
}

function Rename({ run, onClose, onName }: Question & { run: Run; onName(name: string): void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      class="run-name"
      onSubmit={(event) => {
        event.preventDefault();
        onName(field.current?.value.trim() || run.name);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <input ref={field} class="field" aria-label={t('audit_name')} defaultValue={run.name} maxLength={120} />
      <button type="submit" class="button primary">
        {t('audit_rename_do')}
      </button>
      <button type="button" class="button" onClick={onClose}>
        {t('audit_cancel')}
      </button>
    </form>
  );
}

/** Asked in the row itself, so that it is clear which one is meant. */
function Remove({ onClose, onRemove }: Question & { onRemove(): Promise<void> }) {
  const busy = useSignal(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <fieldset
      class="run-question plain"
      aria-label={t('audit_remove')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <p>{t('audit_remove_sure')}</p>
      <button type="button" class="button" ref={keep} onClick={onClose} disabled={busy.value}>
        {t('audit_remove_keep')}
      </button>
      <button
        type="button"
        class="button primary"
        disabled={busy.value}
        onClick={async () => {
          busy.value = true;
          await onRemove();
          busy.value = false;
        }}
      >
        {busy.value ? t('audit_removing') : t('audit_remove_do')}
      </button>
    </fieldset>
  );
}
