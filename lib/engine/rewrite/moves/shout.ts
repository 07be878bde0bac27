/** Capitals and piled-up marks, said calmly. */
import { readDocument, type Token } from '../../document';
import { spanOf } from '../../phrases';
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { capitalise, isSentenceStart, removeSpan, replaceSpan } from '../splice';
import { spanOfTokens } from '../words';
import { orderToRequest } from './order';

const MARKS = /[!?]{2,}/g;

export const sentenceCase: Move = (context) => {
  if (!context.finding.span || !context.hit) return [];
  return [...asked(context), ...allAtOnce(context), ...calmed(context)];
};

/** A shouted order is a request, said calmly. */
function asked(context: RewriteContext): Edit[] {
  const { facts, hit, finding } = context;
  const order = facts.phrases.find(
    (one) =>
      hit !== null &&
      one.rule.bank === 'directive' &&
      one.sentence === hit.sentence &&
      one.from < hit.to &&
      hit.from < one.to,
  );
  if (!order) return [];
  return orderToRequest({ ...context, hit: order, finding: { ...finding, span: spanOf(order) } });
}

/** So much apart, and the next shout is one of its own. */
const NEAR = 160;

/** All that is shouted in the paragraph, where there is more than the one. */
function allAtOnce(context: RewriteContext): Edit[] {
  const { facts, hit, draft } = context;
  const loud = facts.phrases
    .filter((one) => one.rule.bank === 'shouting' && one.sentence.block === hit?.sentence.block)
    .map((one) => ({ ...context, hit: one, finding: { ...context.finding, span: spanOf(one) } }));
  const own = loud.findIndex((one) => one.hit.from === hit?.from && one.hit.sentence === hit.sentence);
  if (own < 0 || loud.length < 2) return [];
  const edits = loud.map((one) => calmed(one)[0]);
  if (edits.some((edit) => edit === undefined)) return [];
  const sorted = (edits as Edit[]).sort((a, b) => a.start - b.start || b.end - a.end);
  const mine = calmed(loud[own] as (typeof loud)[number])[0] as Edit;
  const near = sorted.filter(({ start, end }) => start - mine.end < NEAR && mine.start - end < NEAR);
  let text = '';
  let at = near[0]?.start ?? 0;
  const start = at;
  for (const edit of near) {
    if (edit.end <= at) continue;
    if (edit.start < at) return [];
    text += draft.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return near.length > 1 ? [{ start, end: at, text }] : [];
}

function calmed(context: RewriteContext): Edit[] {
  const { draft, finding, hit } = context;
  if (!finding.span || !hit) return [];
  const { start, end } = finding.span;
  const said = draft.slice(start, end);
  if (/^[\s!?.]+$/.test(said)) return marks(context, said);
  const told = context.facts.banks
    .find('told-already', hit.sentence.reading)
    .find(({ from, to }) => from <= hit.from && to >= hit.to);
  if (told) {
    const dropped = removeSpan(draft, spanOfTokens(hit.sentence, told.from, told.to));
    return dropped ? [dropped] : [];
  }
  const calm = isSentenceStart(draft, start) ? capitalise(lower(context, said)) : lower(context, said);
  const rest = /^\s*([!?]{2,})/.exec(draft.slice(end));
  const edit: Edit = {
    start,
    end: end + (rest?.[0].length ?? 0),
    text: calm.replace(MARKS, one) + (rest?.[1] ? one(rest[1]) : ''),
  };
  const prohibits = /^do not\b/i.test(said) && isSentenceStart(draft, start);
  if (!prohibits) return [edit];
  return [
    ...wordings('please-do-not', context).map((text) =>
      replaceSpan(draft, finding.span ?? edit, `${text}${calm.slice(6)}`),
    ),
    edit,
  ];
}

/** One mark for many; a full stop where a line of joy was one of several. */
function marks({ draft, finding, hit, facts }: RewriteContext, said: string): Edit[] {
  const span = finding.span;
  if (!span || !hit) return [];
  const { start } = span;
  // marks that stand right behind belong to the pile
  const end = span.end + (/^[!?]+/.exec(draft.slice(span.end))?.[0].length ?? 0);
  const sorry = facts.banks.has('sorry-word', hit.sentence.reading);
  const exclaims = said.includes('?') ? '?' : sorry ? '.' : '!';
  const shouted = hit.sentence.reading.tokens.filter(
    (token) => /^[A-Z]{2,}$/.test(token.text) && isShouted(token, hit.sentence.reading.tokens),
  );
  const edits: Edit[] = [{ start, end, text: exclaims }];
  if (exclaims === '!') edits.push({ start, end, text: '.' });
  const first = shouted[0];
  if (first) {
    const from = hit.sentence.start + first.start;
    const text = draft.slice(from, start);
    edits.unshift({
      start: from,
      end,
      text: `${lowerWords(text, facts.conversation.source.customer ?? '', [])}${exclaims === '?' ? '?' : '.'}`,
    });
  }
  return edits;
}

function one(piled: string): string {
  return piled.includes('?') ? '?' : '!';
}

function lower({ facts, draft }: RewriteContext, text: string): string {
  const { conversation } = facts;
  const names = [conversation.source.customerName, conversation.source.agentName].flatMap(
    (name) => name?.split(/\s+/) ?? [],
  );
  // Capitals as the rest of the draft and the customer write them are spellings, not shouting.
  const small = draft
    .split('\n')
    .filter((line) => /[a-z]/.test(line))
    .join('\n');
  const calm = lowerWords(text, `${small.replace(text, ' ')} ${conversation.source.customer ?? ''}`, names);
  return facts.banks.has('acronym', readDocument(calm).sentences[0]?.reading ?? { text: '', tokens: [] })
    ? restore(calm, text, facts)
    : calm;
}

type Facts = RewriteContext['facts'];

/** Known acronyms stand in capitals again. */
function restore(calm: string, original: string, { banks }: Facts): string {
  let text = calm;
  for (const { reading, start } of readDocument(calm).sentences) {
    for (const { from, to } of banks.find('acronym', reading)) {
      const first = reading.tokens[from];
      const last = reading.tokens[to - 1];
      if (!first || !last) continue;
      const at = start + first.start;
      const end = start + last.end;
      text = text.slice(0, at) + original.slice(at, end) + text.slice(end);
    }
  }
  return text;
}

const KEPT = /^(?:https?:|www\.)|@|\d/;

function lowerWords(text: string, known: string, names: readonly string[]): string {
  let sentenceStart = false;
  return text.replace(/\S+/g, (word) => {
    const begins = sentenceStart;
    sentenceStart = /[.!?]$/.test(word);
    const core = word.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
    if (KEPT.test(core) || !/\p{Lu}{2}|^[IA]$|^\p{Lu}$/u.test(core)) return word;
    if (core === 'I' || /^I['’]/.test(core))
      return word.replace(/^(\W*I)(.*)$/s, (_all, i: string, rest: string) => i + rest.toLowerCase());
    const small = core.toLowerCase();
    const name = names.find((one) => one.toLowerCase() === small);
    if (name) return word.replace(core, name);
    const seen = spelt(core, known);
    if (seen) return word.replace(core, seen);
    if (DAY_OR_MONTH.test(core)) return word.replace(core, capitalise(small));
    return word.replace(core, begins ? capitalise(small) : small);
  });
}

const DAY_OR_MONTH =
  /^(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)$/i;

/** How the word is spelt in running text elsewhere, in the middle of a sentence. */
function spelt(core: string, known: string): string | null {
  const at = known
    .toLowerCase()
    .search(new RegExp(`(?<=[a-z,] )${core.toLowerCase().replace(/[^\p{L}\d]/gu, '.')}\\b`, 'u'));
  return at < 0 ? null : known.slice(at, at + core.length);
}

function isShouted(token: Token, tokens: readonly Token[]): boolean {
  const small = tokens.some(({ text }) => /^[a-z]{2,}/.test(text));
  return !small || ['ADV', 'VERB', 'ADJ', 'AUX', 'PART', 'DET', 'PRON'].includes(token.pos);
}
