/** A no that is true and that nothing turns: it stays, loses its opener, and gets an option in the same breath. */
import { beginsAt } from '../../../context/clause';
import type { Sentence } from '../../../document';
import { severityOf } from '../../../severity';
import type { Edit } from '../../../types';
import { addedTo, wordsEnd, wordsStart } from '../../kept';
import type { RewriteContext } from '../../move';
import { wordings } from '../../say';
import { applyEdit, decapitalise, removeSpan } from '../../splice';
import { bodyEnd, findToken, isClause, spanOfTokens } from '../../words';

/** 'Unfortunately we don't do fuchsias.' -> "We don't do fuchsias; here's what we can do for you instead: [option]." */
export function keepTheNo(context: RewriteContext): Edit[] {
  const { hit, facts, draft } = context;
  if (!hit) return [];
  const { sentence } = hit;
  // two refusals in a row share the option after them
  const next = facts.document.sentences[sentence.index + 1];
  const last = next && next.block === sentence.block && refuses(context, next) ? next : sentence;
  const opened = withoutOpener(context, sentence, wordsEnd(context, last));
  const unknown = ['finding-verb', 'past-telling'].some((name) =>
    facts.banks.find(name, sentence.reading).some(({ from }) => from >= hit.from && from <= hit.to),
  );
  return wordings(unknown ? 'option-kept-plain' : 'option-kept', context).flatMap((said) => {
    // 'We can't rush it, After 30 days you can write': two sentences with a comma between them
    const end = context.finding.span?.end ?? sentence.end;
    if (
      /^,\s+\p{Lu}\p{Ll}+\s/u.test(draft.slice(end)) &&
      findToken(sentence.reading, hit.to, hit.to + 3, ({ pos }) => pos === 'PROPN') < 0
    )
      return [{ start: end, end: end + 1, text: `; ${said}.` }];
    const edit = addedTo(context, last, said, { by: 'semicolon', ...opened });
    return edit ? [edit] : [];
  });
}

/** "We can't change the name. You can transfer it." -> "While we can't change the name, you can transfer it." */
export function whileOffered(context: RewriteContext): Edit[] {
  const { hit, facts, draft, voice } = context;
  if (!hit) return [];
  const { sentence } = hit;
  const { banks } = facts;
  const next = facts.document.sentences[sentence.index + 1];
  const first = next?.reading.tokens[0];
  if (!next || !first || next.block !== sentence.block || refuses(context, next)) return [];
  if (!beginsAt('offer-follows', next.reading, 0, banks) || !/^(?:you|we|i)$/.test(first.norm)) return [];
  if (/\?\s*$/.test(next.reading.text)) return [];
  const end = wordsEnd(context, sentence);
  const start = wordsStart(context, sentence);
  const { start: from, body } = withoutOpener(context, sentence, end, start);
  const said = body ?? draft.slice(start, end);
  const { tokens } = sentence.reading;
  const range = {
    from: tokens.findIndex((token) => sentence.start + token.start >= start),
    to: bodyEnd(sentence.reading),
  };
  // 'I'm sorry, but we can't X': the apology stays in front
  const lead = /^(?:[\p{L}'’]+,? ){1,4}but /u.exec(said)?.[0] ?? '';
  const no = said.slice(lead.length);
  if (/[,;:()–—[]/.test(no) || !isClause(sentence.reading, range)) return [];
  if (!lead && banks.has('apology', sentence.reading)) return [];
  if (/^(?:and|but|so|yes|no|ok|while|although|though|if|as|because)\b/i.test(no)) return [];
  const opens = lead ? `${lead}while` : voice.lowerCase ? 'while' : 'While';
  return [
    {
      start: from ?? start,
      end: next.start + first.end,
      text: `${opens} ${decapitalise(no)}, ${decapitalise(first.text)}`,
    },
  ];
}

function refuses({ facts }: RewriteContext, sentence: Sentence): boolean {
  return facts.phrases.some(
    (hit) => hit.sentence === sentence && hit.rule.bank === 'negative-phrasing' && severityOf(hit) !== 'low',
  );
}

/** The sentence without 'Unfortunately': where the edit begins, and what stands from there up to `end`. */
function withoutOpener(
  { draft, facts, voice }: RewriteContext,
  sentence: Sentence,
  end: number,
  from = sentence.start,
): { start?: number; body?: string } {
  // of one word: 'I'm sorry but' is an apology, and stays
  const opener = facts.banks.find('bad-news', sentence.reading).find((one) => one.to - one.from === 1);
  if (!opener) return {};
  const span = spanOfTokens(sentence, opener.from, opener.to);
  const gone = span.start < from ? null : removeSpan(draft, span, voice.lowerCase);
  if (!gone || gone.end > end) return {};
  const start = Math.min(gone.start, from === sentence.start ? gone.start : from);
  return { start, body: applyEdit(draft.slice(0, end), gone).slice(start) };
}
