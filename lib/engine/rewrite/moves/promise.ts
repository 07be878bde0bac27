/** A promise that nobody can keep becomes what is planned, or what is being done. */
import { clauseAt } from '../../context/clause';
import type { Edit } from '../../types';
import { factsIn } from '../facts';
import { wordsEnd, wordsStart } from '../kept';
import type { Move, RewriteContext } from '../move';
import { openingAt } from '../place';
import { wordings } from '../say';
import { applyEdit, capitalise, removeSentence, removeSpan, replaceSpan } from '../splice';
import { findToken, isClause, spanOfTokens, textOf } from '../words';
import { clauseStart, type Parts, partsOf, replaceTokens } from './clauses';

export const whatWillBeDone: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  return [neverAgain, flourish, always, softened, planned, plain, calmer, without].flatMap((turn) =>
    turn(context, parts),
  );
};

/** 'It ships on Monday, no question' -> 'It ships on Monday'. */
function flourish({ draft, voice }: RewriteContext, { sentence, hit, tokens, end }: Parts): Edit[] {
  const { reading } = sentence;
  let from = hit.from;
  while (from > 0 && tokens[from - 1]?.text !== ',' && hit.from - from < 4) from -= 1;
  if (tokens[from - 1]?.text !== ',' || from < 3 || end - hit.to > 2) return [];
  if (
    !isClause(reading, { from: 0, to: from - 1 }) ||
    findToken(reading, from, end, ({ norm }) => norm === 'will') >= 0
  )
    return [];
  const gone = removeSpan(
    draft,
    { start: sentence.start + (tokens[from - 2]?.end ?? 0), end: sentence.start + (tokens[end - 1]?.end ?? 0) },
    voice.lowerCase,
  );
  return gone ? [gone] : [];
}

/**
 * 'It's covered, no question about it, and your claim will sail through' -> 'It's covered, and your claim should sail
 * through': what is promised stays, the absolute goes. What we do ourselves stays a promise.
 */
function plain(context: RewriteContext, { sentence, hit, tokens }: Parts, soften = false): Edit[] {
  const { draft, facts, voice } = context;
  const { banks } = facts;
  const { reading } = sentence;
  if (findToken(reading, hit.from, hit.to, (_token, index) => isPledge(context, { sentence } as Parts, index)) >= 0) {
    // 'I promise it will ...' is left to what is planned
    if (banks.find('absolute', reading).every(({ from, to }) => to <= hit.from || from >= hit.to)) return [];
  }
  const end = wordsEnd(context, sentence);
  // 'no question of a refusal' is no flourish
  const found = banks
    .find('absolute', reading)
    .filter(({ to }) => sentence.start + (tokens[to - 1]?.end ?? 0) <= end && tokens[to]?.norm !== 'of');
  const cut = (turnsWill: boolean): Edit[] => {
    let text = draft.slice(0, end);
    let at = end;
    const steps = found.map(({ from, to }) => ({ from, to, will: false }));
    const clause = clauseAt(reading, hit.to - 1, banks);
    const will = findToken(
      reading,
      Math.min(hit.from, clause.from),
      Math.max(hit.to, clause.to),
      ({ norm }) => norm === 'will',
    );
    const subject = reading.tokens[will - 1]?.norm ?? '';
    if (turnsWill) {
      // 'not one of our cans should ever pop' promises as much
      const none = findToken(reading, clause.from, will, ({ norm }) => /^(?:no|not|none|nobody)$/.test(norm)) >= 0;
      if (will < 1 || none || /^(?:i|we)$/.test(subject)) return [];
      steps.push({ from: will, to: will + 1, will: true });
    }
    let last = Number.POSITIVE_INFINITY;
    for (const { from, to, will: turns } of steps.sort((a, b) => b.from - a.from)) {
      if (to > last) continue;
      last = from;
      const span = spanOfTokens(sentence, from, to);
      const spaced = /\s$/.test(draft.slice(0, span.start)) ? '' : ' ';
      const edit = turns ? { ...span, text: `${spaced}should` } : removeSpan(text, span, voice.lowerCase);
      if (!edit || edit.start < sentence.start) return [];
      text = applyEdit(text, { ...edit, gaps: [] } as Edit);
      at = Math.min(at, edit.start);
    }
    // what is left is as absolute as before
    if (/\b(?:never|ever|not one|nobody|no one|every single)\b/i.test(text.slice(sentence.start)) && !turnsWill)
      return [];
    return at === end ? [] : [{ start: at, end, text: text.slice(at) }];
  };
  const own = found.some(({ from, to }) => from < hit.to && hit.from < to);
  return soften ? (own ? [] : cut(true)) : [...cut(false), ...(own ? cut(true) : [])];
}

/** Where no word is absolute but the promise itself: 'It'll outlive us both' -> 'It should outlive us both'. */
function softened(context: RewriteContext, parts: Parts): Edit[] {
  return plain(context, parts, true);
}

/** 'is 1000% coming back' -> 'is coming back': the statement without its sureness. */
function calmer({ draft, finding, voice }: RewriteContext): Edit[] {
  if (!finding.span) return [];
  const said = draft.slice(finding.span.start, finding.span.end);
  const text = said.replace(SURENESS, ' ').replace(/ {2,}/g, ' ').trim();
  return text === said || text.split(' ').length < 2 ? [] : [replaceSpan(draft, finding.span, text, voice.lowerCase)];
}

const SURENESS =
  /(?:^|\s)(?:\d+ ?(?:%|percent|per cent)|definitely|absolutely|certainly|guaranteed|for sure|without (?:a )?doubt|no doubt|undoubtedly|surely|positively)(?=\s|$)/gi;

/** A vow that says nothing else goes, and only the vow: 'I've frozen the card, and you're getting it all back, trust me'. */
function without(context: RewriteContext, { sentence, hit, tokens, end }: Parts): Edit[] {
  const { draft, facts, voice } = context;
  let head = clauseAt(sentence.reading, hit.from, facts.banks).from;
  while (head > 0 && /^(?:and|but|so|,)$/.test(tokens[head - 1]?.norm ?? '')) head -= 1;
  const first = tokens.findIndex(({ start }) => sentence.start + start >= wordsStart(context, sentence));
  if (head > first && isClause(sentence.reading, { from: first, to: head })) {
    const span = {
      start: sentence.start + (tokens[head - 1]?.end ?? 0),
      end: sentence.start + (tokens[end - 1]?.end ?? 0),
    };
    const cut = factsIn(draft.slice(span.start, span.end)).length > 0 ? null : removeSpan(draft, span, voice.lowerCase);
    return cut ? [cut] : [];
  }
  const said = draft.slice(sentence.start, sentence.end);
  if (factsIn(said).length > 0 || facts.document.sentences.length < 2 || openingAt(facts).at > sentence.start)
    return [];
  const gone = removeSentence(draft, { start: sentence.start, end: sentence.end });
  return gone ? [gone] : [];
}

function neverAgain(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit } = parts;
  const never = findToken(sentence.reading, hit.from, hit.to, ({ norm }) =>
    /^(?:never|not|no|none|nobody|nothing)$/.test(norm),
  );
  // 'You will never see bindweed again', to who only asks: nothing has happened that could happen again
  if (context.facts.conversation.mood.id === 'calm' && !/\b(?:happen|occur|recur)/i.test(sentence.reading.text))
    return [];
  const again = findToken(
    sentence.reading,
    hit.from,
    Math.min(hit.to + 3, sentence.reading.tokens.length),
    ({ norm }) => norm === 'again',
  );
  if (never < 0 || again < 0) return [];
  const start = Math.min(clauseStart(context, parts, never), hit.from);
  // 'I cannot say how sorry I am, this will never happen again': two sentences
  const { tokens } = sentence.reading;
  const joined = /^(?:and|but|so)$/.test(tokens[start]?.norm ?? '');
  const spliced = !joined && tokens[start - 1]?.text === ',' && isClause(sentence.reading, { from: 0, to: start - 1 });
  return wordings('change', context).map((text) => {
    const edit = replaceTokens(context, sentence, start, Math.max(again + 1, hit.to), text);
    if (!spliced || context.voice.lowerCase) return edit;
    const at = sentence.start + (tokens[start - 2]?.end ?? 0);
    return edit.start > at ? { ...edit, start: at, text: `. ${capitalise(edit.text)}` } : edit;
  });
}

/** 'We always answer' -> 'We aim to answer'. */
function always(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens } = parts;
  const at = findToken(sentence.reading, hit.from, hit.to, ({ norm }) => norm === 'always');
  const verb = tokens[at + 1];
  if (at < 0 || verb?.pos !== 'VERB') return [];
  const comma = findToken(sentence.reading, at, hit.to, ({ text }) => text === ',');
  const middle = textOf(sentence.reading, at + 2, comma < 0 ? hit.to : comma);
  return [
    replaceTokens(
      context,
      sentence,
      at,
      Math.max(hit.to, at + 2),
      ['aim to', verb.lemma, middle].filter(Boolean).join(' '),
    ),
  ];
}

/** 'I guarantee it will arrive' -> "It's due to arrive"; 'we will definitely fix' -> 'we are working to fix'. */
function planned(context: RewriteContext, parts: Parts): Edit[] {
  const { sentence, hit, tokens, end } = parts;
  const { reading } = sentence;
  const isWill = ({ norm }: { norm: string }) => norm === 'will';
  let will = findToken(reading, hit.from, end, isWill);
  if (will < 0) will = findToken(reading, clauseStart(context, parts, hit.from), hit.from, isWill);
  if (will < 0) return [];
  let verb = will + 1;
  const skipped: number[] = [];
  while (
    verb < end &&
    (tokens[verb]?.pos === 'ADV' ||
      /^(?:\d+|%|absolutely|definitely|certainly|positively|surely)$/.test(tokens[verb]?.norm ?? ''))
  ) {
    skipped.push(verb);
    verb += 1;
  }
  const head = tokens[verb];
  if (skipped.some((index) => /^(?:never|not|hardly)$/.test(tokens[index]?.norm ?? ''))) return [];
  if (!head || (head.pos !== 'VERB' && head.pos !== 'AUX') || head.norm === 'not') return [];
  const subjectFrom = clauseStart(context, parts, will);
  const opener = findToken(reading, subjectFrom, will, (_token, index) => isPledge(context, parts, index));
  let from = subjectFrom;
  if (opener >= 0) {
    // 'I give you my word that'
    const pledged = context.facts.banks.find('pledging', reading).find((one) => one.from === opener)?.to ?? opener + 1;
    from = hit.from <= opener ? Math.min(Math.max(hit.to, pledged), will) : pledged;
    if (from > opener && tokens[from]?.norm === 'that') from += 1;
    if (from >= will) {
      const after = findToken(reading, opener + 1, will, ({ norm }) => norm === 'that' || norm === 'you');
      from = after >= pledged - 1 && after + 1 < will ? after + 1 : pledged;
    }
    while (from + 1 < will && (['that', ',', 'you'].includes(tokens[from]?.norm ?? '') || tokens[from]?.pos === 'ADV'))
      from += 1;
  }
  let subject = textOf(reading, from, will);
  if (!subject || /^(?:no|not|none|nobody|never)\b/i.test(subject)) return [];
  const us =
    /^(?:i|we)$/i.test(subject) || /\b(?:team|engineers?|technicians?|colleagues?|developers?)$/i.test(subject);
  const be = /^i$/i.test(subject)
    ? 'am'
    : /^(?:we|they|you|these|those|both)$/i.test(subject) || /[^s]s$/.test(subject)
      ? 'are'
      : 'is';
  const short =
    context.voice.contractions && /^(?:i|we|you|it|they|that|this)$/i.test(subject) && !/^this$/i.test(subject);
  subject = short ? `${subject}${context.voice.apostrophe}${{ am: 'm', are: 're', is: 's' }[be]}` : `${subject} ${be}`;
  let stop = end;
  const tail = findToken(
    reading,
    verb,
    end,
    ({ text }, index) => text === ',' && index + 1 < hit.to && isPledge(context, parts, index + 1, 3),
  );
  if (tail > 0) stop = tail;
  const rest = textOf(reading, verb + 1, stop).replace(
    /\s*(?:,\s*)?(?:without fail|no matter what|guaranteed|for sure|100%|no exceptions|(?:there['’]s )?no (?:question|doubt)(?: about (?:it|that))?|come what may|(?:you have )?my word(?: on (?:it|that))?|I promise(?: you)?)$/i,
    '',
  );
  const action = [head.norm === 'be' ? 'be' : head.lemma, rest].filter(Boolean).join(' ');
  const start = Math.min(opener >= 0 ? clauseStart(context, parts, opener) : from, hit.from);
  const state = head.norm === 'be' && tokens[verb + 1]?.pos === 'ADJ';
  const ways = state
    ? ['expected to']
    : us
      ? ['working to', 'planning to']
      : MOVING.test(head.lemma)
        ? ['due to', 'expected to']
        : ['expected to', 'meant to'];
  const bare = textOf(reading, from, will);
  const texts = ways.map((way) => `${subject} ${way} ${action}`);
  if (!us && !state && !MOVING.test(head.lemma)) texts.unshift(`${bare} should ${action}`);
  return texts.map((text) => replaceTokens(context, sentence, start, Math.max(end, hit.to), text));
}

const MOVING =
  /^(?:arrive|be|come|get|reach|ship|land|leave|depart|go|start|begin|end|open|close|return|land|deliver|turn|hit|show|appear|finish|run)$/;

/** A word of pledging stands here: guarantee, promise, assure. */
function isPledge({ facts }: RewriteContext, { sentence }: Parts, at: number, reach = 1): boolean {
  return facts.banks.find('pledging', sentence.reading).some(({ from }) => from >= at && from < at + reach);
}
