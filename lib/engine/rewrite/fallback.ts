/** The last ways out, so that no finding stands without one: a fixed sentence of the principle, or a gap. */
import type { Edit } from '../types';
import { factsIn } from './facts';
import type { RewriteContext } from './move';
import { insertAtClosing } from './place';
import { wordings } from './say';
import { capitalise, isSentenceStart, removeSentence, replaceSpan } from './splice';
import { clauseSpan, ended, fillTemplate } from './template';

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
  const kept = (text: string): Edit => ({
    ...sentence,
    text: ended(`${facts.join(', ')}: ${text}`),
  });
  const gone = removeSentence(draft, sentence);
  return [
    ...said.map((text) => replaceSpan(draft, clause ?? span, text, voice.lowerCase)),
    ...said.map((text) => replaceSpan(draft, span, text, voice.lowerCase)),
    ...said.map(whole),
    ...(gone ? [gone] : []),
    ...said.map((text) => kept(text)),
    ...said.map((text) => ({ ...sentence, text: capitalise(ended(text)) })),
  ];
}
