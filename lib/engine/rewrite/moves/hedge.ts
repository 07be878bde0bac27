/** A hedge becomes an action with a time, or gets one: 'I think it should be fine' -> "...; I'll check and write to you by [day, time]". */
import type { Reading } from '../../document';
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { wordings, wordingsFor } from '../say';
import { decapitalise, removeSpan } from '../splice';
import { findToken, isClause, readsAt, textOf } from '../words';
import { clauseEnd, clauseStart, type Parts, partsOf, replaceTokens } from './clauses';
import { keepTheGuess } from './hedge-kept';

export const hedgeToAction: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  return [tailOff, seeWhat, tryTo, notSure, perhapsAble, keepTheGuess, maybeCould, stacked, guess, whole].flatMap(
    (turn) => turn(context, parts),
  );
};

/** 'It's in there, but don't quote me on it' -> 'It's in there': the statement stands without its disclaimer. */
function tailOff({ draft, voice, facts }: RewriteContext, { sentence, hit, tokens, end }: Parts): Edit[] {
  const said = facts.banks.find('disclaimer', sentence.reading).some(({ from, to }) => from < hit.to && to > hit.from);
  if (!said) return [];
  let from = hit.from;
  while (from > 0 && /^(?:but|though|although|and|so)$/.test(tokens[from - 1]?.norm ?? '')) from -= 1;
  while (from > 0 && tokens[from - 1]?.text === ',') from -= 1;
  if (from === hit.from || from < 3 || end - hit.to > 2) return [];
  if (findToken(sentence.reading, hit.to, end, ({ pos }) => pos === 'VERB' || pos === 'AUX') >= 0) return [];
  const lead = findToken(sentence.reading, 0, from, ({ norm }) => LEADS.test(norm) || norm === 'reckon');
  if (lead >= 0 || !isClause(sentence.reading, { from: 0, to: from })) return [];
  const start = sentence.start + (tokens[from - 1]?.end ?? 0);
  const stop = sentence.start + (tokens[end - 1]?.end ?? 0);
  const gone = removeSpan(draft, { start, end: stop }, voice.lowerCase);
  return gone && gone.start >= start ? [gone] : [];
}

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
  // what waits for the customer is not under way yet
  if (start > 0 && stop === end && /\bby \[/.test(action) === false) {
    return wordingsFor('do-by', context, { action }).map((text) => replaceTokens(context, sentence, start, stop, text));
  }
  if (stop < end)
    return wordings('working-to-short', context, { action }).map((text) =>
      replaceTokens(context, sentence, start, stop, text),
    );
  return wordingsFor('working-to', context, { action }).map((text) =>
    replaceTokens(context, sentence, start, stop, text),
  );
}

/** "We'll see what we can suggest" -> "We'll check what we can suggest and write to you by [day, time]". */
function seeWhat(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens, end } = parts;
  const { reading } = sentence;
  const see = findToken(reading, Math.max(0, hit.from - 2), Math.min(end, hit.to + 1), ({ lemma }) => lemma === 'see');
  if (see < 2 || !/^(?:what|if|whether|when|how)$/.test(tokens[see + 1]?.norm ?? '')) return [];
  const start = clauseStart(context, parts, see);
  if (!/^(?:i|we)$/.test(tokens[start]?.norm ?? '') || see - start > 3) return [];
  if (/^(?:if|when|once|while)$/.test(tokens[start - 1]?.norm ?? '')) return [];
  const stop = Math.min(clauseEnd(context, parts, see + 1), end);
  const question = textOf(reading, see + 1, stop);
  return wordingsFor('check-question', context, { question }).map((text) =>
    replaceTokens(context, sentence, start, stop, text),
  );
}

/** "I'm not sure if S" -> 'To find out if S, [next step]', or "I'll check if S and write to you by [day, time]". */
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
  const from = Math.min(start, hit.from);
  const alone = from === 0 || /^[,.;:–—-]$/.test(tokens[from - 1]?.text ?? '');
  // a chat goes on: the step that finds out may be the customer's own
  const found = wordings('to-find-out', context, { question });
  return [
    ...(alone && context.voice.channel !== 'email' ? found : []),
    ...wordingsFor('check-question', context, { question }),
    ...(alone ? found : []),
  ].map((text) => replaceTokens(context, sentence, from, stop, text));
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

/** 'Hopefully S', 'I think S', 'S, I think' -> 'As things stand, S. To be certain, [next step]'. */
function guess(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, end } = parts;
  const { reading } = sentence;
  const lead = findToken(reading, hit.from, hit.to, ({ norm }) => LEADS.test(norm));
  const disclaimed = context.facts.banks.find('disclaimer', reading).find(({ from }) => from > lead + 2);
  const start = Math.min(clauseStart(context, parts, Math.max(lead, hit.from)), hit.from);
  const statement = lead < 0 ? null : statementOf(reading, start, lead, disclaimed?.from ?? end);
  if (!statement) return [];
  return wordings('as-things-stand', context, { statement }).map((text) =>
    replaceTokens(context, sentence, start, end, text),
  );
}

const LEADS =
  /^(?:hopefully|think|thinks|believe|guess|suppose|reckon|suspect|figure|probably|possibly|maybe|perhaps|presumably|potentially|theoretically|tentatively|provisionally|assume|imagine|expect|hope|likelihood|possible|chance|odds|sure|theory|principle|luck)$/;
const OPINION = /^(?:think|believe|guess|suppose|reckon|suspect|figure|assume|imagine|expect)$/;

/** What is said once the hedge is out, or null where that is no statement of its own. */
function statementOf(reading: Reading, start: number, lead: number, end: number): string | null {
  const { tokens } = reading;
  let from = lead + 1;
  while (from < end && (tokens[from]?.norm === 'that' || tokens[from]?.text === ',')) from += 1;
  const subject = tokens[from];
  const opens = subject && /^(?:PRON|DET|NOUN|PROPN|NUM|ADJ)$/.test(subject.pos);
  let said = '';
  if (opens && isClause(reading, { from, to: end })) said = textOf(reading, from, end);
  else if (
    OPINION.test(tokens[lead]?.norm ?? '') &&
    lead >= end - 1 &&
    /^(?:i|we)$/.test(tokens[lead - 1]?.norm ?? '')
  ) {
    // 'everyone gets anxious, I think'
    let to = lead - 1;
    while (to > start && tokens[to - 1]?.text === ',') to -= 1;
    if (isClause(reading, { from: start, to })) said = textOf(reading, start, to);
  } else if (tokens[lead]?.pos === 'ADV' && lead > start && isClause(reading, { from: start, to: end })) {
    said = `${textOf(reading, start, lead)} ${textOf(reading, lead + 1, end)}`;
  }
  said = said.replace(/[\s,;–—-]+(?:(?:but|though|although|and)[\s,]*)?$/i, '');
  if (said && tokens[from]?.pos !== 'PROPN') said = decapitalise(said);
  said = said.replace(/,? (?:i|we) (?:think|guess|suppose|reckon|hope|imagine|believe)$/i, '').trim();
  return said === '' || HEDGED.test(said) || /\?/.test(said) ? null : said;
}

/** A statement that still leaves it open. */
const HEDGED = /\b(?:may or may not|if|whether|not sure|who knows|might|maybe|perhaps)\b/i;

function whole(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, end, tokens } = parts;
  const start = Math.min(clauseStart(context, parts, hit.from), hit.from);
  // one who says what they will look at is held to it; one who only guesses says what is known
  const acts = findToken(
    sentence.reading,
    start,
    end,
    ({ norm }, index) => /^(?:i|we|lemme|let)$/.test(norm) && ACTS.test(textOf(sentence.reading, index, end)),
  );
  const texts = [...wordingsFor('check', context), ...wordings('known-for-certain', context)];
  if (acts < 0) texts.reverse();
  const first = tokens[start - 1]?.norm === 'which' ? 0 : start;
  return texts.map((text) => replaceTokens(context, sentence, first, Math.max(end, hit.to), text));
}

const ACTS = /^(?:(?:i|we)(?:'ll|’ll| will| shall|'m going to)|lemme|let me|let us)\b/i;
