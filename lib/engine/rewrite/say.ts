/** Wordings of phrases.json in the agent's voice, with the slots filled from the conversation. */
import { feelingOf, problemOf, topicOf } from './lift';
import type { RewriteContext } from './move';
import { nameOf, signedName } from './names';
import { speak } from './voice';

/** All wordings of a key. Those with a slot that this conversation cannot fill are left out. */
export function wordings(key: string, context: RewriteContext, slots: Readonly<Record<string, string>> = {}): string[] {
  return context.facts.banks.wordingsIfAny(key).flatMap((wording) => {
    const filled = fillSlots(wording, context, slots);
    return filled === null ? [] : [filled];
  });
}

/** Chat has wordings of its own where phrases.json gives them: 'next-step-chat'. */
export function wordingsFor(
  key: string,
  context: RewriteContext,
  slots: Readonly<Record<string, string>> = {},
): string[] {
  const own = context.voice.channel === 'chat' ? wordings(`${key}-chat`, context, slots) : [];
  return own.length > 0 ? own : wordings(key, context, slots);
}

/**
 * Slots that need no phrase: {name}, {problem}, {topic}, {feeling}, and what is handed in. The words around them take the
 * agent's voice, what is filled in stays. Null where a slot has nothing to hold.
 */
export function fillSlots(
  wording: string,
  context: RewriteContext,
  slots: Readonly<Record<string, string>> = {},
): string | null {
  let empty = false;
  const said = speak(wording, context.voice).replace(/\{(\w+)\}/g, (_all, slot: string) => {
    const value = slots[slot] ?? fromConversation(slot, context);
    if (value === null) empty = true;
    return value ?? '';
  });
  return empty ? null : said;
}

function fromConversation(slot: string, { facts, voice }: RewriteContext): string | null {
  if (slot === 'name') return nameOf(facts.conversation.source.customerName) ?? signedName(facts) ?? '[name]';
  if (slot === 'feeling') return feelingOf(facts);
  if (slot === 'topic') return topicOf(facts);
  if (slot === 'problem') {
    const problem = problemOf(facts);
    if (problem === null) return null;
    return voice.apostrophe === '’' ? problem.replace(/(\w)'(\w)/g, '$1’$2') : problem;
  }
  return null;
}
