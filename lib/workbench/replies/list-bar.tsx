/** The reviewer's lists: how far the one on show is, the others, and a new one. */
import type { WorkList } from '../../audit/model';
import { Popover } from '../../ui/popover';
import { plural, t } from '../../ui/text';
import { Cap } from './cap';

interface Props {
  lists: readonly WorkList[];
  shown: WorkList | null;
  done: ReadonlySet<number>;
  onShow(list: WorkList | null): void;
  onNext(): void;
  onRemove(list: WorkList): void;
}

export function ListMenu({ lists, shown, done, onShow }: Pick<Props, 'lists' | 'shown' | 'done' | 'onShow'>) {
  if (lists.length === 0) return null;
  return (
    <Popover label={t('replies_lists')} title={t('replies_lists')} active={shown !== null}>
      {(close) => (
        <ul class="list-menu">
          {lists.map((list) => (
            <li key={list.id}>
              <button
                type="button"
                aria-current={list.id === shown?.id}
                onClick={() => {
                  close();
                  onShow(list);
                }}
              >
                <span class="cut">{list.name}</span>
                <span class="soft">{t('replies_of', doneOf(list, done), list.seqs.length)}</span>
              </button>
            </li>
          ))}
          {shown && (
            <li>
              <button
                type="button"
                onClick={() => {
                  close();
                  onShow(null);
                }}
              >
                {t('replies_list_leave')}
              </button>
            </li>
          )}
        </ul>
      )}
    </Popover>
  );
}

export function ListBar({ shown, done, onShow, onNext, onRemove }: Omit<Props, 'lists'>) {
  if (!shown) return null;
  const count = doneOf(shown, done);
  const all = shown.seqs.length;
  const over = count >= all;
  return (
    <section class="list-bar" aria-label={t('replies_list')}>
      <b class="cut">{shown.name}</b>
      <span class="meter" aria-hidden="true">
        <span style={{ inlineSize: `${all ? (count / all) * 100 : 100}%` }} />
      </span>
      <span role="status">{over ? plural('replies_list_over', all) : t('replies_list_done', count, all)}</span>
      <span class="spacer" />
      {!over && (
        <button type="button" class="button primary" aria-keyshortcuts="o" onClick={onNext}>
          {t(count ? 'replies_list_go_on' : 'replies_list_begin')} <Cap of="next-open" />
        </button>
      )}
      <button type="button" class="button" onClick={() => onShow(null)}>
        {t('replies_list_leave')}
      </button>
      <Popover label={t('replies_list_remove')} title={t('replies_list_remove')}>
        {(close) => (
          <>
            <p>{t('replies_list_remove_text')}</p>
            <div class="actions">
              <button type="button" class="button" onClick={() => onRemove(shown)}>
                {t('replies_list_remove_yes')}
              </button>
              <button type="button" class="button" onClick={close}>
                {t('replies_cancel')}
              </button>
            </div>
          </>
        )}
      </Popover>
    </section>
  );
}

export function doneOf({ seqs }: WorkList, done: ReadonlySet<number>): number {
  return seqs.filter((seq) => done.has(seq)).length;
}
