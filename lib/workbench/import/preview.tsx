/** The first replies as the coach will read them, and what of the file gives none. */
import type { NewReply } from '../../audit/import/row-reader';
import type { LeftOut } from '../../audit/model';
import { language, plural, t } from '../../ui/text';
import { count } from '../home/words';
import type { Preview as PreviewOf, Sample } from './sample';

const SHOWN = 20;
const FAULTS = 5;
/** So much of a long message is shown. */
const LONGEST = 600;
const REASONS: readonly LeftOut[] = ['customer', 'note', 'bot', 'automatic', 'macro', 'duplicate', 'empty'];

export function Preview({ sample, preview }: { sample: Sample; preview: PreviewOf }) {
  const { replies, leftOut, faults } = preview;
  const rows = sample.rows.length + sample.faults.length;
  const left = REASONS.flatMap((why) => (leftOut[why] ? [t(`audit_left_out_${why}`, count(leftOut[why]))] : []));
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('import_preview')}</h2>
      <div class="soft preview-counts" role="status">
        <p>
          {plural(sample.whole ? 'import_rows_all' : 'import_rows', rows, count(rows))}{' '}
          {plural('import_replies', replies.length, count(replies.length))}
        </p>
        {left.length > 0 && (
          <p>
            {t('audit_left_out')} {left.join(', ')}.
          </p>
        )}
        {faults.length > 0 && <p>{plural('audit_faults', faults.length, count(faults.length))}</p>}
      </div>
      {faults.length > 0 && (
        <ul class="preview-faults">
          {faults.slice(0, FAULTS).map((fault) => (
            <li key={fault.line}>
              <b>{t('import_line', count(Math.floor(fault.line)))}</b> {fault.reason}
              {fault.raw && <code>{fault.raw}</code>}
            </li>
          ))}
          {faults.length > FAULTS && <li class="soft">{t('import_more_faults', count(faults.length - FAULTS))}</li>}
        </ul>
      )}
      {replies.length === 0 && <p class="preview-none">{t('import_none')}</p>}
      <ol class="previews">
        {replies.slice(0, SHOWN).map((reply) => (
          <Row key={reply.id} reply={reply} />
        ))}
      </ol>
      {replies.length > SHOWN && <p class="soft">{t('import_shown', SHOWN)}</p>}
    </section>
  );
}

function Row({ reply }: { reply: NewReply }) {
  const customer = reply.customer ?? reply.conversation?.customer ?? '';
  const channel = reply.channel ?? reply.conversation?.channel;
  const facts = [reply.agent, reply.team, reply.at && dayOf(reply.at), channel && t(`import_channel_${channel}`)];
  const earlier = reply.conversation?.earlier?.length ?? 0;
  return (
    <li class="card">
      <p class="soft preview-facts">
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {earlier > 0 && <span>{plural('import_earlier', earlier)}</span>}
        {reply.link && (
          <a href={reply.link} target="_blank" rel="noreferrer">
            {t('import_ticket', reply.ticket ?? '')}
          </a>
        )}
      </p>
      {customer ? (
        <p class="preview-customer">
          <span class="visually-hidden">{t('import_customer_said')} </span>
          {cut(customer)}
        </p>
      ) : (
        <p class="soft">{t('import_no_customer')}</p>
      )}
      <p class="preview-draft">
        <span class="visually-hidden">{t('import_we_said')} </span>
        {cut(reply.draft)}
      </p>
    </li>
  );
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** In UTC, as it was read. */
function dayOf(iso: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
}
