/** The sidebar while a reply is coached: the customer first, then the draft, then one finding at a time. */
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../messages';
import { t } from '../ui/text';
import { Commitments, Strengths } from './credits';
import { CustomerCard } from './customer-card';
import { FindingCard } from './finding-card';
import { FindingRows } from './finding-rows';
import { Gaps } from './gaps';
import { headline } from './headline';
import { KindUnknown, NoteChoice } from './kind-line';
import { nameOf } from './people';
import { ScoreCard } from './score-card';
import { type PanelState, visibleFindings } from './state';
import { type SwitchedOff, SwitchedOffBar, switchOff } from './switched-off';

export function Coaching({ snapshot, state }: { snapshot: Snapshot; state: PanelState }) {
  const [off, setOff] = useState<SwitchedOff | null>(null);
  // Said until the draft is worked on again.
  useEffect(() => setOff(null), [snapshot.draft]);

  const review = snapshot.review;
  if (!review) return <p class="aside">{t('panel_reading')}</p>;
  const hides = state.settings.value.panelHides;
  const note = snapshot.surface?.kind === 'note';
  const visible = visibleFindings(snapshot);
  const open =
    visible.find((finding) => finding.id === snapshot.current) ?? visible.find(({ severity }) => severity !== 'low');
  const rest = visible.filter((finding) => finding !== open);
  const said = headline({
    review,
    visible,
    draft: snapshot.draft,
    kind: snapshot.surface?.kind ?? 'reply',
    notes: state.settings.value.notes,
    reach: snapshot.reach,
    name: nameOf(snapshot.conversation.customerName),
  });
  return (
    <>
      {(!note || snapshot.conversation.customer) && <CustomerCard snapshot={snapshot} />}
      <ScoreCard review={review} headline={said} busy={snapshot.status === 'reading'} hides={hides} />
      {note && <NoteChoice />}
      {off && <SwitchedOffBar what={off} state={state} onDone={() => setOff(null)} />}
      {open && (
        <FindingCard
          finding={open}
          snapshot={snapshot}
          state={state}
          onOff={(what) => {
            switchOff(what, state);
            setOff(what);
          }}
        />
      )}
      {snapshot.canUndo && (
        <button type="button" class="link undo" onClick={() => state.command({ name: 'undo' })}>
          {t('panel_undo')}
        </button>
      )}
      <Gaps snapshot={snapshot} state={state} />
      <FindingRows
        title={t('panel_others')}
        findings={rest.filter(({ severity }) => severity !== 'low')}
        snapshot={snapshot}
        state={state}
      />
      <FindingRows
        title={t('panel_hints')}
        findings={rest.filter(({ severity }) => severity === 'low')}
        snapshot={snapshot}
        state={state}
        soft
      />
      {!note && !hides.includes('strengths') && <Strengths review={review} />}
      {!hides.includes('commitments') && <Commitments review={review} draft={snapshot.draft} />}
      <KindUnknown surface={snapshot.surface} />
    </>
  );
}
