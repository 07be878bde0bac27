/** Adds what the coach did not see: where it stands, which principle, and why. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Missed } from '../../audit/verdict';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../../engine/principles';
import type { PrincipleId, Span } from '../../engine/types';
import { quote } from '../../panel/excerpt';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { sentencesOf } from './sentences';

interface Props {
  draft: string;
  /** What was selected when the form was asked for. */
  selected: Span | null;
  onAdd(missed: Missed): void;
  onCancel(): void;
}

export function MissedForm({ draft, selected: now, onAdd, onCancel }: Props) {
  // The focus in a field takes the selection away.
  const [selected] = useState(now);
  // Without a selection a sentence can be chosen: nobody needs a mouse for this.
  const places = [...(selected ? [selected] : []), ...sentencesOf(draft), { start: 0, end: draft.length }];
  const [place, setPlace] = useState(0);
  const [principle, setPrinciple] = useState<PrincipleId | ''>('');
  const [note, setNote] = useState('');
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useEffect(() => first.current?.focus(), []);
  const { start, end } = places[place] as Span;
  return (
    <form
      class="missed-form card"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (principle === '') return;
        const words = note.trim();
        onAdd({ principle, start, end, quote: draft.slice(start, end), ...(words && { note: words }) });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <h3 id={id}>{t('replies_missed_title')}</h3>
      {selected ? (
        <p class="soft">{t('panel_quote', quote(draft, selected, 160))}</p>
      ) : (
        <label>
          {t('replies_missed_where')}
          <select class="field" value={place} onChange={(event) => setPlace(Number(event.currentTarget.value))}>
            {places.map((span, index) => (
              <option key={`${span.start}-${span.end}`} value={index}>
                {index === places.length - 1 ? t('replies_whole') : quote(draft, span, 70)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('replies_column_principle')}
        <select
          class="field"
          ref={first}
          required
          value={principle}
          onChange={(event) => setPrinciple(event.currentTarget.value as PrincipleId | '')}
        >
          <option value="">{t('replies_choose')}</option>
          <Group title={t('options_phrases')} ids={PHRASE_PRINCIPLES} />
          <Group title={t('options_draft')} ids={DRAFT_PRINCIPLES} />
        </select>
      </label>
      <label>
        {t('replies_note')}
        <input
          class="field"
          type="text"
          maxLength={500}
          autocomplete="off"
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button type="submit" class="button primary" disabled={principle === ''}>
          {t('replies_missed_add')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('replies_cancel')}
        </button>
      </div>
    </form>
  );
}

function Group({ title, ids }: { title: string; ids: readonly PrincipleId[] }) {
  return (
    <optgroup label={title}>
      {ids.map((id) => (
        <option key={id} value={id}>
          {principleLabel(id)}
        </option>
      ))}
    </optgroup>
  );
}
