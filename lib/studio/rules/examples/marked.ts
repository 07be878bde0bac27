/** [[Marks]] around what an example is to have found. */
import { marks } from '../../../phrasebank/schema';

export interface Marked {
  before: string;
  /** '' where nothing is marked. */
  marked: string;
  after: string;
}

export function parseMarks(flag: string): Marked {
  const read = marks(flag);
  if (!read?.span) return { before: read?.text ?? flag, marked: '', after: '' };
  const { text, span } = read;
  return { before: text.slice(0, span.start), marked: text.slice(span.start, span.end), after: text.slice(span.end) };
}

/** The text with marks around what is selected in it, and none elsewhere; white space at its ends stays outside. */
export function withMarks(flag: string, start: number, end: number): string {
  const clean = (text: string) => text.replaceAll('[[', '').replaceAll(']]', '');
  const chosen = clean(flag.slice(start, end));
  const words = chosen.trim();
  if (!words) return flag;
  const lead = chosen.length - chosen.trimStart().length;
  const [before, after] = [clean(flag.slice(0, start)), clean(flag.slice(end))];
  return `${before}${chosen.slice(0, lead)}[[${words}]]${chosen.slice(lead + words.length)}${after}`;
}
