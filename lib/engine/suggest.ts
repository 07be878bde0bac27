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
import type { Edit, PrincipleId, Review } from './types';

const ENOUGH = 3;
const KEPT_FIRST = new Set<PrincipleId>(['blame', 'excuse', 'dismissive', 'directive']);
/** Their way out is a tail on a sentence that stays: an option, a reason, a step, a time. */
const GROWS = new Set<PrincipleId>(['negative-phrasing', 'policy-shield', 'hedging', 'vague-time']);

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
  // what only adds to a sentence that stays may bring up a finding on the whole: the best there is, all the same
  const added = GROWS.has(finding.principle) ? firstAdded(moved(rewrites, context), trial) : [];
  // what a move keeps of the sentence goes before a line that would do for any
  const kept = KEPT_FIRST.has(finding.principle);
  let edits = choose(ranked((kept ? moved : candidates)(rewrites, context), context), trial, 'strict', ENOUGH);
  if (kept && edits.length === 0) edits = choose(moved(rewrites, context), trial, 'lenient', 1);
  if (kept && edits.length < ENOUGH) {
    const more = choose(candidates(rewrites, context), trial, 'strict', ENOUGH);
    const known = new Set(edits.map((edit) => gist(applyEdit(draft, edit))));
    edits = [...edits, ...more.filter((edit) => !known.has(gist(applyEdit(draft, edit))))].slice(0, ENOUGH);
  }
  if (added.length > 0) {
    const first = gist(applyEdit(draft, added[0] as Edit));
    edits = [...added, ...edits.filter((edit) => gist(applyEdit(draft, edit)) !== first)].slice(0, ENOUGH);
  }
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

/** The first edit, where it leaves every word of the draft but the phrase, and no phrase is at fault in it. */
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
