/** One wording of a rule over the replies of an audit: where it is found, as far as it was asked. */
import { optionsOf } from '../../audit/review-row';
import { readDocument } from '../../engine/document';
import type { CoachOptions, Span } from '../../engine/types';
import type { StoredReply } from '../../store/database';
import { foundBy, isFoundByCode } from './found';
import type { InBanks } from './layered';
import type { RunWords } from './run-words';

/** The first place in a reply. */
export interface Place {
  sentence: string;
  /** In the sentence. */
  span: Span;
  agent?: string;
}

export class Side {
  private readonly places = new Map<number, Place | null>();
  private readonly mayFind: (seq: number) => boolean;

  constructor(
    private readonly rule: InBanks,
    words: RunWords,
    private readonly options: CoachOptions,
  ) {
    const known = rule.banks.ruleIfAny(rule.id);
    this.mayFind = known && isFoundByCode(rule.id) ? () => true : words.mayMatch(known?.patterns ?? []);
  }

  /** Whether the reply has to be read for `at`. */
  asks(seq: number): boolean {
    return !this.places.has(seq) && this.mayFind(seq);
  }

  at(seq: number, stored: StoredReply | undefined): Place | null {
    if (this.asks(seq)) this.places.set(seq, stored?.result ? this.placeIn(stored) : null);
    return this.places.get(seq) ?? null;
  }

  private placeIn({ reply }: StoredReply): Place | null {
    const [span] = foundBy(this.rule, reply, optionsOf({ ...reply, options: this.options }));
    if (!span) return null;
    const { sentences } = readDocument(reply.draft);
    const around = sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? span;
    return {
      sentence: reply.draft.slice(around.start, around.end),
      span: { start: span.start - around.start, end: span.end - around.start },
      ...(reply.agent && { agent: reply.agent }),
    };
  }
}
