/** The rows of a run that could not be read: line by line, and as a file to mend them by. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { csvLine } from '../../audit/csv-line';
import { openDatabase, type StoredFault } from '../../store/database';
import { saveFile } from '../../ui/save-file';
import { plural, t } from '../../ui/text';
import { count } from '../home/words';

const SHOWN = 100;

/** `faults`: how many there are, so that the list follows a run that is still reading. */
export function Faults({ run, name, faults }: { run: string; name: string; faults: number }) {
  const shown = useSignal<StoredFault[]>([]);
  useEffect(() => {
    let gone = false;
    void faultsOf(run, SHOWN).then((found) => {
      if (!gone) shown.value = found;
    });
    return () => {
      gone = true;
    };
  }, [run, faults]);
  if (faults === 0) return null;
  // Where names were masked, rows that could not be read were not kept.
  const kept = shown.value.some(({ raw }) => raw !== '');
  return (
    <details class="faults">
      <summary>{plural('audit_faults', faults, count(faults))}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('import_fault_line')}</th>
            <th scope="col">{t('import_fault_reason')}</th>
            {kept && <th scope="col">{t('import_fault_raw')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.value.map((fault) => (
            <tr key={fault.number}>
              <td>{count(Math.floor(fault.line))}</td>
              <td>{fault.reason}</td>
              {kept && (
                <td>
                  <code>{fault.raw}</code>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {faults > SHOWN && <p class="soft">{t('import_more_faults', count(faults - SHOWN))}</p>}
      <button type="button" class="button" onClick={async () => saveFile(await faultsFile(run), `${name} faults.csv`)}>
        {t('import_faults_save')}
      </button>
    </details>
  );
}

async function faultsOf(run: string, most?: number): Promise<StoredFault[]> {
  const db = await openDatabase();
  const found = await db.getAll('faults', IDBKeyRange.bound([run], [run, []]), most);
  db.close();
  return found;
}

/** All of them, with a mark so that spreadsheets know the encoding. */
async function faultsFile(run: string): Promise<Blob> {
  const head = [t('import_fault_line'), t('import_fault_reason'), t('import_fault_raw')];
  const rows = (await faultsOf(run)).map(({ line, reason, raw }) => [Math.floor(line), reason, raw]);
  return new Blob(['\ufeff', ...[head, ...rows].map(csvLine)], { type: 'text/csv;charset=utf-8' });
}
