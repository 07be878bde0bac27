/** What one rule finds in a text, the same as in a full review, and without what a review does beside it. */
import { conversationOf } from '../../audit/review-row';
import { readConversation } from '../../engine/conversation';
import { readDocument, type Sentence } from '../../engine/document';
import { foundPhrases, named } from '../../engine/findings';
import { languageOf } from '../../engine/language';
import { findAll } from '../../engine/pattern/match';
import { findPhrases } from '../../engine/phrases';
import type { AuditLine, CoachOptions, Span } from '../../engine/types';
import { builtInBanks } from '../../phrasebank/built-in';
import type { InBanks } from './layered';

type Text = Pick<AuditLine, 'draft' | 'customer' | 'channel' | 'conversation'>;

/** The places that a rule is found at, in the order of the text. */
export function foundBy({ id, banks }: InBanks, line: Text, options: CoachOptions): Span[] {
  const rule = banks.ruleIfAny(id);
  if (!rule) return [];
  const document = readDocument(line.draft);
  const source = conversationOf(line);
  // Of a note the engine reads what is said of the customer as if it were said to them: the words are others then.
  const everywhere = source.kind === 'note' || isFoundByCode(id);
  const may = (sentence: Sentence) => rule.patterns.some((pattern) => findAll(pattern, sentence.reading).length > 0);
  if (!everywhere && !document.sentences.some(may)) return [];
  if ((source.kind === 'note' && options.notes === 'off') || languageOf(document, banks) !== banks.language) return [];
  const context = { document, conversation: readConversation(source, banks), banks, options };
  const phrases = findPhrases(context, (sentence) => (everywhere || may(sentence) ? undefined : []));
  return named(foundPhrases(phrases), source.kind, options)
    .flatMap(({ finding }) => (finding.rule === id && finding.span ? [finding.span] : []))
    .sort((a, b) => a.start - b.start);
}

/** Built-in rules without patterns are there for what code finds, and it goes on finding it where a team's stands in their place. */
export function isFoundByCode(id: string): boolean {
  return builtInBanks().ruleIfAny(id)?.entry.patterns.length === 0;
}
