/** The team's own lists: what each is made of, and where in the layer it stands. Pure. */
import { STRENGTHS } from '../../engine/principles';
import { CONVERSATION_SLOTS } from '../../engine/rewrite/nameable';
import type { StrengthId } from '../../engine/types';
import type { Layer, SnippetKind } from '../../phrasebank/layer';
import { plainFault } from '../../phrasebank/plain-text';
import { spellings } from '../../phrasebank/spellings';

export const LIST_IDS = ['avoid', 'fine', 'strengths', 'snippets'] as const;
export type ListId = (typeof LIST_IDS)[number];

/** An item of a list as it is typed: one text for each of its columns. The first tells it from the others. */
export type Row = readonly string[];

export interface Column {
  id: 'say' | 'instead' | 'word' | 'phrase' | 'strength' | 'text' | 'kind';
  longest: number;
  /** May be left empty. */
  optional?: true;
  /** Several spellings, with commas between them. */
  spellings?: true;
  /** Goes into the draft as it is: over several lines, with slots and gaps. */
  draft?: true;
  /** One of these. */
  choices?: readonly string[];
}

export interface List {
  id: ListId;
  /** Rows at most. */
  most: number;
  columns: readonly Column[];
  rows(layer: Layer): Row[];
  withRows(layer: Layer, rows: readonly Row[]): Layer;
}

/* As parseLayer has it: what is refused there is not taken here. */
const PHRASE = 400;
const SNIPPET = 1000;
const MOST_WORDS = 5000;
export const SNIPPET_KINDS: readonly SnippetKind[] = ['opening', 'next-step', 'follow-up', 'boundary'];

/** A row has a text for each column, so that none is missing here. */
const cell = (row: Row, at: number): string => row[at] ?? '';

export const LISTS: Record<ListId, List> = {
  avoid: {
    id: 'avoid',
    most: MOST_WORDS,
    columns: [
      { id: 'say', longest: PHRASE, spellings: true },
      { id: 'instead', longest: PHRASE, optional: true },
    ],
    rows: ({ words }) => words.avoid.map(({ say, instead }) => [say, instead]),
    withRows: (layer, rows) => ({
      ...layer,
      words: { ...layer.words, avoid: rows.map((row) => ({ say: cell(row, 0), instead: cell(row, 1) })) },
    }),
  },
  fine: {
    id: 'fine',
    most: MOST_WORDS,
    columns: [{ id: 'word', longest: PHRASE, spellings: true }],
    rows: ({ words }) => words.fine.map((word) => [word]),
    withRows: (layer, rows) => ({ ...layer, words: { ...layer.words, fine: rows.map((row) => cell(row, 0)) } }),
  },
  strengths: {
    id: 'strengths',
    most: 1000,
    columns: [
      { id: 'phrase', longest: PHRASE, spellings: true },
      { id: 'strength', longest: PHRASE, choices: STRENGTHS },
    ],
    rows: ({ strengths }) => strengths.map(({ say, strength }) => [say, strength]),
    withRows: (layer, rows) => ({
      ...layer,
      strengths: rows.map((row) => ({ say: cell(row, 0), strength: cell(row, 1) as StrengthId })),
    }),
  },
  snippets: {
    id: 'snippets',
    most: 500,
    columns: [
      { id: 'text', longest: SNIPPET, draft: true },
      { id: 'kind', longest: PHRASE, choices: SNIPPET_KINDS },
    ],
    rows: ({ snippets }) => snippets.map(({ text, kind }) => [text, kind]),
    withRows: (layer, rows) => ({
      ...layer,
      snippets: rows.map((row) => ({ text: cell(row, 0), kind: cell(row, 1) as SnippetKind })),
    }),
  },
};

/** As it is kept: white space that nobody meant is gone. */
export function tidied(row: Row, { columns }: List): Row {
  return columns.map(({ draft }, at) =>
    draft
      ? cell(row, at)
          .replace(/[^\S\n]+/g, ' ')
          .replace(/ ?\n ?/g, '\n')
          .trim()
      : cell(row, at).replace(/\s+/g, ' ').trim(),
  );
}

/** What keeps a tidied row from being taken. */
export type RowFault = 'empty' | 'long' | 'choice' | 'html' | 'link' | 'slot';

/** The first fault of each column that has one. */
export function rowFaults(row: Row, { columns }: List): { column: number; fault: RowFault }[] {
  return columns.flatMap((column, at) => {
    const fault = cellFault(cell(row, at), column);
    return fault ? [{ column: at, fault }] : [];
  });
}

function cellFault(text: string, { longest, optional, choices, draft, ...column }: Column): RowFault | null {
  if (choices) return choices.includes(text) ? null : 'choice';
  if (!(column.spellings ? spellings(text).length : text)) return optional ? null : 'empty';
  if (text.length > longest) return 'long';
  const fault = plainFault(text);
  if (fault) return fault;
  // What else stands in braces would go to the customer as it is.
  return draft && /[{}]/.test(text.replace(SLOT, '')) ? 'slot' : null;
}

const SLOT = new RegExp(`\\{(?:${CONVERSATION_SLOTS.join('|')})\\}`, 'g');

/** By what two rows of a list are the same one. */
export const keyOf = (row: Row): string => cell(row, 0).toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();

/** Whether a row has all the words of a search in it. */
export function holds(row: Row, search: string, labels: (cell: string, column: number) => string): boolean {
  const text = row.map(labels).join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
