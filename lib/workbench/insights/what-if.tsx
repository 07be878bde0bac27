/** What coaching would change: scores of a sample before and after its first suggestions. */
import { useRef, useState } from 'preact/hooks';
import { draw as drawSample, randomFrom } from '../../audit/random';
import { ENOUGH } from '../../audit/stats/estimate';
import { t } from '../../ui/text';
import { number } from '../format';
import type { Coached, OpenRun } from '../types';
import type { PictureInput } from './chart';
import { WhatIfResult } from './what-if-result';

const SAMPLE = 300;
/** The page is drawn anew after so many. */
const STEP = 10;

interface Props extends PictureInput {
  open: OpenRun;
  seqs: Uint32Array;
}

/** What is known so far of the replies that were drawn. */
interface Trial {
  of: Uint32Array;
  size: number;
  coached: Coached[];
  state: 'running' | 'stopped' | 'done';
  problem?: string;
}

export function WhatIf({ open, seqs, hrefTo, source }: Props) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const leave = useRef<AbortController | null>(null);
  const start = async () => {
    leave.current?.abort();
    const stop = new AbortController();
    leave.current = stop;
    const sample = drawSample(seqs, SAMPLE, randomFrom(open.run.value.id)).sort((a, b) => a - b);
    const begun: Trial = { of: seqs, size: sample.length, coached: [], state: 'running' };
    setTrial(begun);
    const coached: Coached[] = [];
    const tell = (state: Trial['state'], problem?: string) => {
      if (leave.current === stop) setTrial({ ...begun, coached: [...coached], state, problem });
    };
    try {
      for await (const one of open.coached(sample, stop.signal)) {
        if (stop.signal.aborted) break;
        coached.push(one);
        if (coached.length % STEP === 0) tell('running');
      }
      tell(stop.signal.aborted ? 'stopped' : 'done');
    } catch (error) {
      if (stop.signal.aborted) tell('stopped');
      else tell('stopped', (error as Error).message);
    }
  };
  // Another filter means other replies: what was found of the old ones is not of these.
  const current = trial?.of === seqs ? trial : null;
  if (trial && !current) leave.current?.abort();
  if (!current || current.coached.length < ENOUGH) {
    return (
      <section class="card picture" id="what-if" aria-labelledby="what-if-title">
        <header>
          <h2 id="what-if-title">{t('insights_what_if')}</h2>
        </header>
        <p class="soft lead">{t('insights_what_if_about', number(Math.min(SAMPLE, seqs.length)))}</p>
        <Steps trial={current} start={start} stop={() => leave.current?.abort()} enough={seqs.length >= ENOUGH} />
      </section>
    );
  }
  return (
    <WhatIfResult coached={current.coached} total={seqs.length} hrefTo={hrefTo} source={source}>
      <Steps trial={current} start={start} stop={() => leave.current?.abort()} enough />
    </WhatIfResult>
  );
}

interface StepsProps {
  trial: Trial | null;
  start(): void;
  stop(): void;
  enough: boolean;
}

function Steps({ trial, start, stop, enough }: StepsProps) {
  if (!enough) return <p class="soft">{t('insights_people_few', ENOUGH)}</p>;
  return (
    <div class="steps">
      {trial?.problem && <p role="alert">{t('insights_what_if_failed', trial.problem)}</p>}
      {trial?.state === 'running' ? (
        <>
          <progress max={trial.size} value={trial.coached.length} aria-label={t('insights_what_if')} />
          <span class="soft">{t('insights_what_if_so_far', number(trial.coached.length), number(trial.size))}</span>
          <button type="button" class="button" onClick={stop}>
            {t('insights_stop')}
          </button>
        </>
      ) : (
        <button type="button" class={trial ? 'button' : 'button primary'} onClick={start}>
          {t(trial ? 'insights_what_if_again' : 'insights_what_if_start')}
        </button>
      )}
    </div>
  );
}
