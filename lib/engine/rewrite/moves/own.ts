/** An excuse becomes ownership, and what happens now. */
import type { Edit } from '../../types';
import { factsIn } from '../facts';
import { inflect } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { openingAt } from '../place';
import { wordings } from '../say';
import { removeSentence } from '../splice';
import { findToken, isClause, textOf } from '../words';
import { clauseStart, type Parts, partsOf, replaceTokens } from './clauses';

export const ownIt: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  return [mistakeMade, itWasUs, sorryStands, effectKept, tailDropped].flatMap((turn) => turn(context, parts));
};

/** Where nothing of the sentence can be turned: it goes, or an apology takes its place. */
export const ownOrDrop: Move = (context) => {
  const parts = partsOf(context);
  return parts ? alone(context, parts) : [];
};

/** 'A mistake was made by the booking team' -> 'We made a mistake'. */
export function mistakeMade(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, end } = parts;
  const found = context.facts.banks
    .find('impersonal-mistake', sentence.reading)
    .find(({ from, to }) => from < hit.to && to > hit.from);
  if (!found) return [];
  let to = found.to;
  if (parts.tokens[to]?.norm === 'by') {
    const stop = findToken(
      sentence.reading,
      to + 1,
      end,
      ({ pos, text, norm }) =>
        pos === 'AUX' || text === ',' || norm === 'and' || norm === 'on' || norm === 'in' || norm === 'when',
    );
    to = stop < 0 ? end : stop;
  }
  return wordings('our-mistake', context).map((text) => replaceTokens(context, sentence, found.from, to, text));
}

/** 'The warehouse messed up and sent' -> 'We sent'; 'The system charged' -> 'We charged'. */
function itWasUs(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  const start = clauseStart(context, parts, hit.from);
  const team = context.facts.banks
    .find('our-side', reading)
    .find(({ from, to }) => from >= start && from <= hit.to && to > hit.from);
  if (!team) return [];
  let at = team.to;
  while (tokens[at]?.pos === 'ADV') at += 1;
  const verb = tokens[at];
  if (verb?.pos !== 'VERB' || (verb.norm === verb.lemma && verb.norm !== 'put')) return [];
  // 'the system offers the last dose': how things are, not what went wrong
  if (verb.norm === inflect(verb.lemma, 'third')) return [];
  const slip = context.facts.banks.find('slipping-up', reading).find(({ from }) => from === at);
  if (slip) {
    if (tokens[slip.to]?.norm === 'and' && tokens[slip.to + 1]?.pos === 'VERB') {
      return [replaceTokens(context, sentence, team.from, end, `we ${textOf(reading, slip.to + 1, end)}`)];
    }
    return wordings('our-mistake', context).map((text) => replaceTokens(context, sentence, team.from, slip.to, text));
  }
  return [
    ...wordings('sorry-tail', context).map((tail) =>
      replaceTokens(context, sentence, team.from, end, `we ${textOf(reading, at, end)}${tail}`),
    ),
    replaceTokens(context, sentence, team.from, end, `we ${textOf(reading, at, end)}`),
  ];
}

/** 'Due to X, S' and 'X, so S' -> "We're sorry that S". */
function effectKept(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  const start = clauseStart(context, parts, hit.from);
  const comma = findToken(reading, Math.max(hit.to - 1, start), end, ({ text }) => text === ',');
  const led =
    /^(?:due|because|owing|thanks|as|since|with|given)$/.test(tokens[start]?.norm ?? tokens[hit.from]?.norm ?? '') ||
    /^(?:due|because|owing|as|since|with|given)$/.test(tokens[hit.from]?.norm ?? '');
  let from = comma + 1;
  if (comma < 0) {
    const so = findToken(reading, hit.to, end, ({ norm }) => norm === 'so');
    if (so < 0 || so > hit.to + 3) return [];
    from = so;
  }
  if (tokens[from]?.norm === 'and') return [];
  const joined = tokens[from]?.norm === 'so';
  if (joined) from += 1;
  if (!led && !joined) return [];
  // 'so you'd better ask them' is no trouble to be sorry for
  if (!led && !context.facts.banks.find('trouble', reading).some((sign) => sign.from >= from)) return [];
  if (!led && findToken(reading, start, hit.from, ({ pos }) => pos === 'AUX' || pos === 'VERB') >= 0) return [];
  if (start > 3 && start !== clauseStart(context, parts, start)) return [];
  if (!isClause(reading, { from, to: end }) || /^(?:please|could|can)$/.test(tokens[from]?.norm ?? '')) return [];
  if (/^(?:i|we)$/.test(tokens[from]?.norm ?? '') && /^(?:will|'ll|can|have)$/.test(tokens[from + 1]?.norm ?? '')) {
    return [replaceTokens(context, sentence, start, end, textOf(reading, from, end))];
  }
  const effect = textOf(reading, from, end);
  return wordings('sorry-effect', context, { effect }).map((text) =>
    replaceTokens(context, sentence, Math.min(start, hit.from), end, text),
  );
}

/** 'Apologies for the wait, we are very busy' -> 'Apologies for the wait'. */
function sorryStands(context: RewriteContext, { hit, sentence, tokens, end }: Parts): Edit[] {
  const { reading } = sentence;
  const sorry = context.facts.banks.find('sorry-word', reading).find(({ to }) => to <= hit.from);
  if (!sorry || factsIn(textOf(reading, hit.from, end)).length > 0) return [];
  const comma = findToken(reading, sorry.to, hit.from + 1, ({ text }) => text === ',');
  if (comma < sorry.to + 1) return [];
  return [
    {
      start: sentence.start + (tokens[comma - 1]?.end ?? 0),
      end: sentence.start + (tokens[end - 1]?.end ?? 0),
      text: '',
    },
  ];
}

/** 'S because the system was down' -> "S, and we're sorry about that". */
function tailDropped(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  let from = hit.from;
  const led = (at: number) => /^(?:due|because|owing|as|since|which|but)$/.test(tokens[at]?.norm ?? '');
  if (!led(from)) {
    const lead = findToken(reading, Math.max(0, from - 3), from, (_token, index) => led(index));
    if (lead < 0) return [];
    from = lead;
  }
  if (from < 3 || !isClause(reading, { from: 0, to: from })) return [];
  let stop = from;
  while (
    stop > 0 &&
    (tokens[stop - 1]?.pos === 'PUNCT' || /^(?:is|was|are|were)$/.test(tokens[stop - 1]?.norm ?? ''))
  ) {
    if (tokens[stop - 1]?.pos !== 'PUNCT') return [];
    stop -= 1;
  }
  const would = findToken(
    reading,
    0,
    stop,
    ({ norm }, index) => norm === 'would' && tokens[index + 1]?.norm === 'have',
  );
  if (would > 0 && /^(?:i|we)$/.test(tokens[would - 1]?.norm ?? '')) {
    const main = textOf(reading, would + 1, stop);
    return wordings('should-have', context, { main }).map((text) =>
      replaceTokens(context, sentence, would - 1, end, text),
    );
  }
  const comma = findToken(
    reading,
    hit.to,
    end,
    ({ text, norm }, index) => text === ',' || (norm === 'but' && isClause(reading, { from: index + 1, to: end })),
  );
  const to = comma < 0 ? end : comma;
  // what is said to be sorry for needs no cause
  if (context.facts.banks.find('sorry-word', reading).some((sorry) => sorry.to <= from)) {
    return [
      {
        start: sentence.start + (tokens[stop - 1]?.end ?? 0),
        end: sentence.start + (tokens[to - 1]?.end ?? 0),
        text: '',
      },
    ];
  }
  return wordings('sorry-tail', context).map((tail): Edit => {
    const start = sentence.start + (tokens[stop - 1]?.end ?? 0);
    return { start, end: sentence.start + (tokens[to - 1]?.end ?? 0), text: tail };
  });
}

/** An excuse that is a sentence of its own: an apology in its place where one is lacking and the step is given. */
function alone(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens, end } = parts;
  const { draft, facts } = context;
  const { reading } = sentence;
  let start = Math.min(clauseStart(context, parts, hit.from), hit.from);
  // what leads up to the excuse is one too: 'Evenings are busy, so the network is slow'
  if (/^(?:and|so|because|as|since)$/.test(tokens[start - 1]?.norm ?? ''))
    start = clauseStart(context, parts, start - 2);
  start = Math.min(start, hit.from);
  if (start > 0 && !isClause(reading, { from: 0, to: start })) start = 0;
  const opens = openingAt(facts).at;
  while (start < hit.from && sentence.start + (tokens[start]?.start ?? 0) < opens) start += 1;
  const stop = Math.max(end, hit.to);
  const rest = `${draft.slice(0, sentence.start)} ${draft.slice(sentence.end)}`;
  const answered = facts.document.sentences.some(
    (one) => one.start >= sentence.end && STEP.test(one.reading.text) && /\s\S+\s/.test(one.reading.text),
  );
  const whole = start === 0 || sentence.start + (tokens[start]?.start ?? 0) <= opens;
  const holds = factsIn(textOf(reading, start, stop)).length > 0;
  const edits: Edit[] = [];
  if (answered && whole && !holds) {
    const gone =
      /\b(?:sorry|apolog)/i.test(rest) && removeSentence(draft, { start: sentence.start, end: sentence.end });
    if (gone && start === 0) edits.push(gone);

    edits.push(...wordings('sorry-alone', context).map((text) => replaceTokens(context, sentence, start, stop, text)));
  }
  // ', and the depot runs its own diary': the rest of the sentence stands
  if (start > 2 && !holds && /^(?:and|as|because|since|,|;)$/.test(tokens[start - 1]?.norm ?? '')) {
    let at = start - 1;
    while (at > 0 && tokens[at - 1]?.text === ',') at -= 1;
    const from = sentence.start + (tokens[at - 1]?.end ?? 0);
    edits.push({ start: from, end: sentence.start + (tokens[stop - 1]?.end ?? 0), text: '' });
  }
  const removed = answered && whole && !holds && removeSentence(draft, { start: sentence.start, end: sentence.end });
  if (removed && start === 0) edits.push(removed);
  // a day or a name is held on to in the gap, for the agent to say it
  const named = [...new Set(factsIn(textOf(reading, start, stop)))].join(', ');
  const held = (text: string) => (named ? text.replace('[what happened]', `[what happened: ${named}]`) : text);
  const says = answered && whole ? [...wordings('sorry-alone', context)] : [];
  return [
    ...edits,
    ...[...says, ...wordings('fallback-excuse', context)].map((text) =>
      replaceTokens(context, sentence, start, stop, held(text)),
    ),
  ];
}

/** The reply goes on to say what is done: an action of ours, a time, or a request. */
const STEP =
  /\d|\b(?:(?:I|we)(?:['’](?:ll|ve|re|m)| will| have| am| are| can)|please|could you|can you|you can|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
