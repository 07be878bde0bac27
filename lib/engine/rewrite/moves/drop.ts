/** Words that a reply is better without. */
import type { PhraseHit } from '../../detectors/detector';
import type { Edit } from '../../types';
import { factsIn } from '../facts';
import type { Move } from '../move';
import { openingAt } from '../place';
import { wordings } from '../say';
import { removeSentence, removeSpan, replaceSpan } from '../splice';
import { clauseSpan } from '../template';
import { bodyEnd, isClause } from '../words';

/** Takes the phrase out, with the comma or the 'that' that held it. */
export const drop: Move = ({ draft, finding, voice, hit }) => {
  const tokens = hit?.sentence.reading.tokens ?? [];
  const subject = hit && tokens[hit.from];
  const and = hit && tokens[hit.to];
  if (hit && subject && /^(?:i|we)$/.test(subject.norm) && and?.norm === 'and' && tokens[hit.to + 1]?.pos === 'VERB') {
    return [{ start: hit.sentence.start + subject.start, end: hit.sentence.start + and.end, text: subject.text }];
  }
  const edit = finding.span && isRemovable(hit) && removeSpan(draft, finding.span, voice.lowerCase);
  return edit ? [edit] : [];
};

/** Takes the whole sentence out. */
export const dropSentence: Move = ({ draft, hit }) => {
  const edit = hit && removeSentence(draft, { start: hit.sentence.start, end: hit.sentence.end });
  return edit ? [edit] : [];
};

/** The thing itself, without 'as I already said'; where nothing else was said, what we can say plainly. */
export const statePlainly: Move = (context) => {
  const { draft, finding, hit, voice } = context;
  if (!finding.span || !hit) return [];
  // 'How many times do I have to explain this?' asks nothing
  const step = hit.sentence.reading.tokens[hit.to - 1]?.norm === 'to';
  if (hit.from === 0 && !step && /\?\s*$/.test(hit.sentence.reading.text)) {
    const gone = removeSentence(draft, { start: hit.sentence.start, end: hit.sentence.end });
    if (gone) return [gone];
  }
  const edits: Edit[] = [];
  const { reading, start, end } = hit.sentence;
  // 'As our pages spell out quite clearly, S' -> 'S'
  const opener = reading.tokens[hit.from]?.norm === 'as' && hit.from === 0;
  const comma = opener ? reading.tokens.findIndex(({ text }, index) => index >= hit.to && text === ',') : -1;
  if (comma > 0 && isClause(reading, { from: comma + 1, to: bodyEnd(reading) })) {
    const gone = removeSpan(draft, { start, end: start + (reading.tokens[comma]?.end ?? 0) }, voice.lowerCase);
    if (gone) return [gone];
  }
  const whole = finding.span.end - finding.span.start >= end - start - 2;
  const edit = whole || !isRemovable(hit) ? null : removeSpan(draft, finding.span, voice.lowerCase);
  if (edit) edits.push(edit);
  // what only puts the customer down tells them nothing: its clause goes, or its sentence
  const clause = clauseSpan(context) ?? finding.span;
  const from = reading.tokens.findIndex((token) => start + token.start >= clause.start);
  const stop = clause.end >= start + (reading.tokens[bodyEnd(reading) - 1]?.end ?? 0);
  const told = factsIn(draft.slice(clause.start, clause.end)).length > 0;
  if (!edit && from > 2 && stop && !told) {
    let at = from;
    while (at > 0 && /^(?:and|but|so|because|as|,|;|–|—)$/.test(reading.tokens[at - 1]?.norm ?? '')) at -= 1;
    if (at < from && isClause(reading, { from: 0, to: at }))
      edits.push({ start: start + (reading.tokens[at - 1]?.end ?? 0), end: clause.end, text: '' });
  }
  const facts = factsIn(draft.slice(start, end)).length > 0;
  const greets = openingAt(context.facts).at > start;
  const left = context.facts.document.sentences.length > 1;
  const gone = !facts && !greets && left ? removeSentence(draft, { start, end }) : null;
  if (gone) edits.push(gone);
  const said = wordings('fallback-dismissive', context)[0];
  if (whole && said) edits.push(replaceSpan(draft, finding.span, said, voice.lowerCase));
  return edits;
};

const LIGHT = new Set(['ADV', 'ADJ', 'INTJ', 'PUNCT', 'PART', 'CCONJ']);
const OPENS = new Set(['ADP', 'SCONJ', 'CCONJ', 'PUNCT']);

/** What is left without the phrase still stands: it is a remark of its own, or hangs lightly in its clause. */
function isRemovable(hit: PhraseHit | null): boolean {
  if (!hit) return false;
  const { reading } = hit.sentence;
  const { tokens } = reading;
  const own = tokens.slice(hit.from, hit.to);
  if (own.every(({ pos, norm }) => LIGHT.has(pos) || /^(?:just|simply|only|please|kindly)$/.test(norm))) return true;
  if (own.at(-1)?.pos === 'ADP' || /^(?:how|what|to|who|why|where)$/.test(tokens[hit.to]?.norm ?? '')) return false;
  // 'is, frankly, pretty good going': the verb waits for it
  if (tokens[hit.from - 1]?.text === ',' && tokens[hit.from - 2]?.lemma === 'be') return false;
  const before = tokens[hit.from - 1];
  const after = tokens[hit.to];
  const begins = !before || before.pos === 'PUNCT' || /^(?:and|but|so|because)$/.test(before.norm);
  const ends = !after || after.pos === 'PUNCT' || own.at(-1)?.text === ',';
  if (begins && (ends || after?.norm === 'that')) return true;
  if (
    begins &&
    isClause(reading, { from: hit.to, to: bodyEnd(reading) }) &&
    after?.pos !== 'VERB' &&
    after?.pos !== 'AUX'
  )
    return true;
  return OPENS.has(own[0]?.pos ?? '') && (ends || OPENS.has(after?.pos ?? ''));
}
