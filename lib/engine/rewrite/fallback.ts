/** The last ways out, so that no finding stands without one: a fixed sentence of the principle, or a gap. */
import type { Token } from '../document';
import type { Edit, Span } from '../types';
import { lostFacts } from './facts';
import type { RewriteContext } from './move';
import { nounPhraseAt, partsOf } from './moves/clauses';
import { insertAtClosing, openingAt } from './place';
import { wordings } from './say';
import { capitalise, decapitalise, removeSentence, replaceSpan } from './splice';
import { clauseSpan, ended, fillTemplate, putInPlace } from './template';
import { textOf } from './words';

/** Best first: the phrase, its clause, its sentence, and last its clause or sentence with the facts held on to. */
export function fallbacks(context: RewriteContext): Edit[] {
  const { finding, hit, draft, voice } = context;
  // where things stand is no plain word for anything
  const general = finding.principle === 'jargon' ? [] : wordings('fallback', context);
  const said = [...wordings(`fallback-${finding.principle}`, context), ...general];
  if (!hit || !finding.span) {
    return said.flatMap((text) => [...fillTemplate(text, context), insertAtClosing(context.facts, ended(text), voice)]);
  }
  const span = finding.span;
  const sentence = { start: openedAt(context, hit.sentence.start), end: hit.sentence.end };
  const clause = clauseSpan(context) ?? span;
  const kept = (place: Span) => {
    const facts = keptFacts(context, place);
    if (facts === null) return [];
    // 'As for the deposit, because ...' has no clause to hang on
    const own = said.filter((text) => !/^because\b/i.test(text));
    return own.map((text) => replaceSpan(draft, place, facts(text), voice.lowerCase));
  };
  const gone = removeSentence(draft, sentence);
  return [
    ...said.map((text) => putInPlace(context, text)),
    ...said.map((text) => replaceSpan(draft, clause, text, voice.lowerCase)),
    ...said.map((text) => replaceSpan(draft, sentence, ended(text), voice.lowerCase)),
    ...kept(clause),
    ...kept(sentence),
    ...(gone ? [gone] : []),
    ...said.map((text) => ({ ...sentence, text: capitalise(ended(text)) })),
  ];
}

/** Past the greeting that shares the sentence. */
function openedAt({ facts }: RewriteContext, start: number): number {
  const open = openingAt(facts);
  return open.inline && start < open.at ? open.at : start;
}

/**
 * Puts the facts of a place into a wording: a called name behind it, a time into the request that waits for one, the
 * rest as its topic. Null where nothing is to be kept, or where a fact has no words around it to be named by.
 */
function keptFacts(context: RewriteContext, place: Span): ((text: string) => string) | null {
  const { hit, draft, finding } = context;
  // a word in place of a clause says nothing
  if (!hit || finding.principle === 'jargon') return null;
  const old = draft.slice(place.start, place.end);
  const facts = lostFacts(old, `${draft.slice(0, place.start)} ${draft.slice(place.end)}`);
  if (facts.length === 0) return null;
  const links = facts.filter((fact) => LINK.test(fact));
  const phrases = namedBy(
    context,
    place,
    facts.filter((fact) => !LINK.test(fact)),
  );
  if (phrases === null) return null;
  const called = phrases.filter(({ called }) => called).map(({ text }) => text);
  const due = phrases.filter(({ time, called }) => time && !called && finding.principle === 'directive');
  const rest = phrases.filter((one) => !one.called && !due.includes(one));
  const about = topicOf(context, place) ?? rest.map(({ text }) => text).join(' and ');
  const more = links.length > 0 ? (wordings('more-at', context, { links: links.join(' ') })[0] ?? '') : '';
  return (text) => {
    const timed = due.reduce(
      (said, { text: time, prep }) => said.replace(/(\??)$/, ` ${prep || 'by'} ${time}$1`),
      text,
    );
    const what = HAPPENED.exec(timed);
    const opened = !about
      ? timed
      : what
        ? timed.replace(
            HAPPENED,
            `${what[0]} ${rest.map((one) => `${one.prep || (one.time ? 'on' : 'with')} ${one.text}`).join(' ') || about}`,
          )
        : `${wordings('about-facts', context, { facts: about })[0] ?? ''} ${decapitalise(timed)}`;
    const name = called.length > 0 ? `, ${called.join(' ')}` : '';
    return opened.replace(/([?.!]?)$/, `${name}${more}$1`);
  };
}

/** The gap that takes a time or a name behind it: '[what happened] on Monday'. */
const HAPPENED = /\[what (?:happened|went wrong for them)\]/;

interface Named {
  text: string;
  /** The preposition before it. */
  prep: string;
  time: boolean;
  called: boolean;
}

/** The noun phrases that facts stand in, in their order: 'the 28 days', 'Mr Hale'. Null where one is a number alone. */
function namedBy(context: RewriteContext, place: Span, facts: readonly string[]): Named[] | null {
  const { hit } = context;
  if (!hit) return null;
  const { reading, start } = hit.sentence;
  const { tokens } = reading;
  const inside = (index: number) => {
    const token = tokens[index];
    return token !== undefined && start + token.start >= place.start && start + token.end <= place.end;
  };
  const ranges: { from: number; to: number }[] = [];
  for (const fact of facts) {
    const at = reading.text.toLowerCase().indexOf(fact.toLowerCase(), Math.max(0, place.start - start));
    let from = tokens.findIndex(({ end }) => end > at);
    let to = tokens.findIndex(({ start }) => start >= at + fact.length);
    if (at < 0 || from < 0) return null;
    if (to < 0) to = tokens.length;
    while (
      inside(from - 1) &&
      NOMINAL.test(tokens[from - 1]?.pos ?? '') &&
      !/^(?:sorry|past)$/.test(tokens[from - 1]?.norm ?? '')
    )
      from -= 1;
    while (inside(from - 1) && isDeterminer(tokens[from - 1])) from -= 1;
    while (inside(to) && /^(?:NOUN|PROPN|NUM)$/.test(tokens[to]?.pos ?? '') && !AT_TIME.test(tokens[to]?.norm ?? ''))
      to += 1;
    const last = ranges.at(-1);
    const joint =
      last?.to === from || (last?.to === from - 1 && /^(?:of|and|,|for)$/.test(tokens[from - 1]?.norm ?? ''));
    if (last && (from < last.to || joint)) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  const named = ranges
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }): Named => {
      const before = tokens[from - 1];
      const after = tokens[to];
      const own = tokens.slice(from, to);
      const apart =
        (before === undefined || !inside(from - 1) || before.text === ',' || before.pos === 'INTJ') &&
        (!inside(to) || after?.pos === 'PUNCT');
      const time =
        own.some(({ norm }) => TIME.test(norm)) ||
        /^(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|the \d{1,2}(?:st|nd|rd|th)?)$/i.test(textOf(reading, from, to));
      return {
        text: textOf(reading, from, to),
        prep: before?.pos === 'ADP' ? before.norm : '',
        time,
        called: !time && apart && own.every(({ pos }) => pos === 'PROPN'),
      };
    });
  return named;
}

const NOMINAL = /^(?:ADJ|NUM|NOUN|PROPN|SYM)$/;
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|am|pm|days?|weeks?|hours?)$/;
const AT_TIME = /^(?:today|yesterday|tomorrow|tonight|last|next)$/;
/** A number, a code or a day alone names no topic. */
const BARE = /^(?:[#£$€]?\d[\w:.,/%-]*|[A-Z]{0,2}\d+)$/;

function isDeterminer(token: Token | undefined): boolean {
  return token?.pos === 'DET' || /^(?:my|your|our|his|her|their|its)$/.test(token?.norm ?? '');
}

const LINK = /https?:|www\.|@/;

/** What the clause is about, if that holds its facts: 'the June payment' of 'the June payment stands'. */
function topicOf(context: RewriteContext, span: Span): string | null {
  const { hit, draft, finding } = context;
  const parts = partsOf(context);
  if (!hit || !parts || !finding.span) return null;
  const from = parts.tokens.findIndex(({ start }) => start >= span.start - parts.sentence.start);
  const noun = from < 0 ? null : nounPhraseAt(parts, from, parts.end);
  if (!noun || (parts.tokens[from]?.pos === 'PRON' && noun.to === from + 1)) return null;
  const topic = textOf(parts.sentence.reading, from, noun.to);
  if (/^(?:no|any|nothing|none)\b/i.test(topic) || BARE.test(topic)) return null;
  return lostFacts(draft.slice(span.start, span.end), topic).length > 0
    ? null
    : parts.tokens[from]?.pos === 'PROPN'
      ? topic
      : decapitalise(topic);
}
