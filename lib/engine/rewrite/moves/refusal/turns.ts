/** What stands in place of 'before', 'unless', 'more than' once the no is gone. */
import type { Reading } from '../../../document';
import type { RewriteContext } from '../../move';
import { wordings } from '../../say';
import { findToken, finiteVerb, isClause, textOf } from '../../words';
import { deny } from './polarity';

export interface Turn {
  /** 'cards other than Visa': the noun before it goes. */
  takesNoun?: boolean;
  /** How many tokens it takes the place of. */
  words: number;
  make(reading: Reading, from: number, to: number, context: RewriteContext): string[];
}

const NOUNS = new Set(['NOUN', 'PROPN', 'NUM']);

export function turnOf(reading: Reading, at: number): Turn | null {
  const { tokens } = reading;
  const norm = tokens[at]?.norm ?? '';
  const rest = (from: number, to: number) => textOf(reading, from, to);
  const clausal = (from: number, to: number) => isClause(reading, { from, to });
  const isTime = (from: number, to: number, { facts }: RewriteContext) =>
    facts.banks.find('time-point', reading).some((found) => found.from >= from && found.to <= to);
  const isDuration = (from: number, to: number, { facts }: RewriteContext) =>
    facts.banks
      .find('duration', reading)
      .some((found) => found.from === from && found.to <= to && found.to - found.from <= 4);
  if (norm === 'before' || norm === 'until' || norm === 'till') {
    return {
      words: 1,
      make(_reading, from, to, context) {
        if (from >= to) return [];
        if (clausal(from, to)) return [`once ${rest(from, to)}`, `as soon as ${rest(from, to)}`];
        if (/ing$/.test(tokens[from]?.norm ?? '') && tokens[from]?.pos === 'VERB') return [`after ${rest(from, to)}`];
        if (isDuration(from, to, context)) return [];
        if (['then', 'that'].includes(tokens[from]?.norm ?? '') && to === from + 1) return [];
        return isTime(from, to, context) ? [`from ${rest(from, to)}`] : [`after ${rest(from, to)}`];
      },
    };
  }
  if (norm === 'unless') {
    return {
      words: 1,
      make: (_reading, from, to) => {
        if (!clausal(from, to)) return [];
        const negated = findToken(reading, from, to, (token) => token.norm === 'not' || token.norm === 'no') >= 0;
        return negated ? [] : [`if ${rest(from, to)}`, `as long as ${rest(from, to)}`];
      },
    };
  }
  if (norm === 'without' && tokens[at + 1]?.norm !== 'delay') {
    return {
      words: 1,
      make(_reading, from, to) {
        if (from >= to) return [];
        if (tokens[from]?.norm === 'any') return [];
        if (/ing$/.test(tokens[from]?.norm ?? '') && tokens[from]?.pos === 'VERB') return [`after ${rest(from, to)}`];
        return [`with ${rest(from, to)}`];
      },
    };
  }
  if (norm === 'after') {
    return {
      words: 1,
      make(_reading, from, to, context) {
        if (from >= to) return [];
        if (isDuration(from, to, context)) {
          const now = wordings('option-now', context)[0] ?? '';
          return [`within ${rest(from, to)}, ${now}`, `for up to ${rest(from, to)}, ${now}`];
        }
        return [`until ${rest(from, to)}`];
      },
    };
  }
  if (norm === 'once' || norm === 'if' || norm === 'when') {
    return {
      words: 1,
      make(_reading, from, to) {
        const verb = finiteVerb(reading, { from, to });
        const denied = verb > from ? deny(reading, from, to) : null;
        return denied ? [`as long as ${denied}`, `if ${denied}`] : [];
      },
    };
  }
  if ((norm === 'more' || norm === 'longer') && tokens[at + 1]?.norm === 'than') {
    return {
      words: 2,
      make: (_reading, from, to) =>
        NOUNS.has(tokens[from]?.pos ?? '') || tokens[from]?.pos === 'SYM' ? [`up to ${rest(from, to)}`] : [],
    };
  }
  if ((norm === 'over' || norm === 'beyond' || norm === 'above') && /NUM|SYM/.test(tokens[at + 1]?.pos ?? '')) {
    return { words: 1, make: (_reading, from, to) => [`${norm === 'beyond' ? 'for ' : 'of '}up to ${rest(from, to)}`] };
  }
  if ((norm === 'under' || norm === 'below') && /NUM|SYM/.test(tokens[at + 1]?.pos ?? '')) {
    return { words: 1, make: (_reading, from, to) => amount(reading, from, to) };
  }
  if (norm === 'less' && tokens[at + 1]?.norm === 'than') {
    return { words: 2, make: (_reading, from, to) => amount(reading, from, to) };
  }
  if (norm === 'for' && tokens[at + 1]?.norm === 'another') {
    return { words: 2, make: (_reading, from, to) => [`in ${rest(from, to)}`] };
  }
  if (norm === 'other' && tokens[at + 1]?.norm === 'than') {
    return { words: 2, takesNoun: true, make: (_reading, from, to) => (from < to ? [rest(from, to)] : []) };
  }
  return null;
}

/** 'under $50' -> 'of $50 or more'. */
function amount(reading: Reading, from: number, to: number): string[] {
  const { tokens } = reading;
  let end = from;
  while (end < to && /NUM|SYM/.test(tokens[end]?.pos ?? '')) end += 1;
  if (end === from) return [];
  const unit = tokens[end]?.pos === 'NOUN' ? end + 1 : end;
  return [['of', textOf(reading, from, unit), 'or more', textOf(reading, unit, to)].filter(Boolean).join(' ')];
}
