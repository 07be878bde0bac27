import { findGaps } from './gaps';
import { sourceOf } from './review-source';
import { MOVES } from './rewrite';
import { fallbacks } from './rewrite/fallback';
import type { RewriteContext } from './rewrite/move';
import { ranked } from './rewrite/rank';
import { fromSnippets } from './rewrite/snippets';
import { applyEdit, tighten } from './rewrite/splice';
import { fillTemplate } from './rewrite/template';
import { fault, isOutOfPlace, type Strictness, type Trial } from './rewrite/verify';
import { voiceOf } from './rewrite/voice';
import type { Edit, PrincipleId, Review } from './types';

const ENOUGH = 3;
/**
 * How the sentence is best mended. 'add': it stays and gets what it lacked, an option, a reason, a step, a time. 'keep':
 * what a move keeps of it goes before a line that would do for any. Else whatever the bank names first.
 */
const BEST: Readonly<Partial<Record<PrincipleId, 'add' | 'keep'>>> = {
  'negative-phrasing': 'add',
  'policy-shield': 'add',
  hedging: 'add',
  'vague-time': 'add',
  blame: 'keep',
  excuse: 'keep',
  dismissive: 'keep',
  directive: 'keep',
};

/**
 * Edits that take a finding out of the draft, best first, at least one and at most three. Each was applied and read
 * again before it is offered: the facts are kept, the finding is gone and no other came. The review must be the
 * object that `coach` returned. Throws where it has no such finding. Made once for a review, then remembered.
 */
export function suggest(review: Review, findingId: string): Edit[] {
  const source = sourceOf(review);
  const known = source.suggestions.get(findingId);
  if (known) return known;
  const finding = review.findings.find(({ id }) => id === findingId);
  const found = source.found.get(findingId);
  if (!finding || !found) throw new Error(`This review has no finding "${findingId}".`);
  const { draft, facts } = source;
  const context: RewriteContext = { draft, finding, ...found, facts, voice: voiceOf(facts, found.hit?.sentence) };
  const trial: Trial = { draft, facts, finding, findings: review.findings };

  const rewrites = found.rule.entry.rewrites ?? [];
  let edits: Edit[] = [];
  for (const { run, onlyIfNone } of passes(rewrites, context, trial)) {
    if (edits.length === ENOUGH || (onlyIfNone && edits.length > 0)) continue;
    const known = new Set(edits.map((edit) => gist(applyEdit(draft, edit))));
    edits = [...edits, ...run().filter((edit) => !known.has(gist(applyEdit(draft, edit))))].slice(0, ENOUGH);
  }
  source.suggestions.set(findingId, edits);
  return edits;
}

/** One go at finding edits. */
interface Pass {
  run(): Edit[];
  /** Only where nothing was found before. */
  onlyIfNone?: boolean;
}

/** From the best way of mending to the last: what is offered when nothing stands the trial, so that there is a way out. */
function passes(rewrites: readonly string[], context: RewriteContext, trial: Trial): Pass[] {
  const all = () => candidates(rewrites, context);
  const moves = () => moved(rewrites, context);
  const any = () => [...all(), ...fallbacks(context)];
  const usual: Pass = { run: () => choose(ranked(all(), context), trial, 'strict', ENOUGH) };
  const best: Readonly<Record<'add' | 'keep' | 'usual', Pass[]>> = {
    add: [{ run: () => firstAdded(moves(), trial) }, usual],
    keep: [
      { run: () => choose(ranked(moves(), context), trial, 'strict', ENOUGH) },
      { run: () => choose(moves(), trial, 'lenient', 1), onlyIfNone: true },
      { run: () => choose(all(), trial, 'strict', ENOUGH) },
    ],
    usual: [usual],
  };
  return [
    { run: () => choose(fromSnippets(context), trial, 'strict', ENOUGH) },
    ...best[BEST[trial.finding.principle] ?? 'usual'],
    { run: () => choose(fallbacks(context), trial, 'strict', 1), onlyIfNone: true },
    { run: () => choose(any(), trial, 'lenient', 1), onlyIfNone: true },
    { run: () => choose(any(), trial, 'last', 1), onlyIfNone: true },
    {
      run: () =>
        any()
          .filter((edit) => !isOutOfPlace(edit, trial))
          .slice(0, 1)
          .map((edit) => finish(edit, trial)),
      onlyIfNone: true,
    },
  ];
}

/**
 * The first edit, where it leaves every word of the draft but the phrase, and no phrase is at fault in it. It may bring up
 * a finding on the whole: it is the best there is, all the same.
 */
function firstAdded(edits: Iterable<Edit>, trial: Trial): Edit[] {
  for (const edit of edits) {
    if (fault(edit, trial, 'phrases') !== null) continue;
    return keepsWords(edit, trial) ? [finish(edit, trial)] : [];
  }
  return [];
}

/** Most words that the edit replaces stand in it again, or it replaces no more than the vague time. */
function keepsWords({ start, end, text }: Edit, { draft, finding }: Trial): boolean {
  const { span } = finding;
  if (finding.principle === 'vague-time' && span && start >= span.start - 1 && end <= span.end + 1) return true;
  const words = (said: string): string[] => said.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const old = words(draft.slice(start, end));
  const now = new Set(words(text));
  return old.filter((word) => now.has(word)).length >= 0.8 * old.length;
}

/** What only moves make, of the sentence's own words. */
function moved(rewrites: readonly string[], context: RewriteContext): Generator<Edit> {
  return candidates(
    rewrites.filter((rewrite) => rewrite.startsWith('@') && rewrite !== '@keep-and-gap'),
    context,
  );
}

/** Lazily, so that a wording that nobody asks for is never made. */
function* candidates(rewrites: readonly string[], context: RewriteContext): Generator<Edit> {
  for (const rewrite of rewrites) {
    if (rewrite.startsWith('@')) yield* MOVES[rewrite.slice(1)]?.(context) ?? [];
    else yield* fillTemplate(rewrite, context);
  }
}

/** The first `enough` edits that stand the trial and differ in what they give. */
function choose(edits: Iterable<Edit>, trial: Trial, strictness: Strictness, enough: number): Edit[] {
  const chosen: Edit[] = [];
  const results = new Set<string>();
  for (const edit of edits) {
    const result = applyEdit(trial.draft, edit);
    const key = gist(result);
    if (results.has(key)) continue;
    results.add(key);
    // a bare gap says less than the words that were found already
    if (chosen.length > 0 && /^\[[^\]]*\]$/.test(edit.text.trim())) continue;
    const trust = chosen.length > 0 && strictness === 'strict' && trial.finding.span !== null;
    if (fault(edit, trial, trust ? 'phrases' : strictness) !== null) continue;
    chosen.push(finish(edit, trial));
    if (chosen.length === enough) break;
  }
  return chosen;
}

/** Two wordings that differ only in courtesies or marks are one choice, not two. */
function gist(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/\b(?:please|just|and|but|so)\b|[^\p{L}\p{N}[\]]+/gu, ' ')
    .replace(/\bcan you\b/g, 'could you')
    .replace(/\bhere is\b/g, 'heres')
    .replace(/ +/g, ' ')
    .trim();
}

function finish(edit: Edit, { draft, finding }: Trial): Edit {
  const tight = tighten(draft, edit, finding.span);
  return { ...tight, gaps: findGaps(tight.text).map(({ start, end }) => ({ start, end })) };
}
