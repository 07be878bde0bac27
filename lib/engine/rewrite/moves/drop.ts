/** Words that a reply is better without. */
import type { Edit } from '../../types';
import type { Move } from '../move';
import { wordings } from '../say';
import { removeSentence, removeSpan, replaceSpan } from '../splice';

/** Takes the phrase out, with the comma or the 'that' that held it. */
export const drop: Move = ({ draft, finding, voice, hit }) => {
  const tokens = hit?.sentence.reading.tokens ?? [];
  const subject = hit && tokens[hit.from];
  const and = hit && tokens[hit.to];
  if (hit && subject && /^(?:i|we)$/.test(subject.norm) && and?.norm === 'and' && tokens[hit.to + 1]?.pos === 'VERB') {
    return [{ start: hit.sentence.start + subject.start, end: hit.sentence.start + and.end, text: subject.text }];
  }
  const edit = finding.span && removeSpan(draft, finding.span, voice.lowerCase);
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
  const edits: Edit[] = [];
  const whole = finding.span.end - finding.span.start >= hit.sentence.end - hit.sentence.start - 2;
  const edit = whole ? null : removeSpan(draft, finding.span, voice.lowerCase);
  if (edit) edits.push(edit);
  const said = wordings('fallback-dismissive', context)[0];
  if (whole && said) edits.push(replaceSpan(draft, finding.span, said, voice.lowerCase));
  return edits;
};
