/** What a draft as a whole lacks, put in at its place: section B of the rubric. */
import type { Edit } from '../../types';
import type { Move, RewriteContext } from '../move';
import { insertAtClosing, insertAtOpening } from '../place';
import { wordings, wordingsFor } from '../say';
import { insertGreeting } from '../template';

const opening = (texts: string[], { facts, voice }: RewriteContext): Edit[] =>
  texts.map((text) => insertAtOpening(facts, text, voice));
const closing = (texts: string[], { facts, voice }: RewriteContext): Edit[] =>
  texts.map((text) => insertAtClosing(facts, text, voice));

/** What the customer said happened, back in our words. */
export const restate: Move = (context) =>
  opening([...wordings('restate', context), ...wordings('restate-gap', context)], context);

export const offerOption: Move = (context) => closing(wordingsFor('offer', context), context);
export const nextStep: Move = (context) => closing(wordingsFor('next-step', context), context);
export const offerFollowUp: Move = (context) => closing(wordingsFor('follow-up', context), context);
export const setBoundary: Move = (context) => opening(wordings('boundary', context), context);

export const addGreeting: Move = (context) =>
  wordings('greeting', context).map((text) => insertGreeting(context, text));
