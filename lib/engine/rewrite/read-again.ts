/** An edited draft, read only where the edit may have changed what is found. */
import type { DraftContext, DraftFacts, PhraseHit } from '../detectors/detector';
import { type Document, readDocument, type Sentence } from '../document';
import { foundInDraft, foundPhrases, named } from '../findings';
import { findPhrases } from '../phrases';
import { findStrengths } from '../strengths';
import type { Finding, PrincipleId } from '../types';

/** Phrase tests look at the sentences beside theirs, so that these are read again as well. */
const BESIDE = 1;
/** Tests of these principles look at the whole draft: is this the first mention? */
const FAR_SIGHTED: readonly PrincipleId[] = ['jargon', 'shouting'];

interface Again {
  phrases: Finding[];
  /** The draft as a whole; dearer, so only on demand. */
  whole(): Finding[];
}

/** The findings of `applied`, an edit of the draft that `facts` are of, made against a finding of `principle`. */
export function readAgain(applied: string, facts: DraftFacts, principle: PrincipleId): Again {
  const { conversation, banks, options } = facts;
  const document = readDocument(applied);
  const context: DraftContext = { document, conversation, banks, options };
  const known = FAR_SIGHTED.includes(principle) ? undefined : unchanged(facts, document);
  const phrases = findPhrases(context, known);
  const { kind } = conversation.source;
  return {
    phrases: named(foundPhrases(phrases), kind, options).map(({ finding }) => finding),
    whole() {
      const strengths = findStrengths({ ...context, phrases, strengths: [] });
      const found = foundInDraft({ ...context, phrases, strengths });
      return named(found, kind, options).map(({ finding }) => finding);
    },
  };
}

/** The phrases of sentences that stand as they stood, away from the edit. */
function unchanged(facts: DraftFacts, document: Document): (sentence: Sentence) => PhraseHit[] | undefined {
  const before = facts.document.sentences;
  const now = document.sentences;
  const same = (left: Sentence | undefined, right: Sentence | undefined) =>
    left !== undefined && left.reading === right?.reading;
  let head = 0;
  while (head < now.length && same(before[head], now[head])) head += 1;
  let tail = 0;
  while (tail < now.length - head && same(before[before.length - 1 - tail], now[now.length - 1 - tail])) tail += 1;
  const shift = before.length - now.length;
  return (sentence) => {
    const old =
      sentence.index < head - BESIDE
        ? before[sentence.index]
        : sentence.index >= now.length - tail + BESIDE
          ? before[sentence.index + shift]
          : undefined;
    if (!old) return undefined;
    return facts.phrases.filter((hit) => hit.sentence === old).map((hit) => ({ ...hit, sentence }));
  };
}
