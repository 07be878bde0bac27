/** How far a run is, over its views; once it is done, what was left out and why. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Run } from '../../audit/model';
import { t } from '../../ui/text';
import type { Runs } from '../types';
import { Bar } from './bar';
import { LeftOutLine } from './left-out-line';
import { createPace } from './pace';
import { progressOf } from './progress';
import { StopQuestion } from './stop-question';
import { timeLeft } from './words';

export function RunStatus({ run: { value: run }, runs }: { run: ReadonlySignal<Run>; runs: Runs }) {
  if (run.state === 'done') return <LeftOutLine run={run} />;
  return (
    <section class="status" aria-label={t('audit_status')}>
      <div class="status-line">
        <Going run={run} />
        <Buttons run={run} runs={runs} />
      </div>
      {run.state !== 'failed' && <Bar progress={progressOf(run)} />}
      {run.problem !== undefined && (
        <p class="problem" role="alert">
          {run.problem}
        </p>
      )}
      <LeftOutLine run={run} />
    </section>
  );
}

function Going({ run }: { run: Run }) {
  const progress = progressOf(run);
  const pace = useMemo(createPace, [run.id]);
  const left = run.state === 'running' ? pace.left(progress.done, progress.total, performance.now()) : null;
  return (
    <p>
      <b role="status">{run.state === 'running' ? progress.phase : t(`audit_state_${run.state}`)}</b>
      <span class="soft">{progress.detail}</span>
      {left !== null && <span class="soft">{timeLeft(left)}</span>}
    </p>
  );
}

function Buttons({ run, runs }: { run: Run; runs: Runs }) {
  const asking = useSignal(false);
  // Another state, another question.
  useEffect(() => {
    asking.value = false;
  }, [run.state]);
  const goes = run.state === 'running' || run.state === 'waiting';
  if (asking.value) return <StopQuestion run={run} runs={runs} onClose={() => (asking.value = false)} />;
  return (
    <div class="status-buttons">
      {goes ? (
        <button type="button" class="button" onClick={() => runs.pause(run.id)}>
          {t('audit_pause')}
        </button>
      ) : (
        <button type="button" class="button primary" onClick={() => runs.goOn(run.id)}>
          {t('audit_go_on')}
        </button>
      )}
      <button type="button" class="button" onClick={() => (asking.value = true)}>
        {t('audit_stop')}
      </button>
    </div>
  );
}
