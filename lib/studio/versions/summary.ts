/** What changed, in a line. */
import { useEffect, useState } from 'preact/hooks';
import { type Change, diff, type Tally, tally } from '../../pack/diff';
import type { Content } from '../../pack/items';
import { EMPTY_LAYER } from '../../phrasebank/layer';
import { t } from '../../ui/text';
import { number } from '../../workbench/format';
import type { Studio, Version } from '../types';
import { groupName } from './names';

const KINDS = ['added', 'changed', 'removed'] as const;

/** 'Rules: 2 added, 1 changed · Snippets: 1 added'. */
export function summaryOf(changes: readonly Change[]): string {
  const line = (of: Tally) =>
    t(
      'studio_changes_of',
      groupName(of.group),
      KINDS.filter((kind) => of[kind] > 0)
        .map((kind) => t(`studio_changes_${kind}`, number(of[kind])))
        .join(', '),
    );
  // Of the pack itself there is one: a count would say nothing.
  const lines = tally(changes).map((of) => (of.group === 'about' ? groupName('about') : line(of)));
  return lines.join(' · ') || t('studio_changes_none');
}

/** What a studio begins with, before its first version. */
export const emptied = (content: Content): Content => ({
  ...content,
  name: '',
  pilot: [],
  layer: EMPTY_LAYER,
});

/** The content of two versions; `from` 0: before the first one. null until they are read. */
export function usePair(studio: Studio, from: number, to: number): { before: Content; after: Content } | null {
  const [pair, setPair] = useState<{ from: number; to: number; before: Content; after: Content } | null>(null);
  useEffect(() => {
    let wanted = true;
    void read(studio, from, to).then((read) => wanted && setPair({ from, to, ...read }));
    return () => {
      wanted = false;
    };
  }, [studio, from, to]);
  return pair?.from === from && pair.to === to ? pair : null;
}

async function read(studio: Studio, from: number, to: number): Promise<{ before: Content; after: Content }> {
  const after = await studio.pack(to);
  return { before: from === 0 ? emptied(after) : await studio.pack(from), after };
}

/** The line for a version against the one before it; '' until it is read. */
export function useSummary(studio: Studio, version: number): string {
  const from = numberBefore(studio.versions.value, version);
  const [line, setLine] = useState('');
  useEffect(() => {
    let wanted = true;
    void read(studio, from, version).then(({ before, after }) => {
      if (wanted) setLine(summaryOf(diff(before, after)));
    });
    return () => {
      wanted = false;
    };
  }, [studio, from, version]);
  return line;
}

/** 0 where it is the first. */
export const numberBefore = (versions: readonly Version[], number: number): number =>
  versions.find((one) => one.number < number)?.number ?? 0;
