/** No edit is offered that was not tried: applied, read again, compared. */
import type { DraftFacts } from '../detectors/detector';
import { readDocument } from '../document';
import { findGaps, touches } from '../gaps';
import type { Edit, Finding } from '../types';
import { keepsVerbatim } from '../verbatim';
import { isWeekday, lostFacts } from './facts';
import { badJoin } from './joins';
import { readAgain } from './read-again';
import { applyEdit, isSentenceStart } from './splice';

export interface Trial {
  draft: string;
  facts: DraftFacts;
  finding: Finding;
  findings: readonly Finding[];
}

/**
 * 'strict' for what a move makes; 'lenient' lets a finding on the draft as a whole come up, for a last way out;
 * 'phrases' does not look for one, where a wording like it stood the strict trial already; 'last' takes an awkward join
 * too, where else nothing would be left to offer.
 */
export type Strictness = 'strict' | 'phrases' | 'lenient' | 'last';

/** Absolute numbers such as the 100% of a promise are no facts. */
const NO_FACT = /^1\d{2,3}$/;
const SURE = new Set(['overpromise', 'hedging']);

/** Why an edit must not be offered, or null where it may. */
export function fault(edit: Edit, trial: Trial, strictness: Strictness): string | null {
  const { draft, finding } = trial;
  const replaced = draft.slice(edit.start, edit.end);
  const applied = applyEdit(draft, edit);
  if (applied === draft || applied.trim() === '') return 'changes nothing';
  if (tidy(applied) === tidy(draft) && finding.principle !== 'shouting') return 'changes nothing but marks';
  if (isOutOfPlace(edit, trial)) return 'changes a placeholder, or speaks to nobody here';
  const lost = (finding.principle === 'canned' && edit.start <= 1 ? [] : lostFacts(replaced, applied)).filter(
    (fact) => !isNoFact(finding, fact),
  );
  if (lost.length > 0) return `loses ${lost.join(', ')}`;
  if (malformed(applied, draft)) return 'is not well formed';
  if (leavesStump(applied, draft)) return 'leaves a sentence that says nothing';
  if (losesReferent(edit, draft)) return 'takes away what the next sentence speaks of';
  if (saidTwice(applied) > saidTwice(draft)) return 'says again what stands there';
  const join = strictness === 'last' ? null : badJoin(draft, edit);
  if (join !== null) return join;
  const again = readAgain(applied, trial.facts, finding.principle);
  const span = finding.span;
  const fault = phraseFault(edit, trial, again.phrases);
  if (fault !== null || (span && strictness !== 'strict')) return fault;
  const whole = again.whole();
  if (!span && whole.some((one) => one.rule === finding.rule)) return 'leaves the finding';
  const fresh = strictness === 'strict' ? freshOne(whole, trial) : undefined;
  return fresh ? `brings ${fresh.rule}` : null;
}

/** What is not offered even where nothing else is: a changed placeholder; in a note, words to the customer. */
export function isOutOfPlace(edit: Edit, { draft, facts }: Trial): boolean {
  if (!keepsVerbatim(draft, applyEdit(draft, edit))) return true;
  const speaks = (text: string) => /\b(you|your|yours)\b/i.test(text);
  return facts.conversation.source.kind === 'note' && speaks(edit.text) && !speaks(draft.slice(edit.start, edit.end));
}

/** What the phrases of the edited draft have against it. */
function phraseFault(edit: Edit, trial: Trial, phrases: readonly Finding[]): string | null {
  const { finding, findings } = trial;
  const { span } = finding;
  const reach = { start: Math.max(0, edit.start - 1), end: edit.start + edit.text.length + 1 };
  const same = (one: Finding) => one.rule === finding.rule;
  if (span) {
    if (count(phrases, same) >= count(findings, same)) return 'leaves the finding';
    const stays = phrases.some((one) => same(one) && one.span && touches(one.span, reach));
    if (stays && edit.start <= span.start && edit.end >= span.end) {
      const before = findings.filter((one) => same(one) && one.span && touches(one.span, edit)).length;
      if (before <= 1) return 'leaves the finding';
    }
  }
  const fresh = freshOne(phrases, trial);
  return fresh ? `brings ${fresh.rule}` : null;
}

/** The 100% of a promise; the 2 of 'tier 2'. */
function isNoFact({ principle }: Finding, fact: string): boolean {
  // the company's own name in a set phrase
  if (principle === 'canned' && !/\d|[/@]/.test(fact)) return true;
  // 'her first Saturday': the colour of an excuse
  if (principle === 'excuse' && isWeekday(fact)) return true;
  return (SURE.has(principle) && NO_FACT.test(fact)) || (principle === 'jargon' && /^[A-Z]{0,2}\d{1,2}$/.test(fact));
}

/** A finding above a hint that the draft did not have. */
function freshOne(now: readonly Finding[], { findings }: Trial): Finding | undefined {
  return now.find((one) => {
    if (one.severity === 'low') return false;
    const alike = (other: Finding) =>
      one.span
        ? other.principle === one.principle &&
          other.span !== null &&
          // a hint that is read more strictly now is no new finding
          (other.severity !== 'low' || other.rule === one.rule)
        : other.rule === one.rule;
    return count(now, alike) > count(findings, alike);
  });
}

function count(findings: readonly Finding[], fits: (one: Finding) => boolean): number {
  return findings.filter(fits).length;
}

function tidy(text: string): string {
  return text
    .replace(/[\s.!?,]+/g, ' ')
    .trim()
    .toLowerCase();
}

const BROKEN = [
  /[?!.],/,
  / [,.;!?](?:\s|$)/,
  /,[ ]*[,.;]/,
  /\b(\w+) \1 \1\b/i,
  /[a-z]\.[A-Z][a-z]/,
  /\(\s*\)/,
  /\b(?:that|to|and|but|of|the|a|an) ?[.!?](?:\s|$)/,
  / {3,}\S/,
  // a time alone is no sentence
  /(?:^|[.!?…]\s+|\n\s*)(?:by|on|within) \[[^\]]*\](?:[.!?]|\s*(?:\n|$))/i,
  /\b(the|a|an|to|of|by|at|for|is|are|will|we|we're) \1\b/i,
  // the half of a choice
  /(?:^|[.!?…]\s+|\n\s*)Or\b/,
  // 'access is, because [reason]'
  /\b\w+ (?:is|are|was|were),? (?:because|so that)\b/i,
];

/** So few words may well stand in a reply twice: "Thank you, Priya." */
const FEW_WORDS = 3;

/** Sentences that stand in the text before, word for word: two rewrites taken one after the other may say the same. */
function saidTwice(text: string): number {
  const said = readDocument(text)
    .sentences.map(({ reading }) => tidy(reading.text))
    .filter((sentence) => sentence.split(' ').length > FEW_WORDS);
  return said.length - new Set(said).size;
}

/** 'You'll see.' of 'You'll see, nothing will be lost': a subject and its verb, of which nothing follows. */
function leavesStump(applied: string, draft: string): boolean {
  const stumps = (text: string) =>
    readDocument(text).sentences.filter(({ reading: { tokens } }) => {
      const words = tokens.filter(({ kind }) => kind === 'word');
      return (
        words.length <= 3 &&
        words[0]?.pos === 'PRON' &&
        words.at(-1)?.pos === 'VERB' &&
        words.every(({ pos }) => /^(?:PRON|AUX|VERB)$/.test(pos))
      );
    }).length;
  return stumps(applied) > stumps(draft);
}

/** What a sentence speaks of by a word that points back. */
const POINTS_BACK = /^\s*(?:it|they|he|she)\b/i;

/** A reply's first sentence goes with all that it names, and the next begins with 'It'. */
function losesReferent({ start, end, text }: Edit, draft: string): boolean {
  if (!isSentenceStart(draft, start) || !/(?:^|[,\n])$/.test(draft.slice(0, start).trimEnd())) return false;
  const next =
    /[.!?]\s*$/.test(text) || text.trim() === '' ? draft.slice(end) : (/[.!?]\s+(.*)$/s.exec(text)?.[1] ?? '');
  if (!POINTS_BACK.test(next)) return false;
  const named = nounsOf(draft.slice(start, end));
  return named.size > 0 && ![...nounsOf(text)].some((noun) => named.has(noun));
}

function nounsOf(text: string): Set<string> {
  const tokens = readDocument(text).sentences.flatMap(({ reading }) => reading.tokens);
  return new Set(tokens.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN').map(({ lemma }) => lemma));
}

/** Signs of a cut that went wrong, where the draft had none. */
function malformed(applied: string, draft: string): boolean {
  const gaps = findGaps(applied).length;
  const open = applied.split('[').length - draft.split('[').length;
  if (open > gaps) return true;
  return BROKEN.some((sign) => sign.test(applied) && !sign.test(draft));
}
