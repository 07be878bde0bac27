import type { Notice } from '../messages';
import { t } from '../ui/text';

/** A notice in plain words. */
export function noticeText(notice: Notice): string {
  switch (notice.id) {
    case 'changed':
      return t('card_changed');
    case 'refused':
      return t('card_refused');
    case 'engine':
      return t('card_engine', notice.text);
  }
}
