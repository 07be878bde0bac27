/** Makes a list for the day: how many replies, drawn how, from what the table shows. */
import { useState } from 'preact/hooks';
import type { Columns } from '../../audit/columns';
import type { Verdict, WorkList } from '../../audit/model';
import { disputedOf, drawSeqs, howOf, WAYS, type Way } from '../../audit/work-list';
import { Dialog } from '../../ui/dialog';
import { language, plural, t } from '../../ui/text';

interface Props {
  run: string;
  columns: Columns;
  /** What the table shows. */
  seqs: Uint32Array;
  done: ReadonlySet<number>;
  verdicts: readonly Verdict[];
  onMade(list: WorkList): void;
  onClose(): void;
}

const SIZE = 20;
const MOST = 1000;

export function NewList({ run, columns, seqs, done, verdicts, onMade, onClose }: Props) {
  const today = new Date();
  const [way, setWay] = useState<Way>('telling');
  const [size, setSize] = useState(String(SIZE));
  const [open, setOpen] = useState(true);
  const [name, setName] = useState('');
  const [seed, setSeed] = useState(today.toISOString().slice(0, 10));
  const from = open ? seqs.filter((seq) => !done.has(seq)) : seqs;
  const wanted = Math.min(MOST, Math.max(0, Math.floor(Number(size)) || 0));
  const count = Math.min(wanted, from.length);
  const ways = columns.agents.length > 1 ? WAYS : WAYS.filter((one) => one === 'telling' || one === 'random');
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(today);
  const named = t('replies_list_named', day, t(`replies_way_${way}`));

  const make = () =>
    onMade({
      id: crypto.randomUUID(),
      run,
      name: name.trim() || named,
      createdAt: today.toISOString(),
      how: howOf(way),
      seqs: drawSeqs(columns, from, { way, size: count, seed, disputed: disputedOf(verdicts) }),
    });

  return (
    <Dialog class="replies-dialog" title={t('replies_new_list')} onClose={onClose}>
      <form
        class="new-list"
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0) make();
        }}
      >
        <fieldset>
          <legend class="visually-hidden">{t('replies_way')}</legend>
          {ways.map((one) => (
            <label key={one} class="way">
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
              <span>
                {t(`replies_way_${one}`)}
                <span class="soft"> {t(`replies_way_${one}_text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label class="line">
          {t('replies_list_size')}
          <input
            class="field"
            type="number"
            min="1"
            max={MOST}
            value={size}
            onInput={(event) => setSize(event.currentTarget.value)}
          />
        </label>
        <label class="line">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
          {t('replies_list_open_only')}
        </label>
        <label class="line">
          {t('replies_list_name')}
          <input
            class="field"
            type="text"
            maxLength={120}
            autocomplete="off"
            placeholder={named}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <details class="fold">
          <summary>{t('action_more')}</summary>
          <label class="line">
            {t('replies_seed')}
            <input
              class="field"
              type="text"
              autocomplete="off"
              value={seed}
              onInput={(event) => setSeed(event.currentTarget.value)}
            />
          </label>
          <p class="soft">{t('replies_seed_text')}</p>
        </details>
        <p class="soft" role="status">
          {plural('replies_list_from', from.length)}
        </p>
        <div class="actions">
          <button type="submit" class="button primary" disabled={count === 0}>
            {plural('replies_list_make', count)}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t('replies_cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
