/** A yes/no question about trouble becomes one that lets the customer tell. */
import { beginsAt } from '../../context/clause';
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { decapitalise } from '../splice';
import { findToken, textOf } from '../words';
import { nounPhraseAt, type Parts, partsOf, replaceTokens } from './clauses';

const SCENE = new Set([
  'with',
  'on',
  'in',
  'at',
  'since',
  'when',
  'while',
  'during',
  'after',
  'before',
  'about',
  'regarding',
  'using',
  'for',
  'from',
]);

export const openQuestion: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, tokens, sentence, end } = parts;
  if (end === tokens.length || tokens[end]?.text[0] !== '?') return [];
  const start = hit.from;
  // a guess asks after one cause: its topic is not what went wrong
  const guesses = /\/(?:guess|presumption)$/.test(context.rule.id);
  const topics = (guesses ? [reasonOf, strugglingOf] : [reasonOf, strugglingOf, troubleOf, stateOf, aboutOf])
    .map((turn) => turn(context, parts, start))
    .find((texts) => texts.length > 0);
  const told = (context.facts.conversation.source.customer ?? '').split(/\s+/).length >= TOLD_WORDS;
  const general = [
    ...keptCheck(context, parts, start, told),
    ...wordings(told ? 'tell-me-exactly' : 'tell-me-more', context),
  ];
  // 'May I know if there is a problem': the whole question
  const asks = findToken(sentence.reading, 0, start, ({ norm }) => /^(?:if|whether|may|can|could)$/.test(norm));
  const from = asks >= 0 && asks <= 1 ? 0 : start;
  return [...(topics ?? []), ...general].map(
    (text): Edit => replaceTokens(context, sentence, from, tokens.length, text),
  );
};

/** 'Was the shuttle late?' -> 'Could you tell me more about what happened: was the shuttle late?' */
function keptCheck(context: RewriteContext, { sentence, tokens, end }: Parts, start: number, told: boolean): string[] {
  const first = tokens[start];
  const asks = first !== undefined && /^(?:AUX|VERB)$/.test(first.pos) && HELPER.test(first.norm);
  // 'Any duplicates?', 'sync acting up?'
  const clipped = first !== undefined && end - start <= 8 && CLIPPED.test(first.pos) && start === 0;
  if (!first || !(asks || clipped)) return [];
  const check = decapitalise(textOf(sentence.reading, start, end)).replace(TRAILS_OFF, '');
  if (end - start < (asks ? 3 : 2)) return [];
  const past = /^(?:was|were|did|has|have|had|wasn't|weren't|didn't|haven't|hasn't)$/.test(first.norm);
  // 'Is it blurry, or is there no picture?' is open enough
  if (/\bor\b/.test(check)) return wordings('open-check-choice', context, { check });
  const key = told ? (past ? 'open-check-told' : 'open-check-told-now') : past ? 'open-check' : 'open-check-now';
  return wordings(key, context, { check });
}

/** 'or something', 'then': what only softens a guess. */
const TRAILS_OFF = /,? (?:or (?:something|anything|what|not|no)|then|at all)$/i;

const CLIPPED = /^(?:NOUN|DET|ADJ)$/;
const HELPER =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't)$/;

/** A customer who wrote this much told the story already: the question asks for what they see. */
const TOLD_WORDS = 12;

/** 'Are you failing to see the website?' -> 'What happens when you try to see the website?' */
function strugglingOf(context: RewriteContext, { sentence, tokens, end }: Parts, start: number): string[] {
  const { reading } = sentence;
  const at = findToken(reading, start, end, ({ lemma }) => /^(?:fail|unable|struggle|able)$/.test(lemma));
  const you = findToken(reading, start, at, ({ norm }) => norm === 'you');
  if (at < 0 || you < 0 || tokens[at + 1]?.norm !== 'to') return [];
  return wordings('open-try', context, { action: textOf(reading, at + 2, end).replace(/,? or (?:not|no)$/i, '') });
}

/** 'Did anything disappoint you about your stay?' -> 'Can you tell me more about your stay?' */
function aboutOf(context: RewriteContext, parts: Parts, start: number): string[] {
  const { sentence, tokens, end } = parts;
  const { reading } = sentence;
  const at = findToken(reading, start, end, ({ norm }) => /^(?:with|about|during|regarding|of)$/.test(norm));
  const noun = at < 0 ? null : nounPhraseAt(parts, at + 1, end);
  if (!noun || noun.to < end || !/^(?:your|the|this|that)$/.test(tokens[at + 1]?.norm ?? '')) return [];
  return wordings('open-tail', context, { topic: textOf(reading, at + 1, noun.to) });
}

/** 'Do you want to cancel because of the price?' -> "... why you'd like to cancel?" */
function reasonOf(context: RewriteContext, { sentence, tokens, end }: Parts, start: number): string[] {
  const want = findToken(sentence.reading, start, end, ({ lemma }) =>
    ['want', 'like', 'wish', 'decide'].includes(lemma),
  );
  const because = findToken(sentence.reading, start, end, ({ norm }) => norm === 'because' || norm === 'due');
  if (want < 0 || because < want || tokens[want + 1]?.norm !== 'to') return [];
  return wordings('open-why', context, { action: textOf(sentence.reading, want + 2, because) });
}

/** 'Is there a problem with X?', 'Are you having trouble on X?', 'Did something go wrong when S?' */
function troubleOf(context: RewriteContext, { sentence, tokens, end: last }: Parts, start: number): string[] {
  const { reading } = sentence;
  let end = last;
  const banks = context.facts.banks;
  const word = findToken(
    reading,
    start,
    end,
    (_token, index) => beginsAt('trouble-word', reading, index, banks) !== undefined,
  );
  if (word < 0) return [];
  const to = beginsAt('trouble-word', reading, word, banks)?.to ?? word + 1;
  // 'trouble logging in'
  const doing = tokens[to];
  if (doing && /^\w{2,}ing$/.test(doing.norm) && !SCENE.has(doing.norm) && tokens[start + 1]?.norm === 'you')
    return wordings('open-about', context, { what: `what happens when you're ${textOf(reading, to, end)}` });
  // '..., are you?', '..., I suppose?'
  const tag = findToken(reading, to, end, ({ text }, index) => text === ',' && end - index <= 4);
  if (tag > 0) end = tag;
  const scene = findToken(reading, to, end, ({ norm }) => SCENE.has(norm));
  const present = /^(?:is|are|do|does)$/.test(tokens[start]?.norm ?? '');
  const perfect = /^(?:have|has)$/.test(tokens[start]?.norm ?? '');
  if (scene < 0) return [];
  const at = tokens[scene]?.norm ?? '';
  if (scene > to && !['since', 'when', 'while', 'after', 'before', 'during', 'with', 'on', 'in', 'at'].includes(at))
    return [];
  let place = textOf(reading, scene, end);
  if (at === 'using') place = `when you use ${textOf(reading, scene + 1, end)}`;
  if (/ing$/.test(tokens[scene + 1]?.norm ?? '') && tokens[scene + 1]?.pos === 'VERB') {
    place = at === 'with' || at === 'in' ? `when you're ${textOf(reading, scene + 1, end)}` : place;
  }
  const happening =
    perfect || at === 'since'
      ? 'has happened'
      : present && at !== 'with'
        ? 'happens'
        : present && /\b(?:app|site|website|page|login|account)\b/.test(place)
          ? "what's happening"
          : 'happened';
  const what = happening.startsWith('what') ? happening : `what ${happening}`;
  return wordings('open-about', context, { what: `${what} ${place}` });
}

/** 'Is the app not working?', 'Was the delivery bad?', 'Were you unhappy with the colour?' */
function stateOf(context: RewriteContext, parts: Parts, start: number): string[] {
  const { sentence, tokens, end } = parts;
  const { reading } = sentence;
  const verb = tokens[start];
  if (!verb || !/^(?:is|are|was|were|has|did|does)$/.test(verb.norm)) return [];
  if (tokens[start + 1]?.norm === 'you') {
    const withAt = findToken(reading, start + 2, end, ({ norm }) => norm === 'with' || norm === 'about');
    if (withAt < 0) return [];
    const thing = textOf(reading, withAt + 1, end);
    return verb.norm === 'were' || verb.norm === 'did'
      ? wordings('open-find', context, { thing })
      : wordings('open-finding', context, { thing });
  }
  const noun = nounPhraseAt(parts, start + 1, end);
  if (!noun || noun.to >= end) return [];
  const thing = textOf(reading, start + 1, noun.to);
  if (verb.norm === 'was' || verb.norm === 'were') {
    const told = (context.facts.conversation.source.customer ?? '').split(/\s+/).length >= TOLD_WORDS;
    const how = wordings('open-how', context, { thing, was: verb.norm });
    // 'How was the shuttle?' mocks who waited for it in vain
    return told || context.facts.conversation.mood.id !== 'calm' ? keptCheck(context, parts, start, told) : how;
  }
  if (findToken(reading, noun.to, end, ({ norm }) => norm === 'or') >= 0) return [];
  return wordings('open-happening', context, { thing });
}
