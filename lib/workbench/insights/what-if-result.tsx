/** Scores of a sample as its replies were sent, and with the first suggestions. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { mean, momentsOf } from '../../audit/stats/mean';
import { BIN } from '../../audit/summary';
import { plural, t } from '../../ui/text';
import { number, signed, withInterval } from '../format';
import type { Coached } from '../types';
import { ACCENT, CARD, columnsFrame, drawPlot, EDGE, LINE, type Linked, type PictureInput, TARGET } from './chart';
import { Picture } from './picture';

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

export function WhatIfResult({ coached, total, hrefTo, source, children }: ResultProps) {
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
            ...columnsFrame(width, {
              domain: [-0.5, bars.length - 0.5],
              ticks: bars.map(({ at }) => at),
              tickFormat: (at: number) => bars[at]?.name ?? '',
            }),
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
