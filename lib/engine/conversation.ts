/** The customer's side of a draft: what they said, how they feel, what they asked, what we told them before. */
import type { CompiledBanks } from '../phrasebank/compile';
import { type Document, readDocument } from './document';
import { moodOf, moodSigns } from './mood';
import { findQuestions } from './questions';
import type { Conversation, Mood, Span } from './types';

export interface ConversationReading {
  /** As given, with the defaults filled in. */
  source: Conversation & Required<Pick<Conversation, 'channel' | 'kind'>>;
  /** The customer's last message; empty where the host shows none. */
  customer: Document;
  /** Earlier replies of ours, oldest first. */
  ours: Document[];
  /** Their own earlier messages, oldest first. */
  told: Document[];
  mood: Mood;
  /** How upset, by the signs in moods.json: from 1 on they are. */
  strength: number;
  /** They report that something went wrong, calmly or not. */
  problem: boolean;
  /** Entry ids of moods.json found in the customer's message. */
  signs: readonly string[];
  /** In `source.customer`. */
  questions: Span[];
}

/** Signs in moods.json that tell of something gone wrong, whatever the mood. */
const PROBLEM_SIGNS: ReadonlySet<string> = new Set([
  'fault',
  'loss',
  'ours-did-it',
  'money-taken',
  'promise-broken',
  'repeated-contact',
  'treated-badly',
]);

export function readConversation(conversation: Conversation, banks: CompiledBanks): ConversationReading {
  const source = {
    ...conversation,
    channel: conversation.channel ?? 'email',
    kind: conversation.kind ?? 'reply',
  } as const;
  const customer = readDocument(source.customer ?? '');
  const signs = moodSigns(customer, banks);
  const { strength, ...mood } = moodOf(customer, signs, banks.moodWeights, conversation.channel);
  // "8841. When will I get it back?": what went wrong was told some turns ago
  const told = (source.earlier ?? []).filter((turn) => turn.from === 'customer').map((turn) => readDocument(turn.text));
  const all = [...signs, ...told.flatMap((turn) => moodSigns(turn, banks))];
  return {
    source,
    customer,
    ours: (source.earlier ?? []).filter((turn) => turn.from === 'agent').map((turn) => readDocument(turn.text)),
    told,
    mood,
    strength,
    signs: [...new Set(signs.map(({ rule }) => rule.entry.id))],
    questions: findQuestions(customer, banks),
    problem: mood.id !== 'calm' || all.some(({ rule }) => PROBLEM_SIGNS.has(rule.entry.id)),
  };
}
