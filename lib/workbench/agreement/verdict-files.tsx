/** Verdicts to a file, and another reviewer's from one. */
import { useState } from 'preact/hooks';
import { findReplies, mergeVerdicts, readVerdictFile, VerdictFileError, verdictFile } from '../../audit/verdict-file';
import { FileButton } from '../../ui/file-button';
import { saveFile } from '../../ui/save-file';
import { plural, t } from '../../ui/text';
import { number } from '../format';
import { extensionVersion } from '../insights/source';
import type { OpenRun } from '../types';

/** Ids that are named of those that were not found. */
const NAMED = 5;
/** Replies that are read at a time to find those of a file. */
const PAGE = 500;

export function VerdictFiles({ open }: { open: OpenRun }) {
  const [news, setNews] = useState<string[]>([]);
  const [reading, setReading] = useState(false);
  const verdicts = open.verdicts.value;

  const save = async () => {
    const replies = await open.read([...new Set(verdicts.map(({ seq }) => seq))]);
    const ids = new Map(replies.map(({ reply }) => [reply.seq, reply.id]));
    const { name } = open.run.value;
    const text = verdictFile(verdicts, (seq) => ids.get(seq), {
      audit: name,
      coach: `${t('extensionName')} ${extensionVersion()}`,
      exported: new Date().toISOString(),
    });
    saveFile(new Blob([text], { type: 'application/json' }), `${name} ${t('agreement_file')}.json`);
  };
  const add = async (file: File) => {
    setReading(true);
    try {
      setNews(await takeFile(open, await file.text()));
    } catch (error) {
      setNews([t('agreement_file_failed', file.name), reasonOf(error as Error)]);
    }
    setReading(false);
  };

  return (
    <div class="verdict-files">
      <div class="actions">
        <button type="button" class="button" disabled={verdicts.length === 0} onClick={save}>
          {t('agreement_save')}
        </button>
        <FileButton
          label={t('agreement_add')}
          accept=".json,application/json"
          disabled={reading}
          onFile={(file) => void add(file)}
        />
      </div>
      <div role="status">
        {reading && <p class="soft">{t('agreement_reading')}</p>}
        {news.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

/** Keeps what the file brings. Gives what is to be said of it. */
async function takeFile(open: OpenRun, json: string): Promise<string[]> {
  const file = readVerdictFile(json);
  const repliesAt = async (seqs: number[]) => (await open.read(seqs)).map(({ reply }) => reply);
  const seqOf = await findReplies(file, repliesAt, async function* () {
    const end = open.columns.value.length;
    for (let from = 0; from < end; from += PAGE) {
      yield await repliesAt(Array.from({ length: Math.min(PAGE, end - from) }, (_, at) => from + at));
    }
  });
  const { take, newer, known, unknown } = mergeVerdicts(file, open.run.value.id, open.verdicts.value, seqOf);
  await open.judge(take);
  const names = [...new Set(take.map(({ reviewer }) => reviewer))].sort((a, b) => a.localeCompare(b)).join(', ');
  return [
    take.length > 0 ? plural('agreement_taken', take.length, number(take.length), names) : t('agreement_nothing_new'),
    newer > 0 && plural('agreement_newer', newer),
    known > 0 && plural('agreement_known', known),
    unknown.length > 0 &&
      plural(
        'agreement_unknown',
        unknown.length,
        unknown.slice(0, NAMED).join(', ') + (unknown.length > NAMED ? ' …' : ''),
      ),
  ].filter((line) => line !== false);
}

function reasonOf(error: Error): string {
  if (!(error instanceof VerdictFileError)) return error.message;
  return error.why === 'shape' ? t('agreement_file_shape', error.place) : t(`agreement_file_${error.why}`);
}
