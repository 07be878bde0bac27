/** A file is chosen: what its columns mean, whom to mask, what to call it; and what comes of it. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Mapping, Masking } from '../../audit/model';
import { t } from '../../ui/text';
import { size } from '../home/words';
import { routeHash } from '../route';
import type { Runs } from '../types';
import { FORMAT_NAMES } from './format-of';
import type { Chosen } from './import';
import { MappingForm } from './mapping-form';
import { Preview } from './preview';
import { rememberMapping } from './remembered';
import { missingRoles } from './roles';
import { previewOf } from './sample';

const MASKS: readonly Masking[] = [false, 'customers', 'everyone'];

export function Prepare({ chosen, runs, onBack }: { chosen: Chosen; runs: Runs; onBack(): void }) {
  const { file, format, sample } = chosen;
  const mapping = useSignal<Mapping>(chosen.mapping);
  const mask = useSignal<Masking>(false);
  const name = useSignal(file.name.replace(/\.[a-z]+$/i, ''));
  const problem = useSignal('');
  const starting = useSignal(false);
  const preview = useComputed(() => previewOf(sample, mapping.value, mask.value));
  const heading = useRef<HTMLHeadingElement>(null);
  // The page has changed under who uses a screen reader.
  useEffect(() => heading.current?.focus(), []);

  const start = async (event: Event) => {
    event.preventDefault();
    const [missing] = missingRoles(mapping.value);
    problem.value = missing
      ? t('import_missing')
      : preview.value.replies.length === 0 && sample.whole
        ? t('import_none')
        : '';
    if (missing) document.querySelector<HTMLElement>(`#column-${missing}`)?.focus();
    if (problem.value) return;
    starting.value = true;
    try {
      const run = await runs.start({
        file,
        name: name.value.trim() || file.name,
        format,
        mapping: mapping.value,
        mask: mask.value,
        ...(chosen.helpdesk && { helpdesk: chosen.helpdesk }),
      });
      // The run goes on without it: next time there is a guess again.
      await rememberMapping(sample.columns, mapping.value).catch(() => {});
      location.hash = routeHash({ view: 'replies', run, filter: {} });
    } catch (error) {
      problem.value = (error as Error).message;
      starting.value = false;
    }
  };

  return (
    <>
      <div class="import-head">
        <h1 ref={heading} tabIndex={-1}>
          {file.name}
        </h1>
        <button type="button" class="button" onClick={onBack}>
          {t('import_other')}
        </button>
      </div>
      <p class="import-facts">
        <span class="chip" data-known={chosen.remembered || chosen.helpdesk !== undefined}>
          {recognised(chosen)}
        </span>
        <span class="soft">
          {FORMAT_NAMES[format]}, {size(file.size)}
        </span>
        {chosen.sample.progress.encoding === 'windows-1252' && <span class="soft">{t('import_windows')}</span>}
        {chosen.sample.progress.unreadable > 0 && <span class="soft">{t('import_replaced')}</span>}
      </p>
      <div class="import-grid">
        <form class="card" onSubmit={start} noValidate>
          <h2>{t('import_columns')}</h2>
          <MappingForm sample={sample} mapping={mapping.value} onChange={(next) => (mapping.value = next)} />
          <fieldset class="plain choices">
            <legend>{t('import_mask')}</legend>
            {MASKS.map((each) => (
              <label key={String(each)}>
                <input type="radio" name="mask" checked={mask.value === each} onChange={() => (mask.value = each)} />
                <span>
                  {t(`import_mask_${each || 'none'}`)}
                  <small class="soft">{t(`import_mask_${each || 'none'}_text`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <div class="column wide">
            <label for="run-name">{t('import_name')}</label>
            <input
              class="field"
              id="run-name"
              type="text"
              value={name.value}
              maxLength={120}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          </div>
          <p class="problem" role="alert">
            {problem.value}
          </p>
          <button type="submit" class="button primary" disabled={starting.value}>
            {t('import_start')}
          </button>
        </form>
        <Preview sample={sample} preview={preview.value} />
      </div>
    </>
  );
}

function recognised({ helpdesk, remembered }: Chosen): string {
  if (remembered) return t('import_as_before');
  return helpdesk ? t('import_looks_like', helpdesk) : t('import_guess');
}
