/** The other findings, one line each: what it is, and what would stand there. */
import type { Finding } from '../engine/types';
import type { Snapshot } from '../messages';
import { isQuiet } from '../store/quiet';
import { principleLabel } from '../ui/principles';
import { WithGaps } from '../ui/rewrite';
import { t } from '../ui/text';
import { capitalised, inPlace, questionOf, quote } from './excerpt';
import type { PanelState } from './state';

interface Props {
  title: string;
  findings: Finding[];
  snapshot: Snapshot;
  state: PanelState;
  soft?: boolean;
}

export function FindingRows({ title, findings, snapshot, state, soft }: Props) {
  if (findings.length === 0) return null;
  return (
    <section class="card rows" data-soft={soft} aria-label={title}>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            <button type="button" onClick={() => state.command({ name: 'select', finding: finding.id })}>
              <span class="label" data-severity={finding.severity}>
                {principleLabel(finding.principle)}
                {isQuiet(state.settings.value, finding.rule) && <span class="why-quiet"> · {t('panel_quiet')}</span>}
              </span>
              <span class="glance">
                <Glance finding={finding} snapshot={snapshot} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Glance({ finding, snapshot }: { finding: Finding; snapshot: Snapshot }) {
  const question = snapshot.review && questionOf(finding, snapshot.review);
  if (question) return <>{t('panel_quote', capitalised(quote(snapshot.conversation.customer ?? '', question.span)))}</>;
  if (!finding.span) return <>{finding.message}</>;
  const next = inPlace(snapshot.suggestions[finding.id]?.[0], finding);
  return (
    <>
      {t('panel_quote', quote(snapshot.draft, finding.span))}
      {next && (
        <>
          {' → '}
          <WithGaps text={next.text} gaps={next.gaps} />
        </>
      )}
    </>
  );
}
