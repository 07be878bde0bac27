/** How far reviewers agree with the coach, and with each other: which rules to look at, and what was missed. */
import { useMemo, useState } from 'preact/hooks';
import { agreementOf, betweenReviewers } from '../../audit/stats/agreement';
import { THRESHOLD } from '../../audit/stats/doubt';
import { ENOUGH, type Estimate } from '../../audit/stats/estimate';
import { plural, t } from '../../ui/text';
import { number, percent, withInterval } from '../format';
import { FilterStrip } from '../insights/filter-strip';
import { Missing } from '../insights/missing';
import { useSelect } from '../insights/selection';
import type { ViewProps } from '../replies/replies';
import { routeHash } from '../route';
import { AgreementTable } from './agreement-table';
import { type JudgedReply, useJudged } from './judged';
import { MissedList } from './missed-list';
import { VerdictFiles } from './verdict-files';

const THRESHOLDS = [0.6, 0.7, 0.8, 0.9] as const;

export function Agreement({ open, route }: ViewProps) {
  const select = useSelect(open, route.filter);
  const within = useMemo(() => (select ? new Set(select(route.filter)) : null), [select, route.filter]);
  const names = [...new Set(open.verdicts.value.map(({ reviewer }) => reviewer))].sort((a, b) => a.localeCompare(b));
  const [chosen, choose] = useState('');
  const reviewer = names.includes(chosen) ? chosen : '';
  const judged = useJudged(open, within, reviewer);
  const all = useJudged(open, within, '');
  return (
    <div class="agreement insights">
      <FilterStrip open={open} route={route} />
      <VerdictFiles open={open} />
      {names.length === 0 ? (
        <Missing title={t('agreement_none')}>
          {t('agreement_none_about')} <a href={routeHash({ ...route, view: 'replies' })}>{t('agreement_go')}</a>
        </Missing>
      ) : (
        judged &&
        all && <Figures judged={judged} all={all} names={names} reviewer={reviewer} choose={choose} route={route} />
      )}
    </div>
  );
}

interface FiguresProps {
  judged: JudgedReply[];
  all: JudgedReply[];
  names: string[];
  reviewer: string;
  choose(name: string): void;
  route: ViewProps['route'];
}

function Figures({ judged, all, names, reviewer, choose, route }: FiguresProps) {
  const [threshold, setThreshold] = useState(THRESHOLD);
  const report = useMemo(() => agreementOf(judged), [judged]);
  const { overall } = report;
  return (
    <>
      <div class="filter-strip">
        {names.length > 1 && (
          <label>
            {t('agreement_reviewer')}
            <select value={reviewer} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{t('agreement_all_reviewers')}</option>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('agreement_threshold')}
          <select value={threshold} onChange={(event) => setThreshold(Number(event.currentTarget.value))}>
            {THRESHOLDS.map((each) => (
              <option key={each} value={each}>
                {percent(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <dl class="key-figures">
        <Figure name={t('agreement_done')} value={number(report.done)}>
          {plural('agreement_findings', overall.judged, number(overall.judged))}
        </Figure>
        <Figure name={t('agreement_precision')} value={overall.precision} write={percent} />
        <Figure name={t('agreement_recall')} value={overall.recall} write={percent} />
        <Figure name={t('agreement_kappa')} value={overall.kappa} write={(value) => number(value, 2)} />
      </dl>
      <p class="soft explain">
        {t('agreement_about')}
        {report.disputed > 0 && ` ${plural('agreement_disputed', report.disputed)}`}
      </p>
      <AgreementTable
        title={t('agreement_rules')}
        lead={t('agreement_rules_lead', percent(threshold), ENOUGH)}
        rows={report.rules}
        threshold={threshold}
        route={route}
      />
      <AgreementTable
        title={t('agreement_principles')}
        lead={t('agreement_principles_lead')}
        rows={report.principles}
        threshold={threshold}
        route={route}
        whole
      />
      <MissedList judged={judged} route={route} />
      {names.length > 1 && <Between names={names} judged={all} />}
    </>
  );
}

interface FigureProps {
  name: string;
  value: string | Estimate | null;
  write?: (value: number) => string;
  children?: string;
}

function Figure({ name, value, write = String, children }: FigureProps) {
  const estimate = value !== null && typeof value === 'object' ? value : null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? '–' : estimate ? write(estimate.value) : String(value)}</dd>
      <dd class="soft">
        {value === null
          ? t('agreement_undefined')
          : estimate
            ? t('insights_between', write(estimate.low), write(estimate.high))
            : children}
      </dd>
    </div>
  );
}

/** Each pair of reviewers, on the replies that both are done with. */
function Between({ names, judged }: { names: string[]; judged: JudgedReply[] }) {
  const pairs = useMemo(
    () =>
      names.flatMap((one, at) =>
        names.slice(at + 1).map((other) => ({ one, other, ...betweenReviewers(judged, one, other) })),
      ),
    [names.join('\n'), judged],
  );
  return (
    <section class="card picture" id="between">
      <h2>{t('agreement_between')}</h2>
      <p class="soft lead">{t('agreement_between_lead')}</p>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('agreement_pair')}</th>
            <th scope="col">{t('agreement_both')}</th>
            <th scope="col">{t('agreement_kappa')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ one, other, replies, kappa }) => (
            <tr key={`${one} ${other}`}>
              <th scope="row">{t('agreement_and', one, other)}</th>
              <td>{number(replies)}</td>
              <td>{kappa ? withInterval(kappa, (value) => number(value, 2)) : t('agreement_undefined')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
