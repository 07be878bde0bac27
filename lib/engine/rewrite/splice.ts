/**
 * Puts words into a draft and takes words out, so that what stands around stays grammatical: the capital, the space,
 * the mark after it, the article before it.
 */
import type { Edit, Span } from '../types';
import { article } from './grammar';

/** A mark that ends a sentence right before, a new line, a list sign, whom a social line is to, or nothing at all. */
const AT_START =
  /(?:^\s*(?:@[\w.]+[,:]?\s+)*|[.!?…]["'”’)\]]*\s+|\n\s*|(?:^|\n)\s*(?:[-*•–]|\d{1,2}[.)])\s+|\p{Extended_Pictographic}\uFE0F?\s*)$/u;

export function isSentenceStart(draft: string, at: number): boolean {
  return AT_START.test(draft.slice(Math.max(0, at - 40), at));
}

/** Words that keep their capital in the middle of a sentence. */
const KEEPS_CAPITAL =
  /^(?:I\b|I['’]|[A-Z]{2,}|[A-Z]\w*[A-Z\d]|[A-Z]-|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:January|February|April|June|July|August|September|October|November|December)\b|(?:Mr|Mrs|Ms|Mx|Dr|Prof)\b)/;

export function capitalise(text: string): string {
  const at = text.search(/[\p{L}\d[]/u);
  return at < 0 ? text : text.slice(0, at) + (text[at] as string).toUpperCase() + text.slice(at + 1);
}

export function decapitalise(text: string): string {
  return KEEPS_CAPITAL.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The text with the capital that its place in the draft asks for. `lowerCase`: an agent who begins small. */
export function fitCapital(draft: string, at: number, text: string, lowerCase = false): string {
  if (!isSentenceStart(draft, at)) return decapitalise(text);
  return lowerCase ? decapitalise(text) : capitalise(text);
}

const CLAUSE_START = /^(?:I|we|you|it|that|this|here|there)(?:['’](?:m|re|ve|ll|s|d))?\s/i;
const ASKING =
  /^(?:could|can|would|will|may|did|do|is|are|how|when|where|why|who|what (?:is|are|was|did|do|happened))\b/i;

/** `text` in place of the span. Marks that would stand twice are merged, 'a' and 'an' follow the new word. */
export function replaceSpan(draft: string, span: Span, text: string, lowerCase = false): Edit {
  let { start, end } = span;
  // 'so' before 'so sorry' goes with it where a clause takes its place
  const doubled = /\b(?:so|very|really|truly)\s+$/i.exec(draft.slice(0, start));
  if (doubled && /^(?:so|very|really|truly)\b/i.test(draft.slice(start, end)) && CLAUSE_START.test(text))
    start -= doubled[0].length;
  // the phrase brought its own end mark
  const own = /[.!?…]+["'”’)]*\s*$/.exec(draft.slice(start, end));
  if (own && /[\p{L}\d\]]$/u.test(text.trim()) && /\S+\s+\S/.test(text) && !/^[,;:.!?]/.test(draft.slice(end)))
    text = `${text.trim()}${ASKING.test(text) ? '?' : own[0].includes('!') ? '!' : '.'}${/\s*$/.exec(own[0])?.[0] ?? ''}`;
  // a comma inside the phrase still parts it from what follows
  if (/[,;:]$/.test(draft.slice(start, end)) && /[\p{L}\d\]]$/u.test(text.trim())) end -= 1;
  const joiner = /^(and|but)\s+\S+\s+\S/i.exec(draft.slice(start, end))?.[1];
  const joined = joiner && /\S\s+\S+\s/.test(text) && !/^(?:and|but|so)\b/i.test(text) && !/\?$/.test(text);
  let said = fitCapital(draft, start, joined ? `and ${decapitalise(text.trim())}` : text.trim(), lowerCase);
  let joins = false;
  const last = said.slice(-1);
  const after = draft.slice(end);
  const marks = /^\s*([.!?]+)/.exec(after);
  if (/[.!?]/.test(last)) {
    if (marks) {
      // The new mark stands for the old, but an exclamation mark of the agent's outlives a full stop.
      if (last === '.' && marks[1] === '!') said = `${said.slice(0, -1)}!`;
      end += marks[0].length;
    } else if (/^\s*[,;:]/.test(after)) {
      const follows = /^\s*[,;:]\s*(?!(?:which|who|if|when|where)\b)(?:(?:and|but|so|as|because|since) )?(\p{L})/u.exec(
        after,
      );
      if (follows) {
        end += follows[0].length;
        joins = true;
        said = `${said} ${lowerCase ? follows[1] : (follows[1] as string).toUpperCase()}`;
      }
    } else if (!lowerCase && /^\s+(?:so|and|but)\s+\p{Ll}/u.test(after)) {
      // what hung on the old words begins a sentence of its own
      const follows = /^\s+(?:so|and|but)\s+(\p{Ll})/u.exec(after) as RegExpExecArray;
      end += follows[0].length;
      joins = true;
      said = `${said} ${(follows[1] as string).toUpperCase()}`;
    } else if (lowerCase && last === '.' && /^\s*$/.test(after)) {
      said = said.slice(0, -1);
    }
  } else if (/[,;]$/.test(said) && marks) {
    said = said.slice(0, -1);
  } else if (/[,:;]$/.test(said) && /^\s*[,:;]/.test(after)) {
    end += /^\s*[,:;]/.exec(after)?.[0].length ?? 0;
  }
  const before = /\b([Aa]n?)\s+$/.exec(draft.slice(0, start));
  if (before && /^[a-z]/i.test(said)) {
    const fitting = article(said.replace(/^(?:a|an) /i, ''));
    if (fitting !== (before[1] as string).toLowerCase()) {
      start -= before[0].length;
      said = `${before[1]?.startsWith('A') ? capitalise(fitting) : fitting} ${said}`;
    }
  }
  if (!joins && end < draft.length && /[\p{L}\d]$/u.test(said) && /^[\p{L}\d]/u.test(draft.slice(end)))
    said = `${said} `;
  return { start, end, text: said };
}

/**
 * Takes the span out. What only held it goes too: the comma or 'that' after it, a leading 'and' or 'but'; the next
 * word gets its capital. Null where nothing of the draft would be left.
 */
export function removeSpan(draft: string, span: Span, lowerCase = false): Edit | null {
  let { start, end } = span;
  const atStart = isSentenceStart(draft, start);
  const afterGreeting = !atStart && /(?:^|\n)\S+(?: \p{Lu}\S*){0,3},\s*$/u.test(draft.slice(0, start));
  if (atStart || afterGreeting) {
    const rest = /^(?:\s*[,;:—–-]+)?\s*(?:that\s+)?(?:(?:and|but|so)\s+)?/.exec(draft.slice(end));
    end += rest?.[0].length ?? 0;
    const ending = /^[.!?]+/.exec(draft.slice(end));
    if (ending && atStart) return removeSentence(draft, { start, end: end + ending[0].length });
    if (ending || end >= draft.length) return removeTail(draft, start, ending ? end : draft.length);
    const next = draft.slice(end, end + 1);
    if (!next.trim()) return removeSentence(draft, { start, end });
    return { start, end: end + 1, text: atStart && !lowerCase ? next.toUpperCase() : next };
  }
  const after = draft.slice(end);
  if (/^\s*(?:[.!?]|$|\n)/.test(after)) return removeTail(draft, start, end);
  if (/^\s*[,;]/.test(after) && /[,;—–-]\s*$/.test(draft.slice(0, start))) {
    const gone = /\s*[,;—–-]\s*$/.exec(draft.slice(0, start));
    start -= gone?.[0].length ?? 0;
    // 'It is, of course, late' loses both commas; a clause that leads in keeps one, and so does one that follows
    const line = /[^.!?\n]*$/.exec(draft.slice(0, start))?.[0] ?? '';
    const mark = /^\s*[,;]/.exec(after)?.[0].length ?? 0;
    const leadsIn = /^\s*(?:if|when|once|as|after|before|since|because|while|although|until|to)\b/i.test(line);
    if (!leadsIn && !FOLLOWS.test(after)) end += mark;
    return { start, end, text: '' };
  }
  const space = /^\s+/.exec(after);
  if (space && /\s$/.test(draft.slice(0, start))) end += space[0].length;
  else if (/\s$/.test(draft.slice(0, start)) && /^[,;:]/.test(after)) start -= 1;
  return { start, end, text: '' };
}

/** ', I'll put them on today' */
const FOLLOWS = /^\s*[,;]\s*(?:i|we|you|he|she|they)(?:['’]?(?:ll|m|d|re|ve))?\s/i;

/** Takes out what ends a sentence, with the comma and the joining word before it. */
function removeTail(draft: string, start: number, end: number): Edit | null {
  const before = /[\s,;:—–-]*(?:\b(?:and|but|so|as|because)\s*)?$/.exec(draft.slice(0, start));
  const at = start - (before?.[0].length ?? 0);
  if (draft.slice(0, at).trim() === '') return removeSentence(draft, { start, end });
  const followed = /^[.!?]/.test(draft.slice(end)) || draft.slice(end).trim() === '' || draft[end] === '\n';
  const line = /[^\n]*$/.exec(draft.slice(0, at))?.[0] ?? '';
  const comma = /^\S+(?: \p{Lu}\S*){0,3}$/u.test(line.trim()) && /,\s*$/.test(draft.slice(0, start));
  if (comma) {
    // A greeting alone is left: the full stop goes with the sentence.
    const mark = /^[.!?]+/.exec(draft.slice(end));
    return { start: at, end: end + (mark?.[0].length ?? 0), text: ',' };
  }
  return { start: at, end, text: followed ? '' : '.' };
}

/** Takes a whole sentence out with the white space that set it apart. Null where the draft would be empty. */
export function removeSentence(draft: string, span: Span): Edit | null {
  let { start, end } = span;
  const before = draft.slice(0, start);
  const after = draft.slice(end);
  if (before.trim() === '' && after.trim() === '') return null;
  const alone = (before === '' || /\n[ \t]*$/.test(before)) && (after === '' || /^[ \t]*\n/.test(after));
  if (alone) {
    if (after.trim() !== '') end += /^\s*/.exec(after)?.[0].length ?? 0;
    else start -= /\s*$/.exec(before)?.[0].length ?? 0;
    return { start, end, text: '' };
  }
  const space = /^[ \t]+/.exec(after);
  if (space) end += space[0].length;
  else start -= /[ \t]*$/.exec(before)?.[0].length ?? 0;
  return { start, end, text: '' };
}

export function applyEdit(draft: string, { start, end, text }: Edit): string {
  return draft.slice(0, start) + text + draft.slice(end);
}

/** The same edit without the words at both ends that it does not change, but never less than `keep`. */
export function tighten(draft: string, edit: Edit, keep: Span | null): Edit {
  const old = draft.slice(edit.start, edit.end);
  const atMost = keep ? keep.start - edit.start : old.length;
  const atLeast = keep ? edit.end - keep.end : old.length;
  let head = 0;
  while (head < Math.min(old.length, edit.text.length, Math.max(0, atMost)) && old[head] === edit.text[head]) head += 1;
  while (head > 0 && !boundary(old, head, edit.text)) head -= 1;
  let tail = 0;
  const room = Math.min(old.length - head, edit.text.length - head, Math.max(0, atLeast));
  while (tail < room && old[old.length - 1 - tail] === edit.text[edit.text.length - 1 - tail]) tail += 1;
  while (tail > 0 && !boundary(old, old.length - tail, edit.text, edit.text.length - tail)) tail -= 1;
  return { start: edit.start + head, end: edit.end - tail, text: edit.text.slice(head, edit.text.length - tail) };
}

/** A cut between two words, in the old text and in the new. */
function boundary(old: string, at: number, next: string, nextAt = at): boolean {
  const splits = (text: string, index: number) =>
    index > 0 &&
    index < text.length &&
    /[\p{L}\d'’]/u.test(text[index - 1] as string) &&
    /[\p{L}\d'’]/u.test(text[index] as string);
  return !splits(old, at) && !splits(next, nextAt);
}
