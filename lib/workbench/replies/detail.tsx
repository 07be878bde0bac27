/** One reply in full: the customer, what was answered, what the coach sees in it, and what the reviewer says of that. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Verdict } from '../../audit/model';
import { type Missed, type Opinion, withMissed, withoutMissed } from '../../audit/verdict';
import type { Conversation, Span } from '../../engine/types';
import { capitalised, questionOf, quote } from '../../panel/excerpt';
import { nameOf } from '../../panel/people';
import { Cross } from '../../ui/icons';
import { outcomeOf } from '../../ui/outcome';
import { principleLabel } from '../../ui/principles';
import { Ring } from '../../ui/ring';
import { Criteria, GapItem, Part, Promised, WentWell } from '../../ui/scorecard';
import { t } from '../../ui/text';
import type { Look } from '../types';
import { Cap } from './cap';
import { Comment } from './comment';
import { CopyButton } from './copy-button';
import { Customer } from './customer';
import { FindingItem } from './finding-item';
import { inReadingOrder, keyOf } from './findings';
import { MissedForm } from './missed-form';
import { ReplyText } from './reply-text';

export interface DetailProps {
  look: Look;
  verdict: Verdict;
  /** The open finding. */
  current: string | null;
  /** The reviewer went to it, rather than that it was open from the start. */
  follow: boolean;
  onCurrent(finding: string | null): void;
  onOpinion(key: string, opinion: Opinion): void;
  onChange(how: (verdict: Verdict) => Verdict): void;
  onComment(comment: string): void;
  /** What is selected in the reply. */
  selected: Span | null;
  onSelect(span: Span | null): void;
  /** The form for what the coach missed is open. */
  adding: boolean;
  onAdding(adding: boolean): void;
  comment: RefObject<HTMLTextAreaElement | null>;
}

export function Detail(props: DetailProps) {
  const { look, verdict, current, onCurrent, onOpinion, selected, adding, onAdding } = props;
  const { reply, review, suggestions } = look;
  const conversation = conversationOf(look);
  const name = nameOf(conversation.customerName);
  const outcome = outcomeOf(review, reply.draft, []);
  const findings = inReadingOrder(review.findings);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0, behavior: 'instant' });
  }, [reply.seq]);
  return (
    <div class="detail-body" ref={body}>
      <Customer conversation={conversation} review={review} />
      <section class="card" aria-label={t('replies_reply')}>
        <header class="card-head">
          <h3>{reply.agent ? t('replies_reply_of', reply.agent) : t('replies_reply')}</h3>
          <span class="spacer" />
          <button
            type="button"
            class="button quiet small"
            aria-keyshortcuts="m"
            // The press itself must not take away what is selected.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onAdding(true)}
          >
            {t(selected ? 'replies_missed_selected' : 'replies_missed')} <Cap of="missed" />
          </button>
          <CopyButton text={reply.draft} label={t('replies_copy_reply')} />
        </header>
        <ReplyText
          draft={reply.draft}
          lang={review.language}
          findings={review.findings}
          missed={verdict.missed}
          gaps={review.gaps}
          current={current}
          follow={props.follow}
          onPick={onCurrent}
          onSelect={props.onSelect}
        />
      </section>
      {adding && (
        <MissedForm
          draft={reply.draft}
          selected={selected}
          onAdd={(missed) => {
            props.onChange((now) => withMissed(now, missed));
            onAdding(false);
          }}
          onCancel={() => onAdding(false)}
        />
      )}
      <section class="card findings" aria-label={t('replies_column_findings')}>
        {findings.length === 0 && <p class="soft">{t('replies_nothing_found')}</p>}
        <ul>
          {findings.map((finding) => {
            const question = questionOf(finding, review);
            return (
              <FindingItem
                key={finding.id}
                finding={finding}
                draft={reply.draft}
                lang={review.language}
                suggestions={suggestions[finding.id] ?? []}
                asked={question && capitalised(quote(conversation.customer ?? '', question.span, 120))}
                opinion={verdict.findings[keyOf(finding)]}
                open={finding.id === current}
                follow={props.follow}
                onToggle={() => onCurrent(finding.id === current ? null : finding.id)}
                onOpinion={(opinion) => onOpinion(keyOf(finding), opinion)}
              />
            );
          })}
        </ul>
        <MissedList
          missed={verdict.missed}
          onRemove={(missed) => props.onChange((now) => withoutMissed(now, missed))}
        />
      </section>
      <Comment
        key={reply.seq}
        of={`${verdict.run}-${reply.seq}`}
        saved={verdict.comment ?? ''}
        onSave={props.onComment}
        field={props.comment}
      />
      <div class="card score-line">
        <Ring score={review.scorecard.score} />
        <h3>{t('replies_scorecard')}</h3>
      </div>
      <Criteria outcome={outcome} name={name} />
      <WentWell outcome={outcome} />
      <Promised outcome={outcome} name={name} />
      {outcome.gaps.length > 0 && (
        <Part title={t('replies_gaps')} empty="" count={outcome.gaps.length}>
          {outcome.gaps.map((gap) => (
            <GapItem key={gap.start} name={gap.name} />
          ))}
        </Part>
      )}
    </div>
  );
}

/** The short fields beside the draft come first, as they do for the engine. */
function conversationOf({ reply }: Look): Conversation {
  return { ...reply.conversation, ...(reply.customer !== undefined && { customer: reply.customer }) };
}

function MissedList({ missed, onRemove }: { missed: readonly Missed[]; onRemove(missed: Missed): void }) {
  if (missed.length === 0) return null;
  return (
    <ul class="missed" aria-label={t('replies_missed_list')}>
      {missed.map((one) => (
        <li key={`${one.principle}-${one.start}-${one.end}`}>
          <span class="tag" data-severity="missed">
            {principleLabel(one.principle)}
          </span>
          <span class="cut">
            {t('panel_quote', quote(one.quote, { start: 0, end: one.quote.length }, 90))}
            {one.note && <span class="soft"> {one.note}</span>}
          </span>
          <button
            type="button"
            class="button quiet small"
            aria-label={t('replies_take_away', principleLabel(one.principle))}
            onClick={() => onRemove(one)}
          >
            <Cross size={9} />
          </button>
        </li>
      ))}
    </ul>
  );
}
