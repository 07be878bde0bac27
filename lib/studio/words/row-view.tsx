/** One row as it is read: what it says, what is odd about it, and the ways to change it. */
import { Attention, Cross } from '../../ui/icons';
import { keyPart } from '../../ui/principles';
import { t } from '../../ui/text';
import { routeHash } from '../route';
import type { Clash } from './clashes';
import { cellText, listTitle, nameOf } from './labels';
import type { List, Row } from './lists';

interface Props {
  list: List;
  row: Row;
  clashes: readonly Clash[];
  onEdit(): void;
  onRemove(): void;
}

export function RowView({ list, row, clashes, onEdit, onRemove }: Props) {
  const name = nameOf(row);
  return (
    <>
      <div class="said">
        <Said list={list} row={row} />
        {clashes.map(({ kind, word, other }) => (
          <p key={`${kind} ${word}`} class="clash">
            <Attention /> {t(`studio_clash_${keyPart(kind)}`, word)}{' '}
            <a href={routeHash({ view: 'words', at: other.list, query: new URLSearchParams({ q: word }).toString() })}>
              {t('studio_clash_see', listTitle(other.list))}
            </a>
          </p>
        ))}
      </div>
      <div class="row-actions">
        <button type="button" class="button small edit" aria-label={t('studio_row_edit', name)} onClick={onEdit}>
          {t('studio_edit')}
        </button>
        <button
          type="button"
          class="button small icon remove"
          aria-label={t('studio_row_remove', name)}
          title={t('studio_row_remove', name)}
          onClick={onRemove}
        >
          <Cross />
        </button>
      </div>
    </>
  );
}

export function Said({ list, row: [text = '', more = ''] }: Pick<Props, 'list' | 'row'>) {
  if (list.id === 'avoid')
    return (
      <p class="pair">
        <del>{text}</del>
        {more && <span aria-hidden="true">→</span>}
        {more ? <ins>{more}</ins> : <span class="soft">{t('studio_no_instead')}</span>}
      </p>
    );
  if (list.id === 'fine') return <p>{text}</p>;
  return (
    <p class="pair">
      <span class="words-said">{list.id === 'snippets' ? <Snippet text={text} /> : text}</span>
      <span class="chip">{cellText(list, more, 1)}</span>
    </p>
  );
}

/** With its slots and gaps marked, as the card in the page marks them. */
function Snippet({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\{\w+\}|\[[^\]]*\])/).map((part, at) =>
        at % 2 ? (
          <span key={at} class="gap">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
