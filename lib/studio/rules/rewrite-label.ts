/** A rewrite in words: a text as it is, and what a grammar move does. */
import { keyPart } from '../../ui/principles';
import { type MessageKey, t } from '../../ui/text';

export const isMove = (rewrite: string): boolean => rewrite.startsWith('@');

export function rewriteLabel(rewrite: string): string {
  if (!isMove(rewrite)) return rewrite;
  const key = `rules_move_${keyPart(rewrite.slice(1))}` as MessageKey;
  const label = t(key);
  return label === key ? t('rules_move_other', rewrite.slice(1)) : label;
}
