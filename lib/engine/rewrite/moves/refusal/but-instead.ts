/** 'Not A, but B': while not A, B; or B alone. */
import type { Reading, Token } from '../../../document';
import type { Edit } from '../../../types';
import type { RewriteContext } from '../../move';
import { wordings } from '../../say';
import { capitalise, decapitalise, replaceSpan } from '../../splice';
import { bodyEnd, findToken, isClause, spanOfTokens, textOf } from '../../words';
import { nounPhrase } from './noun-phrase';
import { NEGATIVE, type Refused } from './refused';

/** 'We can't do A, but we can do B' -> 'While we can't do A, we can do B', or B with what its pronoun stood for. */
export function butInstead(context: RewriteContext, refused: Refused): Edit[] {
  const { hit, draft, facts, voice } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const { reading } = sentence;
  const { tokens } = reading;
  const but = findToken(
    reading,
    refused.from,
    tokens.length,
    ({ norm }, index) => index > refused.no && (norm === 'but' || norm === 'however'),
  );
  if (but < 0) return [];
  const from = tokens[but + 1]?.text === ',' ? but + 2 : but + 1;
  const end = bodyEnd(reading);
  if (!isClause(reading, { from, to: end })) return [];
  if (findToken(reading, from, end, ({ norm }) => NEGATIVE.test(norm)) >= 0) return [];
  const offered = resolve(reading, refused, from, end, but);
  const span = {
    start: spanOfTokens(sentence, Math.min(hit?.from ?? refused.from, refused.from), refused.to).start,
    end: sentence.start + (tokens[end - 1]?.end ?? 0),
  };
  const before = tokens[Math.min(hit?.from ?? 0, refused.from) - 1];
  void facts;
  const opens = Math.min(hit?.from ?? refused.from, refused.from);
  const no = textOf(reading, Math.max(opens, refused.from), tokens[but - 1]?.text === ',' ? but - 1 : but);
  // both halves in one breath: what is offered leads the sentence, and nothing of the answer is lost
  const simple = !/[,;:()–—[]/.test(no) && !/^(?:and|so|if|while|although|sorry)\b/i.test(no);
  const whole =
    simple && tokens[opens - 1]?.norm !== 'but' ? [`while ${decapitalise(no)}, ${textOf(reading, from, end)}`] : [];
  // B alone would leave out more than the no
  const texts = [...whole, ...(offered && simple ? [offered] : [])];
  const opener = wordings('option', context)[0]?.replace(/\[option\]/, '');
  const plainB = textOf(reading, from, end);
  const [subject] = tokens.slice(from);
  if (opener && simple && /^(?:i|we|you)$/.test(subject?.norm ?? ''))
    texts.push(`${opener.trimEnd()} ${offered ?? plainB}`);
  return texts.map((text) => {
    if (before?.norm === 'but') return { start: sentence.start + before.start, end: span.end, text: `and ${text}` };
    return replaceSpan(draft, span, text, voice.lowerCase);
  });
}

/** B with the noun of A where its pronoun would hang in the air. Null where it can't be told. */
function resolve(reading: Reading, refused: Refused, from: number, end: number, but: number): string | null {
  const { tokens } = reading;
  const pronoun = findToken(reading, from, end, ({ norm }) =>
    ['one', 'it', 'them', 'they', 'these', 'those', "they're", "it's"].includes(norm),
  );
  if (pronoun < 0) return textOf(reading, from, end);
  const { norm } = tokens[pronoun] as Token;
  const subject = nounPhrase(reading, refused.from, refused.no);
  const verb = findToken(reading, refused.no + 1, but, ({ pos }) => pos === 'VERB');
  const object = verb > 0 ? nounPhrase(reading, verb + 1, but) : null;
  const inA = findToken(
    reading,
    refused.from,
    but,
    (token) => token.norm === norm || ['it', 'them', 'that', 'this'].includes(token.norm),
  );
  if (inA >= 0 && norm !== 'one') return textOf(reading, from, end);
  if (norm === "they're" || norm === "it's") {
    if (!subject || /^(?:i|we)$/i.test(subject)) return null;
    return [subject, norm === "it's" ? 'is' : 'are', textOf(reading, pronoun + 1, end)].join(' ');
  }
  const isSubject = pronoun === from;
  const noun = isSubject ? (subject && !/^(?:i|we)$/i.test(subject) ? subject : object) : object;
  if (!noun) return null;
  if (norm === 'one' && !/^an? /.test(noun)) return null;
  if (norm === 'one' && ['DET', 'ADJ'].includes(tokens[pronoun - 1]?.pos ?? '')) return null;
  const contracted = tokens[pronoun + 1]?.text.match(/^['’](re|s|ll)$/)?.[1];
  const next = contracted ? pronoun + 2 : pronoun + 1;
  const opened = contracted ? { re: 'are', s: 'is', ll: 'will' }[contracted] : '';
  return [textOf(reading, from, pronoun), isSubject ? capitalise(noun) : noun, opened, textOf(reading, next, end)]
    .filter(Boolean)
    .join(' ');
}
