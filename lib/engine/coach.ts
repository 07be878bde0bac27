import type { CompiledBanks } from '../phrasebank/compile';
import { answeredQuestions } from './answers';
import { findCommitments } from './commitments';
import { readConversation } from './conversation';
import type { DraftContext, DraftFacts } from './detectors/detector';
import { readDocument } from './document';
import { foundInDraft, foundPhrases, named } from './findings';
import { findGaps } from './gaps';
import { languageOf } from './language';
import { findPhrases } from './phrases';
import { keepSource } from './review-source';
import { scoreDraft } from './scorecard';
import { stepsOf } from './steps';
import { findStrengths } from './strengths';
import type { CoachOptions, Conversation, Review } from './types';

/**
 * Reads a draft against its conversation. Pure: the same input gives the same review, live and in bulk. Findings come
 * most important first; spans are in `draft`. A draft in a language without banks gives an empty review.
 */
export function coach(
  draft: string,
  conversation: Conversation,
  banks: CompiledBanks,
  options: CoachOptions = {},
): Review {
  const document = readDocument(draft);
  const reading = readConversation(conversation, banks);
  const context: DraftContext = { document, conversation: reading, banks, options };
  const language = languageOf(document, banks);
  const leftAlone = reading.source.kind === 'note' && options.notes === 'off';
  const silent = leftAlone || language !== banks.language;
  const phrases = silent ? [] : findPhrases(context);
  const strengths = silent ? [] : findStrengths({ ...context, phrases, strengths: [] });
  const facts: DraftFacts = { ...context, phrases, strengths };
  const questions = answeredQuestions(facts);

  const found = silent ? [] : [...foundPhrases(phrases), ...foundInDraft(facts)];
  const findings = named(found, reading.source.kind, options);
  const steps = stepsOf(
    facts,
    findings.map(({ finding }) => finding),
  );
  const review: Review = {
    language,
    mood: reading.mood,
    questions: questions.map(({ span, answered }) => ({ span, answered })),
    findings: findings.map(({ finding }) => finding),
    strengths: strengths.map(({ id, span }) => ({ id, span })),
    steps,
    scorecard: scoreDraft(
      facts,
      findings.map(({ finding }) => finding),
    ),
    commitments: silent ? [] : findCommitments(facts),
    gaps: leftAlone ? [] : findGaps(draft),
  };
  keepSource(review, {
    draft,
    conversation,
    banks,
    facts,
    found: new Map(findings.map(({ finding, rule, hit }) => [finding.id, { rule, hit }])),
    suggestions: new Map(),
  });
  return review;
}
