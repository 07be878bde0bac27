/** The audits on this machine; where there is none, what to do first. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { t } from '../../ui/text';
import { routeHash } from '../route';
import type { Runs } from '../types';
import { FirstSteps } from './first-steps';
import { RunRow } from './run-row';
import { sampleRun } from './sample';
import { StorageLine } from './storage-line';

export function Home({ runs }: { runs: Runs }) {
  const problem = useSignal('');
  const heading = useRef<HTMLHeadingElement>(null);
  const all = runs.all.value;
  const tryOut = async () => {
    try {
      const run = await runs.start(await sampleRun());
      location.hash = routeHash({ view: 'replies', run, filter: {} });
    } catch (error) {
      problem.value = (error as Error).message;
    }
  };
  const remove = async (id: string) => {
    try {
      await runs.remove(id);
      heading.current?.focus();
    } catch (error) {
      problem.value = (error as Error).message;
    }
  };
  if (all === null) return <div class="home" aria-busy="true" />;
  return (
    <div class="home">
      <div class="home-head">
        <h1 ref={heading} tabIndex={-1}>
          {t('audit_home')}
        </h1>
        {all.length > 0 && (
          <>
            <button type="button" class="button" onClick={tryOut}>
              {t('audit_sample')}
            </button>
            <a class="button primary" href={routeHash({ view: 'import' })}>
              {t('audit_new')}
            </a>
          </>
        )}
      </div>
      <p class="problem" role="alert">
        {problem.value}
      </p>
      {all.length === 0 ? (
        <FirstSteps onSample={tryOut} />
      ) : (
        <ul class="runs">
          {all.map((run) => (
            <RunRow key={run.id} run={run} runs={runs} onRemove={() => remove(run.id)} />
          ))}
        </ul>
      )}
      <StorageLine runs={all.length} />
    </div>
  );
}
