/** The studio's versions: what changed when, back to any of them, and a colleague's file. */
import { useState } from 'preact/hooks';
import { FileButton } from '../../ui/file-button';
import { t } from '../../ui/text';
import type { ViewProps } from '../page';
import { routeHash } from '../route';
import type { Studio } from '../types';
import { Author } from './author';
import { Compare } from './compare';
import { Incoming } from './incoming';
import { VersionList } from './list';
import { type OpenedFile, openFile } from './open-file';
import { numberBefore } from './summary';

export function Versions({ studio, route }: ViewProps) {
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [news, setNews] = useState('');
  const [problem, setProblem] = useState('');
  const versions = studio.versions.value;
  const [newest] = versions;
  const chosen = versions.find(({ number }) => String(number) === route.at);
  const shown = chosen ?? newest;

  const act = async (work: () => Promise<string>) => {
    setNews('');
    setProblem('');
    try {
      setNews(await work());
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const take = (chosen: File) => {
    void act(async () => {
      setFile(await openFile(chosen, studio));
      return '';
    });
  };
  const undo = async () => {
    const undone = newest?.number ?? '';
    await studio.undo();
    return t('studio_version_undone', undone);
  };

  return (
    <div class="versions" data-open={chosen !== undefined || file !== null}>
      <div class="versions-bar">
        <h2 class="visually-hidden">{t('studio_versions_title')}</h2>
        <Author studio={studio} />
        <span class="spacer" />
        {newest && (
          <button type="button" class="button" onClick={() => void act(undo)}>
            {t('studio_versions_undo', newest.number)}
          </button>
        )}
        <FileButton label={t('studio_versions_open')} accept=".json,application/json" onFile={take} />
      </div>
      <p class="studio-news" role="status">
        {news}
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
      {file ? (
        <Incoming key={file.digest} file={file} studio={studio} act={act} onClose={() => setFile(null)} />
      ) : shown ? (
        <div class="versions-panes">
          <div class="versions-list">
            <VersionList studio={studio} open={shown.number} />
          </div>
          <Compare
            key={shown.digest}
            studio={studio}
            version={shown}
            from={fromOf(route.query, studio) ?? numberBefore(versions, shown.number)}
            act={(work) => void act(work)}
          />
        </div>
      ) : (
        <Empty />
      )}
    </div>
  );
}

/** The version that the address compares with; null where it names none that is there. */
function fromOf(query: string, { versions }: Studio): number | null {
  const from = new URLSearchParams(query).get('from');
  const known = from === '0' || versions.value.some(({ number }) => String(number) === from);
  return from !== null && known ? Number(from) : null;
}

function Empty() {
  return (
    <section class="studio-empty">
      <h2>{t('studio_versions_none')}</h2>
      <p class="soft">{t('studio_versions_none_text')}</p>
      <a class="button primary" href={routeHash({ view: 'rules' })}>
        {t('studio_versions_first_rule')}
      </a>
    </section>
  );
}
