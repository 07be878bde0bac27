/** A suggestion as it will stand in the draft: what is new is marked, a gap to fill is dashed. */
import type { Edit, Span } from '../engine/types';
import { asItWillStand } from './standing';
import { t } from './text';
import { type DiffPart, wordDiff } from './word-diff';

interface Props {
  draft: string;
  edit: Edit;
  /** The draft's language (BCP 47), where it is not the interface's. */
  lang?: string;
}

export function Rewrite({ draft, edit, lang }: Props) {
  const { before, after, gaps, clippedStart, clippedEnd } = asItWillStand(draft, edit);
  const parts = wordDiff(before, after);
  const gone = parts.filter((part) => part.kind === 'gone').map((part) => part.text);
  const onlyRemoves = !parts.some((part) => part.kind === 'new');
  return (
    <p class="rewrite" lang={lang}>
      {clippedStart && '… '}
      {onlyRemoves && gone.length > 0 ? <Removal parts={parts} /> : <Additions parts={parts} gaps={gaps} />}
      {clippedEnd && ' …'}
    </p>
  );
}

/** Text with its gaps dashed. `gaps` count UTF-16 code units in `text`. */
export function WithGaps({ text, gaps }: { text: string; gaps: Span[] }) {
  return <>{slices(text, gaps).map(({ piece, gap, key }) => (gap ? <GapMark key={key} text={piece} /> : piece))}</>;
}

function GapMark({ text }: { text: string }) {
  return <span class="gap">{text}</span>;
}

function Additions({ parts, gaps }: { parts: DiffPart[]; gaps: Span[] }) {
  let at = 0;
  return (
    <>
      {parts.map((part) => {
        if (part.kind === 'gone') return null;
        const start = at;
        at += part.text.length;
        const inside = gaps
          .filter((gap) => gap.start < at && gap.end > start)
          .map((gap) => ({ start: Math.max(0, gap.start - start), end: Math.min(part.text.length, gap.end - start) }));
        const body = <WithGaps key={start} text={part.text} gaps={inside} />;
        return part.kind === 'new' ? <mark key={start}>{body}</mark> : body;
      })}
    </>
  );
}

/** Nothing is added: what goes is shown struck through, since the result alone would not show what changes. */
function Removal({ parts }: { parts: DiffPart[] }) {
  return (
    <>
      {parts.map((part, index) =>
        part.kind === 'gone' ? (
          <del key={index}>
            <span class="visually-hidden">{t('rewrite_removed', '')}</span>
            {part.text}
          </del>
        ) : (
          part.text
        ),
      )}
    </>
  );
}

function slices(text: string, gaps: Span[]): { piece: string; gap: boolean; key: number }[] {
  const found: { piece: string; gap: boolean; key: number }[] = [];
  let at = 0;
  for (const gap of [...gaps].sort((a, b) => a.start - b.start)) {
    if (gap.start < at) continue;
    if (gap.start > at) found.push({ piece: text.slice(at, gap.start), gap: false, key: at });
    found.push({ piece: text.slice(gap.start, gap.end), gap: true, key: gap.start });
    at = gap.end;
  }
  if (at < text.length) found.push({ piece: text.slice(at), gap: false, key: at });
  return found;
}
