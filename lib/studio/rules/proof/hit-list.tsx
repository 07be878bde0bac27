/** Replies that the rule finds something in, each a click from the audit. */
import { useState } from 'preact/hooks';
import type { Severity } from '../../../engine/types';
import { plural, t } from '../../../ui/text';
import { routeHash } from '../../../workbench/route';
import type { DryHit, DryRun } from '../../types';
import { Marked, marksOf } from './marked';

const FILTERS = ['all', 'new', 'gone'] as const;
type Filter = (typeof FILTERS)[number];

const PAGE = 8;

interface Props {
  dry: DryRun;
  severity: Severity;
  isSaved: boolean;
}

export function HitList({ dry, severity, isSaved }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [pages, setPages] = useState(1);
  const counts: Record<Filter, number> = { all: dry.flagged, new: dry.fresh, gone: dry.gone };
  const asked = isSaved ? filter : 'all';
  const hits = dry.hits.filter(({ change }) => (asked === 'all' ? change !== 'gone' : change === asked));
  const more = hits.length - pages * PAGE;
  return (
    <>
      {isSaved && dry.fresh + dry.gone > 0 && (
        <fieldset class="dry-filters">
          <legend class="visually-hidden">{t('studio_dry_filter')}</legend>
          {FILTERS.map((one) => (
            <button
              key={one}
              type="button"
              class="button small"
              aria-pressed={one === asked}
              onClick={() => {
                setFilter(one);
                setPages(1);
              }}
            >
              {t(`studio_dry_filter_${one}`, counts[one])}
            </button>
          ))}
        </fieldset>
      )}
      <ol class="dry-hits">
        {hits.slice(0, pages * PAGE).map((hit) => (
          <Hit key={hit.seq} run={dry.run} hit={hit} severity={severity} isSaved={isSaved} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" class="button small" onClick={() => setPages(pages + 3)}>
          {plural('studio_dry_more', more)}
        </button>
      )}
      {dry.done && more <= 0 && hits.length < counts[asked] && <p class="soft">{t('studio_dry_first', hits.length)}</p>}
    </>
  );
}

interface HitProps {
  run: string;
  hit: DryHit;
  severity: Severity;
  isSaved: boolean;
}

function Hit({ run, hit: { seq, sentence, span, agent, change }, severity, isSaved }: HitProps) {
  return (
    <li>
      <a
        href={`/audit.html${routeHash({ view: 'replies', run, filter: {}, reply: seq })}`}
        target="_blank"
        rel="noopener"
      >
        <Marked text={sentence} marks={marksOf([span], change === 'gone' ? 'expected' : 'found', severity)} />
        <span class="visually-hidden"> {t('studio_dry_opens')}</span>
      </a>
      <span class="soft">
        {isSaved && change !== 'same' && <span class="chip">{t(`studio_dry_is_${change}`)}</span>} {agent}
      </span>
    </li>
  );
}
