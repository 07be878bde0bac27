import { findGaps } from './gaps';
import { sourceOf } from './review-source';
import { MOVES } from './rewrite';
import { fallbacks } from './rewrite/fallback';
import type { RewriteContext } from './rewrite/move';
import { ranked } from './rewrite/rank';
import { applyEdit, tighten } from './rewrite/splice';
import { fillTemplate } from './rewrite/template';
import { fault, type Strictness, type Trial } from './rewrite/verify';
import { voiceOf } from './rewrite/voice';
import type { Edit, Review } from './types';

const ENOUGH = 3;

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
  let edits = choose(ranked(candidates(rewrites, context), context), trial, 'strict', ENOUGH);
  if (edits.length === 0) edits = choose(fallbacks(context), trial, 'strict', 1);
  for (const strictness of ['lenient', 'last'] as const) {
    if (edits.length === 0)
      edits = choose([...candidates(rewrites, context), ...fallbacks(context)], trial, strictness, 1);
  }
  if (edits.length === 0) {
    edits = [...candidates(rewrites, context), ...fallbacks(context)].slice(0, 1).map((edit) => finish(edit, trial));
  }
  source.suggestions.set(findingId, edits);
  return edits;
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
