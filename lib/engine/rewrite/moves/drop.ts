/** Words that a reply is better without. */
import type { PhraseHit } from '../../detectors/detector';
import type { Edit } from '../../types';
import type { Move } from '../move';
import { wordings } from '../say';
import { removeSentence, removeSpan, replaceSpan } from '../splice';
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
  if (hit.from === 0 && /\?\s*$/.test(hit.sentence.reading.text)) {
    const gone = removeSentence(draft, { start: hit.sentence.start, end: hit.sentence.end });
    if (gone) return [gone];
  }
  const edits: Edit[] = [];
  const whole = finding.span.end - finding.span.start >= hit.sentence.end - hit.sentence.start - 2;
  const edit = whole || !isRemovable(hit) ? null : removeSpan(draft, finding.span, voice.lowerCase);
  if (edit) edits.push(edit);
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
  if (own.at(-1)?.pos === 'ADP') return false;
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
