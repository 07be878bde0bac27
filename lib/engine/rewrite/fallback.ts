/** The last ways out, so that no finding stands without one: a fixed sentence of the principle, or a gap. */
import type { Edit } from '../types';
import { factsIn, lostFacts } from './facts';
import type { RewriteContext } from './move';
import { nounPhraseAt, partsOf } from './moves/clauses';
import { insertAtClosing } from './place';
import { wordings } from './say';
import { capitalise, decapitalise, isSentenceStart, removeSentence, replaceSpan } from './splice';
import { clauseSpan, ended, fillTemplate, putInPlace } from './template';
import { textOf } from './words';

/** Best first: the phrase, its clause, its sentence, and last its sentence with the facts held on to. */
export function fallbacks(context: RewriteContext): Edit[] {
  const { finding, hit, draft, voice } = context;
  const said = [...wordings(`fallback-${finding.principle}`, context), ...wordings('fallback', context)];
  if (!hit || !finding.span) {
    return said.flatMap((text) => [...fillTemplate(text, context), insertAtClosing(context.facts, ended(text), voice)]);
  }
  const span = finding.span;
  const sentence = { start: hit.sentence.start, end: hit.sentence.end };
  const clause = clauseSpan(context);
  const facts = [...new Set(factsIn(draft.slice(sentence.start, sentence.end)))];
  const whole = (text: string): Edit => {
    const list = /(?:^|\n)\s*$/.test(draft.slice(0, sentence.start)) && !isSentenceStart(draft, sentence.start);
    return replaceSpan(draft, sentence, list ? text : ended(text), voice.lowerCase);
  };
  const links = facts.filter((fact) => LINK.test(fact));
  const named = sideBySide(
    facts.filter((fact) => !LINK.test(fact)),
    draft.slice(sentence.start, sentence.end),
  );
  const kept = (text: string): Edit => {
    const about = topicOf(context) ?? named.join(' and ');
    const opened = about ? `${wordings('about-facts', context, { facts: about })[0] ?? ''} ${text}` : text;
    const more = links.length > 0 ? (wordings('more-at', context, { links: links.join(' ') })[0] ?? '') : '';
    return replaceSpan(draft, clause ?? span, opened + more, voice.lowerCase);
  };
  const gone = removeSentence(draft, sentence);
  return [
    ...said.map((text) => putInPlace(context, text)),
    ...said.map((text) => replaceSpan(draft, clause ?? span, text, voice.lowerCase)),
    ...(facts.length > 0 || topicOf(context) ? said.map(kept) : []),
    ...said.map(whole),
    ...(gone ? [gone] : []),
    ...said.map((text) => ({ ...sentence, text: capitalise(ended(text)) })),
  ];
}

const LINK = /https?:|www\.|@/;

/** Facts that stand side by side are one: 'Shadyside' and 'Inn'. */
function sideBySide(facts: readonly string[], text: string): string[] {
  const joined: string[] = [];
  for (const fact of facts) {
    const both = `${joined.at(-1)} ${fact}`;
    if (joined.length > 0 && text.includes(both)) joined[joined.length - 1] = both;
    else joined.push(fact);
  }
  return joined;
}

/** What the clause is about, if that holds its facts: 'the June payment' of 'the June payment stands'. */
function topicOf(context: RewriteContext): string | null {
  const { hit, draft, finding } = context;
  const parts = partsOf(context);
  if (!hit || !parts || !finding.span) return null;
  const span = clauseSpan(context) ?? finding.span;
  const from = parts.tokens.findIndex(({ start }) => start >= span.start - parts.sentence.start);
  const noun = from < 0 ? null : nounPhraseAt(parts, from, parts.end);
  if (!noun || (parts.tokens[from]?.pos === 'PRON' && noun.to === from + 1)) return null;
  const topic = textOf(parts.sentence.reading, from, noun.to);
  if (/^(?:no|any|nothing|none)\b/i.test(topic)) return null;
  return lostFacts(draft.slice(span.start, span.end), topic).length > 0 ? null : decapitalise(topic);
}
