/** What the lists and their choices are called. */
import type { StrengthId } from '../../engine/types';
import { quote } from '../../panel/excerpt';
import type { SnippetKind } from '../../phrasebank/layer';
import { keyPart, strengthLabel } from '../../ui/principles';
import { t } from '../../ui/text';
import type { List, ListId, Row } from './lists';

export const listTitle = (id: ListId): string => t(`studio_list_${id}`);

/** A choice of a list in words. */
export function choiceLabel(list: ListId, choice: string): string {
  return list === 'snippets'
    ? t(`studio_snippet_${keyPart(choice as SnippetKind)}`)
    : strengthLabel(choice as StrengthId);
}

/** A cell as it is shown. */
export const cellText = ({ id, columns }: List, cell: string, column: number): string =>
  columns[column]?.choices?.includes(cell) ? choiceLabel(id, cell) : cell;

/** A row's name in a sentence. */
export const nameOf = ([text = '']: Row): string => quote(text, { start: 0, end: text.length }, 48);
