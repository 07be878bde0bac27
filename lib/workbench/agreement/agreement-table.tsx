/** Rules or principles with what reviewers said of their findings; those in doubt first, and the way to them. */
import { useState } from 'preact/hooks';
import type { Agreement } from '../../audit/stats/agreement';
import { type Doubt, doubtOf } from '../../audit/stats/doubt';
import type { Estimate } from '../../audit/stats/estimate';
import { routeHash as studioHash } from '../../studio/route';
import { Interval } from '../../ui/interval';
import { principleLabel } from '../../ui/principles';
import { plural, t } from '../../ui/text';
import { number, percent, withInterval } from '../format';
import type { ViewProps } from '../replies/replies';
import { routeHash } from '../route';

interface Props {
  title: string;
  lead: string;
  rows: Agreement[];
  threshold: number;
  route: ViewProps['route'];
  /** Principles, of which recall and kappa are known too. */
  whole?: boolean;
}

const ORDER: readonly Doubt[] = ['below', 'likely', 'few', 'fine'];

export function AgreementTable({ title, lead, rows, threshold, route, whole = false }: Props) {
  const [all, setAll] = useState(whole);
  const sorted = rows
    .map((row) => ({ ...row, doubt: doubtOf(row.precision, threshold) }))
    .sort((a, b) => ORDER.indexOf(a.doubt) - ORDER.indexOf(b.doubt) || b.judged - a.judged);
  const enough = sorted.filter(({ doubt }) => doubt !== 'few');
  const shown = all ? sorted : enough;
  return (
    <section class="card picture">
      <h2>{title}</h2>
      <p class="soft lead">{lead}</p>
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="scroller" tabIndex={0} aria-label={title}>
          <table class="figures-table agreement-table">
            <thead>
              <tr>
                <th scope="col">{t(whole ? 'insights_col_principle' : 'agreement_rule')}</th>
                <th scope="col">{t('agreement_judged')}</th>
                <th scope="col">{t('agreement_agreed')}</th>
                {whole && <th scope="col">{t('agreement_recall')}</th>}
                {whole && <th scope="col">{t('agreement_kappa')}</th>}
                <th scope="col">{t('agreement_doubt')}</th>
                <th scope="col">
                  <span class="visually-hidden">{t('agreement_see')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, principle, judged, precision, recall, kappa, doubt }) => (
                <tr key={id} data-doubt={doubt}>
                  <th scope="row">
                    <a
                      href={routeHash({
                        view: 'replies',
                        run: route.run,
                        filter: {
                          ...route.filter,
                          ...(whole
                            ? { principles: [principle], severities: ['high', 'medium', 'low'] }
                            : { rule: id }),
                          seen: 'yes',
                        },
                      })}
                    >
                      {principleLabel(principle)}
                    </a>
                    {!whole && <code>{id.split('/')[1] ?? id}</code>}
                  </th>
                  <td>{number(judged)}</td>
                  <td>{precision ? <Precision {...precision} threshold={threshold} /> : '–'}</td>
                  {whole && <td>{recall ? withInterval(recall, percent) : '–'}</td>}
                  {whole && (
                    <td>{kappa ? withInterval(kappa, (value) => number(value, 2)) : t('agreement_undefined')}</td>
                  )}
                  <td class="doubt">{t(`agreement_${doubt}`)}</td>
                  <td>
                    <a class="button small" href={inStudio(id, whole)}>
                      {t(whole ? 'agreement_see_principle' : 'agreement_see')}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {shown.length < sorted.length && (
        <p class="few">
          <button type="button" class="button small" onClick={() => setAll(true)}>
            {plural('agreement_show_few', sorted.length - shown.length)}
          </button>
        </p>
      )}
    </section>
  );
}

/** A rule as the studio has it, or the rules of a principle. */
function inStudio(id: string, whole: boolean): string {
  return `/studio.html${studioHash(whole ? { view: 'rules', query: `principles=${id}` } : { view: 'rules', at: id })}`;
}

function Precision({ threshold, ...precision }: Estimate & { threshold: number }) {
  return (
    <span class="precision">
      <Interval {...precision} threshold={threshold} /> {withInterval(precision, percent)}
    </span>
  );
}
