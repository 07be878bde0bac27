/** Refusal and condition, turned by a listed equivalence. */
import type { Edit } from '../../../types';
import type { RewriteContext } from '../../move';
import { decapitalise, replaceSpan } from '../../splice';
import { findToken, spanOfTokens, textOf } from '../../words';
import { nounPhrase } from './noun-phrase';
import { affirm, deny } from './polarity';
import type { Refused } from './refused';
import { type Turn, turnOf } from './turns';

/** 'If the seal is broken, we can't take it back' -> 'As long as the seal isn't broken, we can take it back'. */
export function ifNot(context: RewriteContext, { from, to, no }: Refused): Edit[] {
  const { hit, draft, voice } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const { reading } = sentence;
  const { tokens } = reading;
  if (tokens[from - 1]?.text !== ',') return [];
  const opens = findToken(reading, 0, from, ({ norm }) => norm === 'if' || norm === 'once');
  if (opens < 0 || findToken(reading, opens, from - 1, ({ text }) => text === ',') >= 0) return [];
  const denied = deny(reading, opens + 1, from - 1);
  const positive = affirm(reading, from, no);
  if (!denied || !positive) return [];
  const body = [positive.text, textOf(reading, positive.next, to)].filter(Boolean).join(' ');
  return ['as long as', 'if'].map((word) =>
    replaceSpan(draft, spanOfTokens(sentence, opens, to), `${word} ${denied}, ${body}`, voice.lowerCase),
  );
}

/** Refusal and condition turned by a listed equivalence. */
export function equivalent(context: RewriteContext, { from, to, no }: Refused): Edit[] {
  const sentence = context.hit?.sentence as NonNullable<typeof context.hit>['sentence'];
  const { reading } = sentence;
  const positive = affirm(reading, from, no);
  if (!positive) return [];
  const pivot = findToken(reading, positive.next, to, (_token, index) => turnOf(reading, index) !== null);
  if (pivot < 0) return [];
  const turn = turnOf(reading, pivot) as Turn;
  const rest = turn.make(reading, pivot + turn.words, to, context);
  const middle =
    turn.takesNoun && nounPhrase(reading, positive.next, pivot) === textOf(reading, positive.next, pivot)
      ? ''
      : textOf(reading, positive.next, pivot);
  if (turn.takesNoun && middle) return [];
  return rest.flatMap((tail): Edit[] => {
    const body = [positive.text, middle, tail].filter(Boolean).join(' ');
    return [joinPositive(context, from, to, body)];
  });
}

/** The clause in its sentence: no opener before it, 'and' for a 'but' that has lost its ground. */
function joinPositive(context: RewriteContext, from: number, to: number, body: string): Edit {
  const { hit, draft, voice } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const { tokens } = sentence.reading;
  let first = Math.min(hit?.from ?? from, from);
  // 'hey, sorry, we can not': there is nothing to be sorry for any more
  if (tokens[first - 1]?.text === ',' && tokens[first - 2]?.norm === 'sorry') first -= 2;
  const whole = { from: first, to };
  const span = spanOfTokens(sentence, whole.from, whole.to);
  let text = body;
  let end = span.end;
  const after = /^,?\s*but\b/.exec(draft.slice(end));
  if (after) {
    text = `${text}${after[0].startsWith(',') ? ',' : ''} and`;
    end += after[0].length;
  }
  const before = tokens[whole.from - 1];
  if (before?.norm === 'but') {
    const start = sentence.start + before.start;
    return { start, end, text: `${before.text === 'But' ? 'And' : 'and'} ${decapitalise(text)}` };
  }
  return replaceSpan(draft, { start: span.start, end }, text, voice.lowerCase);
}
