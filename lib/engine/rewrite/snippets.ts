/** The team's own wordings for what is missing in a reply, at the place where ours would go. */
import type { SnippetKind } from '../../phrasebank/layer';
import type { Edit, PrincipleId } from '../types';
import type { Move, RewriteContext } from './move';
import { closing, inPlaceOfHeat, opening } from './moves/insert';
import { fillSlots } from './say';
import { ended, inflectLike, insertGreeting } from './template';

/** What is missing where a principle is broken. A kind word that comes too late is missing nothing. */
const MISSING: Readonly<Partial<Record<PrincipleId, SnippetKind>>> = {
  'missing-empathy': 'opening',
  'no-personal-touch': 'opening',
  'no-next-step': 'next-step',
  'no-follow-up': 'follow-up',
  boundary: 'boundary',
};

export const fromSnippets: Move = (context) => {
  const kind = MISSING[context.finding.principle];
  if (!kind) return [];
  const said = context.facts.banks
    .snippets(kind)
    .flatMap(({ text }) => fillSlots(inflectLike(text, context), context) ?? []);
  return PLACED[kind](said, context);
};

const PLACED: Readonly<Record<SnippetKind, (said: string[], context: RewriteContext) => Edit[]>> = {
  opening: (said, context) =>
    said.flatMap((text) => (isGreeting(text) ? insertGreeting(context, text) : opening([text], context))),
  'next-step': (said, context) => closing(said.map(ended), context),
  'follow-up': (said, context) => closing(said.map(ended), context),
  boundary: (said, context) => [...inPlaceOfHeat(said.map(ended), context), ...closing(said.map(ended), context)],
};

/** 'Hi {name},' has a line of its own; 'Thank you for your patience.' goes with the rest. */
function isGreeting(text: string): boolean {
  return !/[.?]$/.test(text) && text.split(/\s+/).length <= GREETING_WORDS;
}
const GREETING_WORDS = 5;
