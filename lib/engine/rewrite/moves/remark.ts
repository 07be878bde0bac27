/** A remark that a reply is better without: out it goes, with all that only held it, or a plain sentence takes its place. */
import { clauseAt } from '../../context/clause';
import type { Edit, Span } from '../../types';
import { lostFacts } from '../facts';
import type { Move, RewriteContext } from '../move';
import { openingAt } from '../place';
import { fillSlots } from '../say';
import { applyEdit, capitalise, decapitalise, removeSentence, removeSpan, replaceSpan } from '../splice';
import { bodyEnd, isClause, isSubjectPronoun, spanOfTokens } from '../words';
import { type Parts, partsOf } from './clauses';

const MARK = /^[,;:–—]$/;
/** A smile parts sentences like a full stop. */
const FACE = /^(?:[:;][-']?[)(DP]|\p{Extended_Pictographic}\uFE0F?)+$/u;
const JOINS = /^(?:and|but|so)$/;
/** A clause that cannot stand without the other half. */
const HALF =
  /^(?:whether|if|as|since|because|although|though|when|while|seeing|given|had|despite|by|for|which|who|not|then|hence|whatever)$/;
const ASKS = /^(?:what|which|when|where|who|how)$/;
const OURS = /^(?:i|we|i'm|we're)$/;
const SUPPOSED = /^(?:would|could|might|should)$/;

/** The clauses without the remark; else the draft without its sentence. */
export const remarkOut: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || !context.finding.span) return [];
  return whole(context, parts, [aside, restOf, sentenceOut, headOf]);
};

/** The clauses without the remark; else a sentence of the bank's own, its gaps still to fill, in the sentence's place. */
export const saidInstead: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || !context.finding.span) return [];
  return whole(context, parts, [aside, restOf, headOf, plainly]);
};

/** What these ways give, less what loses a fact of the sentence or halves a quotation. */
function whole(
  context: RewriteContext,
  parts: Parts,
  ways: readonly ((context: RewriteContext, parts: Parts) => Edit[])[],
): Edit[] {
  const { draft } = context;
  return ways
    .flatMap((way) => way(context, parts))
    .filter(
      (edit) =>
        !/["“]$/.test(draft.slice(0, edit.start)) &&
        lostFacts(parts.sentence.reading.text, applyEdit(draft, edit)).length === 0,
    );
}

/** The first token after a greeting in the same line. */
function bodyStart({ facts }: RewriteContext, { sentence, tokens }: Parts): number {
  const opening = openingAt(facts);
  if (sentence.index > 0 || !opening.inline) return 0;
  const at = tokens.findIndex(({ start }) => sentence.start + start >= opening.at);
  return Math.max(0, at);
}

function present(edit: Edit | null): Edit[] {
  return edit ? [edit] : [];
}

/** Another unkind word lies in these tokens: they are not worth keeping. A guess or a vague time is mended by itself. */
function isSpoilt({ facts }: RewriteContext, { hit }: Parts, from: number, to: number): boolean {
  return facts.phrases.some(
    (one) =>
      one !== hit &&
      !MENDED_ALONE.has(one.rule.bank) &&
      one.sentence === hit.sentence &&
      one.from < to &&
      from < one.to,
  );
}

const MENDED_ALONE = new Set(['hedging', 'vague-time', 'jargon', 'negative-phrasing', 'overpromise']);

/** "(none of which was needed)", ", which was never opened,": a bracket, or a clause hung on a noun. */
function aside(context: RewriteContext, parts: Parts): Edit[] {
  const { draft, voice, facts } = context;
  const { hit, sentence, tokens, end } = parts;
  const open = tokens.findLastIndex(({ text }, index) => index < hit.from && text === '(');
  const close = tokens.findIndex(({ text }, index) => index >= hit.to && text === ')');
  if (open >= 0 && close >= 0 && !tokens.slice(open, hit.from).some(({ text }) => text === ')')) {
    const { start, end: stop } = spanOfTokens(sentence, open, close + 1);
    const space = /\s*$/.exec(draft.slice(0, start))?.[0].length ?? 0;
    return [{ start: start - space, end: stop, text: '' }];
  }
  const { from } = clauseAt(sentence.reading, hit.from, facts.banks);
  const comma = tokens.findIndex(({ text }, index) => index >= hit.to && text === ',');
  if (!/^(?:which|who)$/.test(tokens[from]?.norm ?? '') || tokens[from - 1]?.text !== ',') return [];
  return present(removeSpan(draft, spanOfTokens(sentence, from, comma < 0 ? end : comma), voice.lowerCase));
}

/** What comes after the remark, where it is a clause of its own: "one letter, but our engraver can redo it". */
function restOf(context: RewriteContext, parts: Parts): Edit[] {
  const { draft, voice } = context;
  const { hit, sentence, tokens, end } = parts;
  const from = bodyStart(context, parts);
  const next = MARK.test(tokens[hit.to - 1]?.text ?? '') ? hit.to - 1 : hit.to;
  for (let index = next; index < end - 2; index += 1) {
    const token = tokens[index];
    const text = token?.text ?? '';
    // "... before now I've added it and ...": our own step begins before the joining word
    if (OURS.test(token?.norm ?? '')) return [];
    const mark = MARK.test(text) || FACE.test(text);
    if (!mark && !JOINS.test(token?.norm ?? '')) continue;
    let begin = index + 1;
    while (JOINS.test(tokens[begin]?.norm ?? '') || FACE.test(tokens[begin]?.text ?? '')) begin += 1;
    const first = tokens[begin];
    if (!first || HALF.test(first.norm) || isSpoilt(context, parts, begin, end)) continue;
    if (tokens.slice(begin, end).some(({ norm }) => SUPPOSED.test(norm))) continue;
    // after a colon or a smile anything begins anew: "so easy: hold the button"
    const anew = FACE.test(text) || (text === ':' && end - begin > 3);
    const joined = begin > index + 1 || !mark || index === next;
    const stands = joined || isSubjectPronoun(first) || /^(?:DET|PRON)$/.test(first.pos);
    const clause = stands && first.pos !== 'VERB' && isClause(sentence.reading, { from: begin, to: end });
    if (!anew && !clause) continue;
    return present(removeSpan(draft, spanOfTokens(sentence, from, FACE.test(text) ? begin : index), voice.lowerCase));
  }
  return [];
}

/** What comes before the remark, where the remark ends the sentence. */
function headOf(context: RewriteContext, parts: Parts): Edit[] {
  const { draft, voice, facts } = context;
  const { hit, sentence, tokens, end } = parts;
  const from = bodyStart(context, parts);
  const face = FACE.test(tokens[hit.to]?.text ?? '');
  if (!face && clauseAt(sentence.reading, hit.to - 1, facts.banks).to < end) return [];
  let cut = clauseAt(sentence.reading, hit.from, facts.banks).from;
  while (cut > from && (MARK.test(tokens[cut - 1]?.text ?? '') || JOINS.test(tokens[cut - 1]?.norm ?? ''))) cut -= 1;
  const last = tokens[cut - 1];
  if (cut <= from + 2 || !last || HALF.test(tokens[from]?.norm ?? '') || isSpoilt(context, parts, from, cut)) return [];
  if (/^(?:AUX|DET|ADP|CCONJ|SCONJ|PART)$/.test(last.pos) || !isClause(sentence.reading, { from, to: cut })) return [];
  if (face) {
    // 'nobody died 😄 Log back in.'
    let next = hit.to;
    while (FACE.test(tokens[next]?.text ?? '')) next += 1;
    const goesOn = next < end && !/^[.!?]/.test(tokens[next]?.text ?? '');
    const stop = sentence.start + (tokens[next - 1]?.end ?? 0);
    const start = sentence.start + last.end;
    const order = tokens[next];
    if (goesOn && order?.pos === 'VERB' && order.norm === order.lemma) {
      const said = voice.lowerCase ? 'please' : 'Please';
      return [{ start, end: sentence.start + order.end, text: `. ${said} ${order.norm}` }];
    }
    return [{ start, end: stop, text: goesOn ? '.' : '' }];
  }
  return present(
    removeSpan(draft, { start: sentence.start + last.end, end: spanOfTokens(sentence, cut, end).end }, voice.lowerCase),
  );
}

/** Without the sentence; a greeting before it leads on to the next. */
function sentenceOut(context: RewriteContext, parts: Parts): Edit[] {
  const { draft, facts } = context;
  const { sentence, tokens } = parts;
  const span = withMarks(context, parts);
  if (asksStep(parts)) return [];
  // a question of its own after the remark is none to lose
  if (tokens.at(-1)?.norm === '?' && tokens.slice(parts.hit.to).some(({ norm }) => ASKS.test(norm))) return [];
  if (bodyStart(context, parts) === 0) return present(removeSentence(draft, span));
  const next = facts.document.sentences[sentence.index + 1];
  if (!next || tokens.length === 0) return [];
  const first = next.reading.tokens[0];
  const keeps = !first || first.pos === 'PROPN' || /^i\b/i.test(first.text);
  return [
    {
      start: span.start,
      end: next.start + 1,
      text: keeps ? draft.slice(next.start, next.start + 1) : decapitalise(draft.slice(next.start, next.start + 1)),
    },
  ];
}

/** "You just need to log in": the step is worth keeping. */
function asksStep({ hit, tokens }: Parts): boolean {
  return tokens[hit.to - 1]?.norm === 'to' && tokens[hit.to]?.kind === 'word';
}

function withMarks(context: RewriteContext, parts: Parts): Span {
  const { sentence } = parts;
  return {
    start: spanOfTokens(sentence, bodyStart(context, parts), bodyEnd(sentence.reading)).start,
    end: sentence.end,
  };
}

/** The bank's own sentences, whole ones only. */
function plainly(context: RewriteContext, parts: Parts): Edit[] {
  const { draft, rule, voice } = context;
  return (rule.entry.rewrites ?? []).flatMap((template) => {
    if (template.startsWith('@') || !/[\]?]$/.test(template)) return [];
    const said = fillSlots(template, context);
    if (said === null) return [];
    return [
      replaceSpan(draft, withMarks(context, parts), capitalise(/\?$/.test(said) ? said : `${said}.`), voice.lowerCase),
    ];
  });
}
