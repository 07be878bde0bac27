/** A hedge becomes an action with a time: 'I think it should be fine' -> "I'll check and write to you by [day, time]". */
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { wordings, wordingsFor } from '../say';
import { findToken, isClause, readsAt, textOf } from '../words';
import { clauseEnd, clauseStart, type Parts, partsOf, replaceTokens } from './clauses';

export const hedgeToAction: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  return [tryTo, notSure, maybeCould, stacked, perhapsAble, guess, whole].flatMap((turn) => turn(context, parts));
};

/** "I'll try to get X" -> "I'm working to get X and will update you by [day, time]". */
function tryTo(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens, end } = parts;
  const { reading } = sentence;
  const found = context.facts.banks.find('trying', reading).find(({ from, to }) => from < hit.to && to > hit.from);
  const verb = found ? tokens[found.to] : undefined;
  if (!found || verb?.pos !== 'VERB') return [];
  const start = clauseStart(context, parts, found.from);
  const subject = tokens[start]?.norm;
  if (subject !== 'i' && subject !== 'we') return [];
  const stop = clauseEnd(context, parts, found.to);
  const action = textOf(reading, found.to, stop);
  if (stop < end)
    return wordings('working-to-short', context, { action }).map((text) =>
      replaceTokens(context, sentence, start, stop, text),
    );
  return wordingsFor('working-to', context, { action }).map((text) =>
    replaceTokens(context, sentence, start, stop, text),
  );
}

/** "I'm not sure if S" -> "I'll check if S and write to you by [day, time]". */
function notSure(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens } = parts;
  const { reading } = sentence;
  const at = findToken(reading, hit.from, Math.min(hit.to + 1, tokens.length), ({ norm }) =>
    ['if', 'whether', 'when', 'what', 'why', 'how', 'where', 'which', 'who'].includes(norm),
  );
  const unsure = findToken(reading, hit.from, hit.to, ({ norm }) =>
    ['sure', 'certain', 'know', 'idea', 'unsure', 'clear'].includes(norm),
  );
  if (at < 0 || unsure < 0 || unsure > at) return [];
  const start = clauseStart(context, parts, unsure);
  const stop = clauseEnd(context, parts, at + 1);
  const question = textOf(reading, at, stop);
  return wordingsFor('check-question', context, { question }).map((text) =>
    replaceTokens(context, sentence, Math.min(start, hit.from), stop, text),
  );
}

/** 'Maybe we could V' -> 'We could V. Would that work for you?' */
function maybeCould(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens, end } = parts;
  const { reading } = sentence;
  if (!/^(?:maybe|perhaps|possibly)$/.test(tokens[hit.from]?.norm ?? '')) return [];
  const next = hit.from + 1;
  if (
    !(
      readsAt(reading, next, 'we', 'could') ||
      readsAt(reading, next, 'i', 'could') ||
      readsAt(reading, next, 'we', 'can') ||
      readsAt(reading, next, 'i', 'can')
    )
  )
    return [];
  const offer = textOf(reading, next, end);
  return wordings('would-that-work', context, { offer }).map((text) =>
    replaceTokens(context, sentence, hit.from, end, text),
  );
}

/** 'It might possibly be X, I guess' -> 'It could be X. To find out, could you [step]?' */
function stacked(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens, end } = parts;
  const { reading } = sentence;
  const might = findToken(reading, hit.from, hit.to, ({ norm }) => /^(?:might|may|could)$/.test(norm));
  if (might < 0 || !/^(?:possibly|maybe|perhaps|potentially|conceivably)$/.test(tokens[might + 1]?.norm ?? ''))
    return [];
  const start = clauseStart(context, parts, might);
  const stop = withoutTail(parts, end);
  const cause = `${textOf(reading, start, might)} could ${textOf(reading, might + 2, stop)}`;
  return wordings('find-out', context, { cause }).map((text) => replaceTokens(context, sentence, start, end, text));
}

/** 'We would probably be able to refund X' -> "We'll check whether we can refund X and write to you by [day, time]". */
function perhapsAble(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens, end } = parts;
  const { reading } = sentence;
  const modal = findToken(reading, Math.max(0, hit.from - 2), hit.to, ({ norm }) =>
    /^(?:would|could|might|may|should)$/.test(norm),
  );
  const us = tokens[modal - 1];
  if (modal < 1 || !us || !/^(?:i|we)$/.test(us.norm)) return [];
  let at = modal + 1;
  while (tokens[at]?.pos === 'ADV' || /^(?:probably|possibly|maybe|perhaps)$/.test(tokens[at]?.norm ?? '')) at += 1;
  if (at === modal + 1) return [];
  if (readsAt(reading, at, 'be', 'able', 'to')) at += 3;
  if (tokens[at]?.pos !== 'VERB') return [];
  const stop = Math.min(withoutTail(parts, end), clauseEnd(context, parts, at));
  const question = `whether ${us.norm === 'i' ? 'I' : 'we'} can ${textOf(reading, at, stop)}`;
  return wordingsFor('check-question', context, { question }).map((text) =>
    replaceTokens(context, sentence, modal - 1, stop < end && withoutTail(parts, end) === stop ? end : stop, text),
  );
}

/** Without ', I guess' at the end. */
function withoutTail({ tokens }: Parts, end: number): number {
  const soft =
    /^(?:guess|suppose|think|believe|hope)$/.test(tokens[end - 1]?.norm ?? '') && tokens[end - 3]?.text === ',';
  return soft ? end - 3 : end;
}

/** 'Hopefully S', 'I think S' -> "I'll check whether S and write to you by [day, time]", S with a noun of its own. */
function guess(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens, end } = parts;
  const { reading } = sentence;
  const lead = findToken(reading, hit.from, hit.to, ({ norm }) =>
    /^(?:hopefully|think|believe|guess|suppose|probably|possibly|maybe|perhaps|assume|imagine|expect)$/.test(norm),
  );
  if (lead < 0) return [];
  const start = Math.min(clauseStart(context, parts, lead), hit.from);
  let from = lead + 1;
  while (from < end && (tokens[from]?.norm === 'that' || tokens[from]?.text === ',')) from += 1;
  const stop = clauseEnd(context, parts, from);
  const first = tokens[from];
  if (!first || stop < end || !isClause(reading, { from, to: stop })) return [];
  if (/^(?:it|that|this|they|i|we|you|there)$/.test(first.norm)) return [];
  const statement = textOf(reading, from, stop).replace(/\b(?:should|might|may) (?:probably |hopefully )?/i, 'will ');
  return wordingsFor('check-question', context, { question: `whether ${statement}` }).map((text) =>
    replaceTokens(context, sentence, start, stop, text),
  );
}

function whole(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, end } = parts;
  const start = Math.min(clauseStart(context, parts, hit.from), hit.from);
  return wordingsFor('check', context).flatMap((text) => [
    replaceTokens(context, sentence, start, Math.max(hit.to, clauseEnd(context, parts, hit.to - 1)), text),
    replaceTokens(context, sentence, start, Math.max(end, hit.to), text),
  ]);
}
