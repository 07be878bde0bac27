/** Labelled exchanges and the banks' own examples as sentences to learn from. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readConversation } from '../../engine/conversation';
import type { DraftContext } from '../../engine/detectors/detector';
import { readDocument } from '../../engine/document';
import { candidateFeatures, readingFeatures, settingFeatures, standingOf } from '../../engine/judge/sentence-features';
import { candidatesIn } from '../../engine/phrases';
import type { Span } from '../../engine/types';
import { builtInPrinciples } from '../../phrasebank/built-in';
import type { CompiledBanks } from '../../phrasebank/compile';
import { marks } from '../../phrasebank/schema';
import { type Labelled, placeOf } from '../score';
import { isKnownToRules } from './known';
import type { Judgement } from './lines';

const KNOWN_TO_RULES = 0.5;

/** What a manager reads in a bank must hold. */
const BANK = 3;

interface Marked {
  id: string;
  draft: string;
  conversation: Parameters<typeof readConversation>[0];
  spans: readonly (Span & { principle: string })[];
  /** Only this principle was judged. */
  only?: string;
}

export function sentencesOf(file: string, banks: CompiledBanks, targets: readonly string[]): Judgement[] {
  const name = basename(file);
  const weight = isKnownToRules(file) ? KNOWN_TO_RULES : 1;
  const classes = banks.classesNamed('');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((json) => JSON.parse(json) as Labelled)
    .flatMap((row) => {
      const spans = row.spans.map(({ principle, quote, occurrence }) => {
        const start = placeOf(row.draft, quote, occurrence ?? 1);
        return { principle, start, end: start + quote.length };
      });
      const { customer, channel, earlier } = row;
      const marked = { id: row.id, draft: row.draft, conversation: { customer, channel, earlier }, spans };
      return read(marked, banks, targets, classes).map((one) => ({ ...one, file: name, weight }));
    });
}

/** The examples of the banks: what must be flagged, what must be left alone. Each speaks of its own principle alone. */
export function bankExamples(banks: CompiledBanks, targets: readonly string[]): Judgement[] {
  const classes = banks.classesNamed('');
  return builtInPrinciples().flatMap((bank) =>
    !targets.includes(bank.id)
      ? []
      : bank.entries.flatMap((entry) =>
          entry.examples.flatMap((example) => {
            const marked = 'flag' in example ? marks(example.flag) : { text: example.allow, span: null };
            // A hint's example is neither
            if (!marked || ('flag' in example && entry.severity === 'low')) return [];
            const spans = marked.span ? [{ principle: bank.id, ...marked.span }] : [];
            const row: Marked = {
              id: `${bank.id}/${entry.id}`,
              draft: marked.text,
              conversation: { customer: example.customer },
              spans,
              only: bank.id,
            };
            return read(row, banks, targets, classes).map((one) => ({ ...one, file: 'banks', weight: BANK }));
          }),
        ),
  );
}

function read(
  { id, draft, conversation, spans, only }: Marked,
  banks: CompiledBanks,
  targets: readonly string[],
  classes: readonly string[],
): Omit<Judgement, 'file' | 'weight'>[] {
  const document = readDocument(draft);
  const context: DraftContext = { document, conversation: readConversation(conversation, banks), banks, options: {} };
  return document.sentences.map((sentence) => {
    const candidates = candidatesIn({ ...context, sentence });
    const here = spans.filter(({ start, end }) => start < sentence.end && sentence.start < end);
    return {
      id,
      text: sentence.reading.text,
      features: [
        ...readingFeatures(sentence.reading, classes, banks),
        ...candidateFeatures(candidates, targets),
        ...settingFeatures({ ...context, sentence }),
      ],
      standings: targets.map((principle) => standingOf(principle, candidates)),
      labels: targets.map((principle) =>
        only !== undefined && only !== principle ? null : here.some((span) => span.principle === principle) ? 1 : 0,
      ),
    };
  });
}
