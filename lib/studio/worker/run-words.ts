/** What is kept of an audit's replies so that few of them are read again: their words. */
import type { Run } from '../../audit/model';
import { readDocument } from '../../engine/document';
import type { Pattern } from '../../engine/pattern/automaton';
import type { StoredReply } from '../../store/database';
import { WordIndex } from './word-index';

export class RunWords {
  private readonly index = new WordIndex();
  private readonly notes = new Set<number>();

  constructor(readonly run: Run) {}

  /** Replies before this one are known. */
  get known(): number {
    return this.index.length;
  }

  /** The next reply; one that is not there any more, or that the audit could not read, has no words. */
  learn(stored: StoredReply | undefined): void {
    const conversation = stored?.reply.conversation;
    if (conversation?.kind === 'note') this.notes.add(this.known);
    this.index.add(stored?.result ? readDocument(stored.reply.draft) : { sentences: [] });
  }

  /** Tells of a reply whether one of the patterns may match in it. */
  mayMatch(patterns: readonly Pattern[]): (seq: number) => boolean {
    const inWords = this.index.mayMatch(patterns);
    // The words of a note are turned about before they are matched.
    return (seq) => inWords(seq) || this.notes.has(seq);
  }
}
