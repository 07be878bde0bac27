/** What the columns mean, for a person to set right. */
import { isAmbiguous } from '../../audit/import/dates';
import { ticketLink } from '../../audit/import/links';
import { authorBy } from '../../audit/import/words';
import type { Mapping, Role } from '../../audit/model';
import { t } from '../../ui/text';
import { ASKED } from './roles';
import type { Sample } from './sample';

interface Props {
  sample: Sample;
  mapping: Mapping;
  onChange(mapping: Mapping): void;
}

const SHAPES = ['replies', 'messages'] as const;
const ORDERS = { 'day-first': 'import_dates_day', 'month-first': 'import_dates_month' } as const;

export function MappingForm({ sample, mapping, onChange }: Props) {
  const asked = ASKED[mapping.shape];
  const choose = (role: Role, column: string) =>
    onChange({ ...mapping, columns: { ...mapping.columns, [role]: column || undefined } });
  const column = (role: Role) => (
    <Column key={role} role={role} sample={sample} mapping={mapping} onChoose={(name) => choose(role, name)} />
  );
  return (
    <>
      <fieldset class="plain choices">
        <legend>{t('import_shape')}</legend>
        {SHAPES.map((shape) => (
          <label key={shape}>
            <input
              type="radio"
              name="shape"
              checked={mapping.shape === shape}
              onChange={() => onChange({ ...mapping, shape })}
            />
            <span>
              {t(`import_shape_${shape}`)}
              <small class="soft">{t(`import_shape_${shape}_text`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="columns">{[...asked.needed, ...asked.usual].map(column)}</div>
      <DateOrder sample={sample} mapping={mapping} onChange={onChange} />
      <details>
        <summary>{t('import_more_columns')}</summary>
        <div class="columns">{asked.more.map(column)}</div>
        {!mapping.columns.link && mapping.columns.ticket && <Template mapping={mapping} onChange={onChange} />}
      </details>
    </>
  );
}

/** So much of a value is shown under its column. */
const SHOWN = 60;

function Column(props: { role: Role; sample: Sample; mapping: Mapping; onChoose(column: string): void }) {
  const { role, sample, mapping, onChoose } = props;
  const chosen = mapping.columns[role] ?? '';
  const needed = ASKED[mapping.shape].needed.includes(role);
  // A mapping that is remembered may name a column that this file fills nowhere.
  const columns = chosen && !sample.columns.includes(chosen) ? [...sample.columns, chosen] : sample.columns;
  const value = exampleOf(role, sample, mapping);
  const label = labelOf(role, mapping.shape);
  return (
    <div class="column" data-role={role}>
      <label for={`column-${role}`}>{label}</label>
      <select
        class="field"
        id={`column-${role}`}
        value={chosen}
        required={needed}
        aria-invalid={needed && !chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{needed ? t('import_pick') : t('import_no_column')}</option>
        {columns.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      {value && <small class="soft value">{value.replace(/\s+/g, ' ').slice(0, SHOWN)}</small>}
    </div>
  );
}

/** Only where a date of the file could be two. */
function DateOrder({ sample, mapping, onChange }: Props) {
  const column = mapping.columns.date;
  const unclear = sample.rows.map((row) => row.cells[column ?? ''] ?? '').find(isAmbiguous);
  if (!unclear) return null;
  return (
    <fieldset class="plain choices" data-dates>
      <legend>{t('import_dates', unclear.trim())}</legend>
      {(['day-first', 'month-first'] as const).map((order) => (
        <label key={order}>
          <input
            type="radio"
            name="dates"
            checked={mapping.dates === order}
            onChange={() => onChange({ ...mapping, dates: order })}
          />
          <span>{t(ORDERS[order])}</span>
        </label>
      ))}
      {!mapping.dates && <small class="soft">{t('import_dates_unknown')}</small>}
    </fieldset>
  );
}

function Template({ mapping, onChange }: Omit<Props, 'sample'>) {
  const given = mapping.linkTemplate ?? '';
  const wrong = given !== '' && ticketLink('', '1', given) === undefined;
  return (
    <div class="column wide">
      <label for="link-template">{t('import_template')}</label>
      <input
        class="field"
        id="link-template"
        type="url"
        spellcheck={false}
        placeholder="https://example.com/tickets/{ticket}"
        value={given}
        aria-invalid={wrong}
        aria-describedby="link-template-text"
        onInput={(event) => onChange({ ...mapping, linkTemplate: event.currentTarget.value.trim() || undefined })}
      />
      <small id="link-template-text" class={wrong ? 'import-wrong' : 'soft'}>
        {wrong ? t('import_template_wrong') : t('import_template_text')}
      </small>
    </div>
  );
}

/** What stands in the role's column, for an agent where an agent wrote. */
function exampleOf(role: Role, { rows }: Sample, { columns }: Mapping): string {
  const column = columns[role] ?? '';
  const author = columns.author;
  const fits = rows.filter(({ cells }) => cells[column]?.trim());
  const byAgent = author ? fits.find(({ cells }) => authorBy(author, cells[author] ?? '') === 'agent') : undefined;
  return ((role === 'agent' && byAgent) || fits[0])?.cells[column] ?? '';
}

function labelOf(role: Role, shape: Mapping['shape']): string {
  if (role === 'customer-name') return t('import_role_name');
  return role === 'draft' && shape === 'messages' ? t('import_role_message') : t(`import_role_${role}`);
}
