/** What the numbers say, in two sentences. */
import type { PrincipleRules } from '../messages';
import type { DaySums } from '../store/days';
import { principleLabel, strengthLabel } from '../ui/principles';
import { plural, t } from '../ui/text';
import { mostFirst, type Periods, perTen } from './periods';
import { decimal } from './principle-table';
import { type Better, ENOUGH_REPLIES, whatGotBetter, whatToTry } from './telling';

interface Props {
  periods: Periods;
  all: DaySums;
  /** null until the background has answered. */
  rules: PrincipleRules[] | null;
}

export function Telling({ periods, all, rules }: Props) {
  const better = whatGotBetter(periods);
  const enough = periods.now.replies >= ENOUGH_REPLIES;
  const tried = whatToTry(enough ? periods.now : all, better);
  return (
    <div class="pair telling">
      <section class="card" aria-labelledby="better-title">
        <h2 id="better-title">{better ? t('progress_better') : t('progress_so_far')}</h2>
        {better ? <GotBetter better={better} periods={periods} /> : <SoFar all={all} now={periods.now} />}
      </section>
      {tried && <ToTry principle={tried} rules={rules} />}
    </div>
  );
}

function GotBetter({ better: { principle, now, before }, periods }: { better: Better; periods: Periods }) {
  const rates = { before: perTen(periods.before, principle), now: perTen(periods.now, principle) };
  return (
    <>
      <p class="big">
        {t('progress_better_text', principleLabel(principle), now, periods.now.replies, before, periods.before.replies)}
      </p>
      <dl class="beside">
        {(['before', 'now'] as const).map((period) => (
          <div key={period}>
            <dt>{t(`progress_period_${period}`)}</dt>
            <dd>
              <span class="amount" data-period={period} style={{ '--share': rates[period] / rates.before }} />
              {t('progress_in_ten', decimal(rates[period]))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** No clear change to speak of: how much there is, and what is good about it. */
function SoFar({ all, now }: { all: DaySums; now: DaySums }) {
  const sums = now.replies >= ENOUGH_REPLIES ? now : all;
  const [best] = mostFirst(sums.strengths);
  return (
    <>
      <p class="big">{plural('progress_replies', all.replies)}</p>
      {best && <p>{t('progress_best', strengthLabel(best[0]), best[1], sums.replies)}</p>}
      {all.replies < ENOUGH_REPLIES && <p class="soft">{t('progress_few', ENOUGH_REPLIES)}</p>}
    </>
  );
}

function ToTry({ principle, rules }: { principle: NonNullable<ReturnType<typeof whatToTry>>; rules: Props['rules'] }) {
  const why = rules?.find((each) => each.principle === principle)?.why;
  return (
    <section class="card" aria-labelledby="try-title">
      <h2 id="try-title">{t('progress_try', principleLabel(principle))}</h2>
      {why && (
        <>
          <p>{why.short}</p>
          <dl class="example">
            <dt>{t('progress_before')}</dt>
            <dd>{why.example.before}</dd>
            <dt>{t('progress_after')}</dt>
            <dd class="good">{why.example.after}</dd>
          </dl>
        </>
      )}
    </section>
  );
}
