/** A guess that is all we know: it stays, without its shrug, and the next step follows it. */
import { clauseAt } from '../../context/clause';
import type { Edit } from '../../types';
import { addedTo, wordsEnd } from '../kept';
import type { RewriteContext } from '../move';
import { wordings, wordingsFor } from '../say';
import { applyEdit, removeSpan } from '../splice';
import { findToken, spanOfTokens } from '../words';
import type { Parts } from './clauses';

/** 'Could be eight weeks, could be twelve, who knows' -> "Could be eight weeks, could be twelve; I'll check and write to you by [day, time]". */
export function keepTheGuess(context: RewriteContext, { sentence }: Parts): Edit[] {
  const { facts, draft } = context;
  const { banks, document } = facts;
  const end = wordsEnd(context, sentence);
  const calm = withoutShrug(context, { end, start: sentence.start });
  const start = calm.at ?? end;
  const body = calm.text.slice(start - sentence.start);
  const helps = banks.has('does-the-trick', sentence.reading);
  const known = document.sentences.some(
    (one) => one.index > sentence.index && banks.has('step-beside-guess', one.reading),
  );
  // the step stands further on already
  if (known && calm.at !== null) return [{ start, end, text: body }];
  if (/\?\s*$/.test(draft.slice(sentence.start, sentence.end))) return [];
  const said = helps ? wordings('if-it-does-not', context) : wordingsFor('check-kept', context);
  return said.flatMap((text) => {
    const edit = addedTo(context, sentence, text, { by: 'semicolon', start, body });
    return edit ? [edit] : [];
  });

  /** 'who knows with foam these days': what hangs on the shrug goes with it. */
  function withWhatHangs(to: number): number {
    const { tokens } = sentence.reading;
    const clause = clauseAt(sentence.reading, to - 1, banks);
    const verb = findToken(sentence.reading, to, clause.to, ({ pos }) => pos === 'VERB' || pos === 'AUX');
    return tokens[to]?.pos === 'ADP' && verb < 0 ? Math.max(to, clause.to) : to;
  }

  /** The words up to `end` without 'hopefully', 'who knows'; a hoped-for 'will' is a 'should'. `at`: where they differ first. */
  function withoutShrug(
    context: RewriteContext,
    span: { start: number; end: number },
  ): { text: string; at: number | null } {
    const { tokens } = sentence.reading;
    const shrugs = [...banks.find('shrug', sentence.reading), ...banks.find('disclaimer', sentence.reading)]
      .filter(({ to }) => sentence.start + (tokens[to - 1]?.end ?? 0) <= span.end)
      .sort((a, b) => b.from - a.from);
    let text = draft.slice(0, span.end);
    let at: number | null = null;
    let last = Number.POSITIVE_INFINITY;
    for (const { from, to: shrugged } of shrugs) {
      if (shrugged > last) continue;
      last = from;
      const to = withWhatHangs(shrugged);
      // 'Hopefully it turns up' would be sure without its hope
      const hope = /^(?:hopefully|here's|with|all|fingers|touch|knock)$/.test(tokens[from]?.norm ?? '');
      const unsure = tokens.some(({ norm }) => /^(?:will|should|might|may|could|would|probably|likely)$/.test(norm));
      if (hope && !unsure) continue;
      const clause = clauseAt(sentence.reading, from, banks);
      const will = tokens.findIndex(
        ({ norm }, index) => index >= clause.from && index < Math.max(clause.to, to + 5) && norm === 'will',
      );
      // from the right, so that what stands before keeps its place
      const soften = (text: string) => {
        const token = tokens[will];
        if (!token) return text;
        const place = sentence.start + token.start;
        const spaced = /\s$/.test(text.slice(0, place)) ? '' : ' ';
        at = Math.min(at ?? place, place);
        return `${text.slice(0, place)}${spaced}should${text.slice(place + token.text.length)}`;
      };
      if (will >= to) text = soften(text);
      const gone = removeSpan(text, spanOfTokens(sentence, from, to), context.voice.lowerCase);
      if (!gone || gone.start < sentence.start) continue;
      text = applyEdit(text, gone);
      at = Math.min(at ?? gone.start, gone.start);
      if (will >= 0 && will < from) text = soften(text);
    }
    return { text: text.slice(sentence.start), at };
  }
}
