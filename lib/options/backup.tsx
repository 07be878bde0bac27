/** Everything in one file, and back. */
import { useEffect, useState } from 'preact/hooks';
import type { Part } from '../store/backup/format';
import { readBackup, type Staged } from '../store/backup/read';
import { writeBackup } from '../store/backup/write';
import { openDatabase } from '../store/database';
import { dayOf } from '../store/days';
import { FileError } from '../store/file-faults';
import { loadPackState } from '../store/pack-state';
import type { Settings } from '../store/settings';
import { FileButton } from '../ui/file-button';
import { saveFile } from '../ui/save-file';
import { plural, t } from '../ui/text';
import { size } from '../workbench/home/words';
import { RestoreDialog } from './restore-dialog';
import { Section } from './section';
import type { OptionsState } from './state';

const ALWAYS: readonly Part[] = ['counts', 'studio', 'pack', 'mappings', 'verdicts'];
const MOST_FAULTS = 5;

interface News {
  text: string;
  faults?: readonly string[];
}

export function Backup({ settings, state }: { settings: Settings; state: OptionsState }) {
  const [there, setThere] = useState({ audits: 0, bytes: 0, keys: 0 });
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set());
  const [progress, setProgress] = useState<{ text: string; share: number } | null>(null);
  const [staged, setStaged] = useState<Staged | null>(null);
  const [news, setNews] = useState<News | null>(null);
  useEffect(() => {
    lookAround().then(setThere, console.error);
  }, []);

  const busy = async (text: string, work: (onProgress: (done: number, all: number) => void) => Promise<void>) => {
    setNews(null);
    setProgress({ text, share: 0 });
    try {
      await work((done, all) => setProgress({ text, share: all ? done / all : 1 }));
    } catch (error) {
      const faults =
        error instanceof FileError ? error.faults : [error instanceof Error ? error.message : String(error)];
      setNews({ text: t('options_backup_failed'), faults: faults.slice(0, MOST_FAULTS) });
    } finally {
      setProgress(null);
    }
  };

  const save = () =>
    busy(t('options_backup_saving'), async (onProgress) => {
      const livePack = (await loadPackState()).live?.digest ?? null;
      const db = await openDatabase();
      try {
        const parts = new Set([...ALWAYS, ...chosen]);
        const file = await writeBackup(db, { settings, parts, livePack, madeAt: new Date().toISOString(), onProgress });
        saveFile(file, `reframe-backup-${dayOf(new Date())}.jsonl`);
        setNews({ text: t('options_backup_saved', size(file.size)) });
      } finally {
        db.close();
      }
    });
  const open = (file: File) =>
    busy(t('options_backup_reading', file.name), async (onProgress) => setStaged(await readBackup(file, onProgress)));
  const close = () => {
    staged?.close().catch(console.error);
    setStaged(null);
  };
  const toggle = (part: Part) => (event: { currentTarget: HTMLInputElement }) => {
    const next = new Set(chosen);
    if (event.currentTarget.checked) next.add(part);
    else next.delete(part);
    setChosen(next);
  };

  return (
    <Section id="backup" title={t('options_backup')} text={t('options_backup_text')}>
      <div class="card">
        <p>{t('options_backup_always')}</p>
        {there.audits > 0 && (
          <label class="choice">
            <input type="checkbox" checked={chosen.has('audits')} onChange={toggle('audits')} />
            <span>
              {plural('options_backup_audits', there.audits)} <span class="soft">{size(there.bytes)}</span>
            </span>
          </label>
        )}
        {there.keys > 0 && (
          <label class="choice">
            <input type="checkbox" checked={chosen.has('keys')} onChange={toggle('keys')} />
            <span>
              {plural('options_backup_keys', there.keys)}
              {chosen.has('keys') && <span class="warning">{t('options_backup_keys_warn')}</span>}
            </span>
          </label>
        )}
        <div class="actions">
          <button type="button" class="button primary" disabled={progress !== null} onClick={save}>
            {t('options_backup_save')}
          </button>
          <FileButton
            label={t('options_backup_open')}
            accept=".jsonl,application/x-ndjson"
            disabled={progress !== null}
            onFile={open}
          />
        </div>
        {progress && (
          <label class="progress soft">
            {progress.text}
            <progress max={1} value={progress.share} />
          </label>
        )}
        <div role="status" class="news">
          {news && <p class={news.faults ? 'failure' : 'soft'}>{news.text}</p>}
          {news?.faults && (
            <ul class="bullets">
              {news.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {staged && (
        <RestoreDialog
          staged={staged}
          state={state}
          onDone={(text) => {
            close();
            setNews({ text });
          }}
          onClose={close}
        />
      )}
    </Section>
  );
}

/** What there is that need not be taken along. */
async function lookAround(): Promise<{ audits: number; bytes: number; keys: number }> {
  const db = await openDatabase();
  try {
    const runs = await db.getAll('runs');
    return {
      audits: runs.length,
      bytes: runs.reduce((sum, run) => sum + (run.size ?? 0), 0),
      keys: await db.count('signingKeys'),
    };
  } finally {
    db.close();
  }
}
