/** The customer's side of a draft: what they said, how they feel, what they asked, what we told them before. */
import type { CompiledBanks } from '../phrasebank/compile';
import { type Document, readDocument } from './document';
import type { Conversation, Mood, Span } from './types';

export interface ConversationReading {
  /** As given, with the defaults filled in. */
  source: Conversation & Required<Pick<Conversation, 'channel' | 'kind'>>;
  /** The customer's last message; empty where the host shows none. */
  customer: Document;
  /** Earlier replies of ours, oldest first. */
  ours: Document[];
  mood: Mood;
  /** In `source.customer`. */
  questions: Span[];
}

export function readConversation(conversation: Conversation, _banks: CompiledBanks): ConversationReading {
  const source = {
    ...conversation,
    channel: conversation.channel ?? 'email',
    kind: conversation.kind ?? 'reply',
  } as const;
  return {
    source,
    customer: readDocument(source.customer ?? ''),
    ours: (source.earlier ?? []).filter((turn) => turn.from === 'agent').map((turn) => readDocument(turn.text)),
    mood: { id: 'calm', evidence: [] },
    questions: [],
  };
}
