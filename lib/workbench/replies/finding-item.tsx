/** One finding of a reply: closed a line, open with its reason, what would stand there, and the reviewer's opinion. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Opinion } from '../../audit/verdict';
import type { Edit, Finding } from '../../engine/types';
import { quote } from '../../panel/excerpt';
import { Check, Cross } from '../../ui/icons';
import { principleLabel } from '../../ui/principles';
import { Rewrite } from '../../ui/rewrite';
import { plural, t } from '../../ui/text';
import { WhyText } from '../../ui/why-text';
import { Cap } from './cap';
import { CopyButton } from './copy-button';
import { useWhy } from './use-why';

interface Props {
  finding: Finding;
  draft: string;
  lang: string;
  suggestions: readonly Edit[];
  /** The words of the customer that it is about, where it is about a question of theirs. */
  asked: string | null;
  opinion: Opinion | undefined;
  open: boolean;
  /** The reviewer went to it: it is brought into view. */
  follow: boolean;
  onToggle(): void;
  onOpinion(opinion: Opinion): void;
}

export function FindingItem({
  finding,
  draft,
  lang,
  suggestions,
  asked,
  opinion,
  open,
  follow,
  onToggle,
  onOpinion,
}: Props) {
  const { span, severity, principle, message } = finding;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open && follow) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const words = span ? t('panel_quote', quote(draft, span, 90)) : asked ? t('panel_quote', asked) : message;
  return (
    <li class="finding-item" ref={item} data-open={open} data-finding={finding.id}>
      <button type="button" class="finding-line" aria-expanded={open} onClick={onToggle}>
        <span class="tag" data-severity={severity}>
          {principleLabel(principle)}
          <span class="visually-hidden"> ({t(`severity_${severity}`)})</span>
        </span>
        <span class="cut">{words}</span>
        {opinion && <OpinionMark opinion={opinion} />}
      </button>
      {open && (
        <div class="finding-body">
          <p class="reason">{message}</p>
          <Suggestions draft={draft} lang={lang} edits={suggestions} />
          <div class="actions">
            <OpinionButton mine="agree" opinion={opinion} onOpinion={onOpinion} />
            <OpinionButton mine="disagree" opinion={opinion} onOpinion={onOpinion} />
          </div>
          <Why finding={finding} />
        </div>
      )}
    </li>
  );
}

function OpinionMark({ opinion }: { opinion: Opinion }) {
  return (
    <span class="opinion" data-opinion={opinion}>
      {opinion === 'agree' ? <Check /> : <Cross size={10} />}
      {t(`replies_${opinion}d`)}
    </span>
  );
}

interface ButtonProps {
  mine: Opinion;
  opinion: Opinion | undefined;
  onOpinion(opinion: Opinion): void;
}

function OpinionButton({ mine, opinion, onOpinion }: ButtonProps) {
  return (
    <button
      type="button"
      class="button opinion-button"
      aria-pressed={opinion === mine}
      aria-keyshortcuts={mine === 'agree' ? 'a' : 'd'}
      onClick={() => onOpinion(mine)}
    >
      {mine === 'agree' ? <Check /> : <Cross size={10} />}
      {t(`replies_${mine}`)} <Cap of={mine} />
    </button>
  );
}

/** The best as it will stand; the others are a click away. */
function Suggestions({ draft, lang, edits }: { draft: string; lang: string; edits: readonly Edit[] }) {
  const [best, ...others] = edits;
  if (!best) return <p class="rewrite waiting">{t('panel_no_rewrite')}</p>;
  return (
    <>
      <Suggestion draft={draft} lang={lang} edit={best} />
      {others.length > 0 && (
        <details class="fold">
          <summary>{plural('replies_others', others.length)}</summary>
          {others.map((edit) => (
            <Suggestion key={`${edit.start}-${edit.text}`} draft={draft} lang={lang} edit={edit} />
          ))}
        </details>
      )}
    </>
  );
}

function Suggestion({ draft, lang, edit }: { draft: string; lang: string; edit: Edit }) {
  return (
    <div class="suggestion">
      <Rewrite draft={draft} edit={edit} lang={lang} />
      {edit.text && <CopyButton text={edit.text} label={t('replies_copy_suggestion')} />}
    </div>
  );
}

function Why({ finding }: { finding: Finding }) {
  const [asked, setAsked] = useState(false);
  const why = useWhy(finding.principle, asked);
  return (
    <details class="fold" onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary>{t('panel_why')}</summary>
      {why && <WhyText why={why} />}
      <p class="soft rule">
        {t('panel_explain_rule')} <code>{finding.rule}</code>
      </p>
    </details>
  );
}
