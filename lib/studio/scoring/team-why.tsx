/** Why a principle matters, in the team's words, with the built-in ones beside them. */
import { useId, useRef, useState } from 'preact/hooks';
import type { PrincipleId } from '../../engine/types';
import type { Why } from '../../messages';
import type { Layer, TeamWhy } from '../../phrasebank/layer';
import { plainFault } from '../../phrasebank/plain-text';
import { principleLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import { WhyText } from '../../ui/why-text';
import { useKept } from '../use-kept';
import type { Save } from '../use-save';
import { withWhy } from './differences';

interface Props {
  id: PrincipleId;
  builtIn: Why;
  layer: Layer;
  save: Save;
}

/** As the phrase banks themselves. */
const FIELDS = [
  { id: 'short', longest: 200, rows: 2 },
  { id: 'long', longest: 1200, rows: 6 },
  { id: 'before', longest: 400, rows: 2 },
  { id: 'after', longest: 600, rows: 2 },
] as const;
type Texts = Record<(typeof FIELDS)[number]['id'], string>;

export function TeamWhyText({ id, builtIn, layer, save }: Props) {
  const team = layer.why[id];
  const [draft, setDraft] = useKept<Texts>(`why ${id}`);
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const saved = textsOf({ ...builtIn, ...team });
  const original = textsOf(builtIn);
  if (!draft)
    return (
      <>
        <WhyText why={{ ...builtIn, ...team }} />
        <div class="actions">
          <button type="button" class="button" onClick={() => setDraft(saved)}>
            {t('studio_why_edit')}
          </button>
        </div>
      </>
    );
  const keep = async () => {
    setChecked(true);
    const wrong = FIELDS.findIndex((field) => plainFault(draft[field.id]));
    if (wrong >= 0) return form.current?.querySelectorAll('textarea')[wrong]?.focus();
    const said = whyOf(draft, original);
    if (await save((now) => withWhy(now, id, said), t('studio_note_why', principleLabel(id)))) setDraft(null);
  };
  return (
    <form
      class="team-why"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p class="column-titles soft" aria-hidden="true">
        <span>{t('studio_why_yours')}</span>
        <span>{t('studio_built_in')}</span>
      </p>
      {FIELDS.map((field) => (
        <Field
          key={field.id}
          {...field}
          value={draft[field.id]}
          original={original[field.id]}
          fault={checked ? plainFault(draft[field.id]) : null}
          onChange={(text) => setDraft({ ...draft, [field.id]: text })}
        />
      ))}
      <div class="actions">
        <button type="submit" class="button primary">
          {t('studio_keep')}
        </button>
        <button type="button" class="button" onClick={() => setDraft(null)}>
          {t('studio_cancel')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  id: keyof Texts;
  longest: number;
  rows: number;
  value: string;
  original: string;
  fault: ReturnType<typeof plainFault>;
  onChange(text: string): void;
}

function Field({ id, longest, rows, value, original, fault, onChange }: FieldProps) {
  const [field, beside, wrong] = [useId(), useId(), useId()];
  const changed = value.trim() !== original;
  return (
    <div class="why-field">
      <div>
        <label for={field}>
          {t(`studio_why_${id}`)} {changed && <span class="badge">{t('studio_changed')}</span>}
        </label>
        <textarea
          id={field}
          class="field"
          rows={rows}
          maxLength={longest}
          required
          value={value}
          aria-invalid={fault !== null}
          aria-describedby={fault ? `${wrong} ${beside}` : beside}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {fault && (
          <p class="fault" id={wrong}>
            {t(`studio_fault_${fault}`)}
          </p>
        )}
      </div>
      <div class="original">
        <p class="soft" id={beside}>
          <span class="visually-hidden">{t('studio_built_in')}: </span>
          {original}
        </p>
        {changed && (
          <button type="button" class="button small" onClick={() => onChange(original)}>
            {t('studio_back')}
            <span class="visually-hidden">: {t(`studio_why_${id}`)}</span>
          </button>
        )}
      </div>
    </div>
  );
}

const textsOf = ({ short, long, example }: Why): Texts => ({ short, long, ...example });

/** Only what differs; an example is one thing. */
function whyOf(draft: Texts, original: Texts): TeamWhy {
  const text = Object.fromEntries(FIELDS.map(({ id }) => [id, draft[id].trim() || original[id]])) as Texts;
  const { short, long, before, after } = text;
  return {
    ...(short !== original.short && { short }),
    ...(long !== original.long && { long }),
    ...((before !== original.before || after !== original.after) && { example: { before, after } }),
  };
}
