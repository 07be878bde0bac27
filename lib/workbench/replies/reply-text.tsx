// biome-ignore-all lint/a11y/noStaticElementInteractions: a click is a short way; the list of findings is the keyboard's.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above.
/** The reply as it was sent, underlined as the agent would have seen it; what the reviewer added has a double line. */
import { useEffect, useRef } from 'preact/hooks';
import type { Missed } from '../../audit/verdict';
import { trimmed } from '../../audit/verdict';
import type { Finding, Gap, Span } from '../../engine/types';
import { t } from '../../ui/text';
import { segments } from './segments';

interface Props {
  draft: string;
  lang: string;
  findings: readonly Finding[];
  missed: readonly Missed[];
  gaps: readonly Gap[];
  current: string | null;
  /** The reviewer went to the current one. */
  follow: boolean;
  onPick(finding: string): void;
  /** What is selected of the text, without white space at its ends. */
  onSelect(span: Span | null): void;
}

type Mark = Span & ({ kind: 'finding'; finding: Finding } | { kind: 'missed' } | { kind: 'gap' });

export function ReplyText({ draft, lang, findings, missed, gaps, current, follow, onPick, onSelect }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const marks: Mark[] = [
    ...findings.flatMap((finding): Mark[] =>
      finding.span && finding.severity !== 'low' ? [{ kind: 'finding', finding, ...finding.span }] : [],
    ),
    ...missed.map(({ start, end }): Mark => ({ kind: 'missed', start, end })),
    ...gaps.map(({ start, end }): Mark => ({ kind: 'gap', start, end })),
  ];

  const select = useRef(onSelect);
  select.current = onSelect;
  useEffect(() => {
    const listen = () => {
      const span = root.current && selectedIn(root.current);
      select.current(span && trimmed(draft, span));
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [draft]);

  // What is picked elsewhere is brought to where it stands.
  useEffect(() => {
    if (follow) root.current?.querySelector('[data-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <>
      <div
        class="reply-text"
        ref={root}
        lang={lang}
        onClick={(event) => {
          const id = (event.target as Element).closest<HTMLElement>('[data-finding]')?.dataset.finding;
          if (id && document.getSelection()?.isCollapsed) onPick(id);
        }}
      >
        {segments(draft, marks).map(({ start, end, over }) => (
          <Piece key={start} text={draft.slice(start, end)} over={over} current={current} />
        ))}
      </div>
      {draft.trim() === '' && <p class="soft">{t('replies_empty_reply')}</p>}
    </>
  );
}

/** Where findings overlap, the most important is on top, unless another is open. */
function Piece({ text, over, current }: { text: string; over: Mark[]; current: string | null }) {
  const found = over.flatMap((mark) => (mark.kind === 'finding' ? [mark.finding] : []));
  const top = found.find(({ id }) => id === current) ?? found[0];
  if (over.length === 0) return <>{text}</>;
  return (
    <span
      data-finding={top?.id}
      data-severity={top?.severity}
      data-current={top !== undefined && top.id === current}
      data-missed={over.some(({ kind }) => kind === 'missed')}
      data-gap={over.some(({ kind }) => kind === 'gap')}
    >
      {text}
    </span>
  );
}

function selectedIn(root: Element): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}
