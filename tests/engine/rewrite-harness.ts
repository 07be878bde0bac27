import { coach } from '../../lib/engine/coach';
import { sourceOf } from '../../lib/engine/review-source';
import { MOVES } from '../../lib/engine/rewrite';
import type { RewriteContext } from '../../lib/engine/rewrite/move';
import { applyEdit } from '../../lib/engine/rewrite/splice';
import { voiceOf } from '../../lib/engine/rewrite/voice';
import type { Conversation, PrincipleId } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { marks } from '../../lib/phrasebank/schema';

/** A phrase as a detector would hand it to a move; `marked` has it in [[ ]], or no marks for a draft as a whole. */
export function contextOf(marked: string, principle: PrincipleId, conversation: Conversation = {}): RewriteContext {
  const { text, span } = marks(marked) as NonNullable<ReturnType<typeof marks>>;
  const banks = builtInBanks();
  const { facts } = sourceOf(coach(text, conversation, banks));
  const rule = banks.allRules().find(({ bank }) => bank === principle);
  if (!rule) throw new Error(`no rule of ${principle}`);
  const sentence = span && facts.document.sentences.find(({ start, end }) => span.start >= start && span.start < end);
  const tokens = sentence?.reading.tokens ?? [];
  const from = tokens.findIndex(({ start }) => sentence && span && sentence.start + start >= span.start);
  const to = tokens.findIndex(({ start }) => sentence && span && sentence.start + start >= span.end);
  const hit = sentence ? { rule, sentence, from, to: to < 0 ? tokens.length : to, why: [] } : null;
  return {
    draft: text,
    finding: { id: 'test', principle, rule: rule.id, span, severity: 'high', message: '', why: [] },
    rule,
    hit,
    facts,
    voice: voiceOf(facts, sentence ?? undefined),
  };
}

/** The drafts that a move makes of one, best first. */
export function movesOf(name: string, marked: string, principle: PrincipleId, conversation?: Conversation): string[] {
  const context = contextOf(marked, principle, conversation);
  return (MOVES[name]?.(context) ?? []).map((edit) => applyEdit(context.draft, edit));
}
