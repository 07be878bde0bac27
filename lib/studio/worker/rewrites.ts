/** What the coach itself proposes to write: a rule that flags it would take back with one hand what the other gives. */
import { readDocument } from '../../engine/document';
import type { Entry, Example } from '../../engine/types';
import { builtInPrinciples, builtInWordings } from '../../phrasebank/built-in';
import type { CompiledBanks } from '../../phrasebank/compile';
import type { OtherRule } from '../types';
import { foundBy } from './found';
import type { InBanks } from './layered';
import { WordIndex } from './word-index';

interface Proposed {
  text: string;
  /** Whose rewrite it is; a wording that many rules use has none. */
  by?: OtherRule;
}

/** Texts that are read before others have their turn. */
const SLICE = 100;

export class Rewrites {
  private constructor(
    private readonly proposed: readonly Proposed[],
    private readonly index: WordIndex,
  ) {}

  /** What rules of these banks, and their wordings, put into drafts. */
  static async of(banks: CompiledBanks, pause: () => Promise<void>): Promise<Rewrites> {
    const proposed = [
      ...banks.allRules().flatMap(({ id, entry }) => {
        const by = { rule: id, message: entry.message };
        return rewritesOf(entry).map((text): Proposed => ({ text, by }));
      }),
      ...builtInPrinciples().map(({ why }): Proposed => ({ text: why.example.after })),
      ...Object.values(builtInWordings().phrases)
        .flat()
        .map((text): Proposed => ({ text })),
    ];
    const index = new WordIndex();
    for (const [at, { text }] of proposed.entries()) {
      if (at % SLICE === SLICE - 1) await pause();
      index.add(readDocument(text));
    }
    return new Rewrites(proposed, index);
  }

  /** Those of others that the rule flags, with the words that it flags; one for each rule whose they are. */
  flaggedBy(rule: InBanks): { quote: string; by?: OtherRule }[] {
    const mayFlag = this.index.mayMatch(rule.banks.ruleIfAny(rule.id)?.patterns ?? []);
    const flagged = new Map<string, { quote: string; by?: OtherRule }>();
    for (const [at, { text, by }] of this.proposed.entries()) {
      if (by?.rule === rule.id || flagged.has(by?.rule ?? '') || !mayFlag(at)) continue;
      if (foundBy(rule, { draft: text }, {}).length > 0)
        flagged.set(by?.rule ?? '', { quote: text, ...(by && { by }) });
    }
    return [...flagged.values()];
  }
}

/** The wordings of a rule: what grammar moves make depends on the draft, but an example shows it. */
export function rewritesOf({ rewrites = [], examples }: Entry): string[] {
  const fixed = examples.flatMap((example: Example) => ('fixed' in example && example.fixed ? [example.fixed] : []));
  return [...rewrites.filter((rewrite) => !rewrite.startsWith('@')), ...fixed];
}
