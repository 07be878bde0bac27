/** Gaps that are still open, each with a way to fill it. They are no findings: a gap is work begun, not a fault. */
import { useRef } from 'preact/hooks';
import type { Gap } from '../engine/types';
import type { Snapshot } from '../messages';
import { t } from '../ui/text';
import { leadIn } from './excerpt';
import type { PanelState } from './state';
import { clockOf, timeChoices } from './time-choices';

export function Gaps({ snapshot, state }: { snapshot: Snapshot; state: PanelState }) {
  const gaps = snapshot.review?.gaps ?? [];
  if (gaps.length === 0) return null;
  return (
    <section class="card gaps" aria-label={t('panel_gaps')}>
      <h2 class="small">{t('panel_gaps')}</h2>
      <ul>
        {gaps.map((gap) => (
          <GapRow key={`${gap.name}-${gap.start}`} gap={gap} snapshot={snapshot} state={state} />
        ))}
      </ul>
    </section>
  );
}

function GapRow({ gap, snapshot, state }: { gap: Gap; snapshot: Snapshot; state: PanelState }) {
  const field = useRef<HTMLInputElement>(null);
  const before = snapshot.draft.slice(0, gap.start);
  const choices = timeChoices(gap.name, before, clockOf(snapshot.review?.language ?? 'en'));
  const fill = (text: string) => state.command({ name: 'fill-gap', gap, text });
  return (
    <li>
      <button
        type="button"
        class="where"
        title={t('panel_gap_show')}
        onClick={() => state.command({ name: 'fill-gap', gap })}
      >
        {leadIn(snapshot.draft, gap)}
        <span class="gap">{snapshot.draft.slice(gap.start, gap.end)}</span>
        <span class="visually-hidden">. {t('panel_gap_show')}</span>
      </button>
      {choices.length > 0 && (
        <fieldset class="choices" aria-label={t('panel_gap_choose', gap.name)}>
          {choices.map((choice) => (
            <button key={choice} type="button" class="button small" onClick={() => fill(choice)}>
              {choice}
            </button>
          ))}
        </fieldset>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = field.current?.value.trim();
          if (text) fill(text);
          else field.current?.focus();
        }}
      >
        <input
          ref={field}
          type="text"
          maxLength={500}
          autocomplete="off"
          placeholder={t('panel_gap_placeholder')}
          aria-label={t('panel_gap_type', gap.name)}
        />
        <button type="submit" class="button small">
          {t('panel_gap_fill')}
        </button>
      </form>
    </li>
  );
}
