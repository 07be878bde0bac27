/** What coaching would change: scores of a sample before and after its first suggestions. */
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { draw as drawSample, randomFrom } from '../../audit/random';
import { ENOUGH } from '../../audit/stats/estimate';
import { mean, momentsOf } from '../../audit/stats/mean';
import { BIN } from '../../audit/summary';
import { plural, t } from '../../ui/text';
import { number, signed, withInterval } from '../format';
import type { Coached, OpenRun } from '../types';
import { ACCENT, CARD, drawPlot, EDGE, LINE, type Linked, type PictureInput, TARGET } from './chart';
import { Picture } from './picture';

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
    <Result coached={current.coached} total={seqs.length} hrefTo={hrefTo} source={source}>
      <Steps trial={current} start={start} stop={() => leave.current?.abort()} enough />
    </Result>
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

interface Bar extends Linked {
  at: number;
  name: string;
  before: number;
  after: number;
}

interface ResultProps extends PictureInput {
  coached: Coached[];
  total: number;
  children: ComponentChildren;
}

function Result({ coached, total, hrefTo, source, children }: ResultProps) {
  const bars = useMemo(() => binsOf(coached, hrefTo), [coached, hrefTo]);
  const [before, after, gain] = useMemo(
    () => [
      mean(momentsOf(coached.map((one) => one.before))),
      mean(momentsOf(coached.map((one) => one.after))),
      mean(momentsOf(coached.map((one) => one.after - one.before))),
    ],
    [coached],
  );
  if (!before || !after || !gain) return null;
  const lead = t(
    'insights_what_if_lead',
    number(coached.length),
    number(total),
    number(before.value, 1),
    number(after.value, 1),
    withInterval(gain, signed),
  );
  return (
    <Picture
      id="what-if"
      title={t('insights_what_if')}
      lead={lead}
      source={[...source, lead]}
      figures={{
        head: [t('insights_col_score'), t('insights_col_as_sent'), t('insights_col_coached')],
        rows: bars.map(({ name, before: was, after: is, href }) => ({ cells: [name, number(was), number(is)], href })),
      }}
      draw={useMemo(
        () => (plot, width) => {
          const highest = Math.max(...bars.flatMap((bar) => [bar.before, bar.after]));
          const side = (from: number, to: number) => ({
            x1: ({ at }: Bar) => at + from,
            x2: ({ at }: Bar) => at + to,
            y1: 0,
          });
          return drawPlot(plot, {
            width,
            height: width < 520 ? 260 : 240,
            marginLeft: 44,
            marginRight: 0,
            marginTop: 18,
            marginBottom: width < 520 ? 54 : 34,
            x: {
              domain: [-0.5, bars.length - 0.5],
              ticks: bars.map(({ at }) => at),
              tickFormat: (at: number) => bars[at]?.name ?? '',
              tickRotate: width < 520 ? -45 : 0,
              tickSize: 0,
              label: null,
            },
            y: { label: null, ticks: 4, tickSize: 0, nice: true },
            marks: [
              plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: 4 }),
              plot.rect(bars, { ...side(-0.4, -0.02), y2: 'before', fill: CARD, stroke: EDGE, strokeWidth: 1.5 }),
              plot.rect(bars, { ...side(0.02, 0.4), y2: 'after', fill: ACCENT }),
              plot.ruleY([0], { stroke: EDGE }),
              plot.rect(bars, { ...side(-0.5, 0.5), y2: highest, ...TARGET }),
            ],
          });
        },
        [bars],
      )}
    >
      <p class="key-line soft">
        <span class="swatch" /> {t('insights_col_as_sent')} <span class="swatch" data-full />{' '}
        {t('insights_col_coached')}
      </p>
      {children}
    </Picture>
  );
}

function binsOf(coached: readonly Coached[], hrefTo: PictureInput['hrefTo']): Bar[] {
  return Array.from({ length: 100 / BIN }, (_, at): Bar => {
    const least = at * BIN;
    const most = at === 100 / BIN - 1 ? 100 : least + BIN - 1;
    const within = (score: number) => score >= least && Math.floor(score) <= most;
    const before = coached.filter((one) => within(one.before)).length;
    const after = coached.filter((one) => within(one.after)).length;
    const name = `${least}–${most}`;
    return {
      at,
      name,
      before,
      after,
      words: `${t('insights_score', name)}: ${plural('insights_as_sent', before)}, ${t('insights_coached', after)}`,
      href: hrefTo({ least, most }),
    };
  });
}
