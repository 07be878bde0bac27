/** Which rules agents leave most: where a rule may ask too much, or ask it in the wrong place. */
import { useState } from 'preact/hooks';
import { FileButton } from '../../ui/file-button';
import { plural, t } from '../../ui/text';
import { number, period } from '../../workbench/format';
import type { PartProps } from '../scoring/part';
import { leftRules } from './left-rules';
import { LeftTable } from './left-table';
import { type OpenFault, openCounts, opened } from './open-counts';

export function Left({ rulebook, layer }: PartProps) {
  const [faults, setFaults] = useState<OpenFault[]>([]);
  const [over, setOver] = useState(false);
  const files = opened.value;
  const open = async (chosen: readonly File[]) => setFaults(await openCounts(chosen));
  const { ranked, few, replies, from, to } = leftRules(files);
  return (
    <section
      class="left"
      data-over={over}
      aria-labelledby="left-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void open([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <header>
        <h2 id="left-title">{t('studio_scoring_left')}</h2>
        <div class="actions">
          <FileButton
            label={t('studio_left_open')}
            accept=".json,application/json"
            primary={files.length === 0}
            onFiles={(chosen) => void open(chosen)}
          />
          {files.length > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => {
                opened.value = [];
                setFaults([]);
              }}
            >
              {t('studio_left_close')}
            </button>
          )}
        </div>
      </header>
      <p class="soft lead">{t('studio_left_text')}</p>
      <div role="alert">
        {faults.map(({ file, why, faults: wrong }) => (
          <p key={file} class="problem">
            {t(`studio_left_${why}`, file)} {wrong.slice(0, 3).join(' · ')}
          </p>
        ))}
      </div>
      {files.length === 0 ? (
        <p class="soft nothing">{t('studio_left_none')}</p>
      ) : (
        <>
          <p role="status">
            {[
              plural('studio_left_files', files.length),
              plural('studio_left_replies', replies, number(replies)),
              from && period({ from, to }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {ranked.length > 0 ? (
            <LeftTable rules={ranked} rulebook={rulebook} layer={layer} title={t('studio_scoring_left')} />
          ) : (
            <p class="soft nothing">{t('studio_left_no_rank')}</p>
          )}
          {few.length > 0 && (
            <details>
              <summary>{plural('studio_left_few', few.length)}</summary>
              <LeftTable rules={few} rulebook={rulebook} layer={layer} title={t('studio_left_few_title')} few />
            </details>
          )}
        </>
      )}
    </section>
  );
}
