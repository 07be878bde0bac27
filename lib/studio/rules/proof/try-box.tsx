/** A box to type a reply in as an agent would, underlined as it would be. */
import { useId, useState } from 'preact/hooks';
import { CHANNELS } from '../../../audit/columns';
import type { Channel } from '../../../engine/types';
import { changeBetween, shiftSpans } from '../../../page/shift';
import { Rewrite } from '../../../ui/rewrite';
import { t } from '../../../ui/text';
import type { Tried } from '../../types';
import { type Mark, Marked, marksOf } from './marked';
import type { ProofProps } from './proof';
import { useLatest } from './use-latest';

export function TryBox({ rule, saved, layer, tester, ruleKey }: ProofProps & { ruleKey: string }) {
  const [text, setText] = useState('');
  const [customer, setCustomer] = useState('');
  const [channel, setChannel] = useState<Channel>(rule.when?.channels?.[0] ?? 'email');
  const id = useId();
  const asksMood = Boolean(rule.when?.moods?.length);
  const given = { text, channel, ...(asksMood && { customer }) };
  const { value } = useLatest(
    text.trim() ? async () => ({ text, tried: await tester.tryText(rule, saved, layer, given) }) : null,
    [ruleKey, layer, text, channel, asksMood && customer],
  );
  const marks = value ? marksAt(value.text, text, marksIn(value.tried, rule.severity)) : [];
  return (
    <section aria-labelledby={`${id}-title`}>
      <div class="proof-head">
        <h3 id={`${id}-title`}>{t('studio_try')}</h3>
        <select
          class="field"
          aria-label={t('studio_try_channel')}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value as Channel)}
        >
          {CHANNELS.map((one) => (
            <option key={one} value={one}>
              {t(`channel_${one}`)}
            </option>
          ))}
        </select>
      </div>
      {asksMood && (
        <textarea
          class="field try-customer"
          rows={2}
          aria-label={t('studio_try_customer')}
          placeholder={t('studio_try_customer')}
          value={customer}
          onInput={(event) => setCustomer(event.currentTarget.value)}
        />
      )}
      <div class="try-box field">
        <div class="try-lines" aria-hidden="true">
          <Marked text={text} marks={marks} />
          {'\n'}
        </div>
        <textarea
          rows={3}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-outcome`}
          placeholder={t('studio_try_hint')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div id={`${id}-outcome`} role="status">
        {value && text.trim() && <Outcome text={value.text} tried={value.tried} />}
      </div>
    </section>
  );
}

function Outcome({ text, tried: { found, others, fixed } }: { text: string; tried: Tried }) {
  const quotes = [...new Set(found.map(({ start, end }) => t('panel_quote', text.slice(start, end))))];
  const seen = [...new Map(others.map((other) => [other.rule, other])).values()];
  return (
    <>
      <p class="proof-outcome">
        {quotes.length > 0 ? t('studio_try_found', quotes.join(', ')) : t('studio_try_nothing')}
      </p>
      {fixed !== null && <Rewrite draft={text} edit={{ start: 0, end: text.length, text: fixed }} />}
      {seen.length > 0 && (
        <ul class="try-others soft">
          {seen.map(({ rule, span, message }) => (
            <li key={rule}>{t('studio_try_other', t('panel_quote', text.slice(span.start, span.end)), message)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function marksIn({ found, others }: Tried, severity: Mark['severity']): Mark[] {
  return [
    ...marksOf(found, 'found', severity),
    ...others.flatMap((other) => marksOf([other.span], 'other', other.severity)),
  ];
}

/** Where they stand in what was typed since. */
function marksAt(before: string, after: string, marks: Mark[]): Mark[] {
  const change = changeBetween(before, after);
  return change ? shiftSpans(marks, change, after) : marks;
}
