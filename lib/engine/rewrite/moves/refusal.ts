/**
 * A no becomes what is possible. The equivalences are these and no others:
 *   not before X / not until X -> from X, once S        not unless S -> if S         not without X -> with X
 *   not after X -> until X, within T                    not once S -> as long as not S
 *   not more than N -> up to N                          not under N -> N or more     not other than X -> X
 *   not A, but B -> B                                   opener, S -> S, and [option]
 * What fits none of them gives way to an option that the agent fills in.
 */
import { beginsAt, clauseAt } from '../../context/clause';
import type { Reading, Token } from '../../document';
import type { Edit } from '../../types';
import { inflect } from '../grammar';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { capitalise, decapitalise, removeSpan, replaceSpan } from '../splice';
import { clauseSpan } from '../template';
import { bodyEnd, findToken, finiteVerb, isClause, readsAt, spanOfTokens, textOf } from '../words';

export const refusalToOffer: Move = (context) => {
  const { hit } = context;
  if (!hit) return [];
  const clause = readRefused(hit.sentence.reading, hit.from, hit.to, context.facts);
  const softened = openerOnly(context);
  if (softened.length > 0) return softened;
  return [
    ...ifNot(context, clause),
    ...promised(context, clause),
    ...equivalent(context, clause),
    ...butInstead(context, clause),
    ...find(context, clause),
    ...option(context),
  ];
};

interface Refused {
  /** The first token after the bad-news opener. */
  from: number;
  /** The end of the clause, its condition included. */
  to: number;
  /** The 'not' or 'unable', and what it is: -1 where the refusal has none. */
  no: number;
}

const NEGATIVE = /^(?:not|unable|no|never|neither|cannot|impossible)$/;

function readRefused(reading: Reading, start: number, end: number, { banks }: RewriteContext['facts']): Refused {
  const { tokens } = reading;
  let from = start;
  const opener = beginsAt('bad-news', reading, start, banks);
  if (opener) {
    from = opener.to;
    while (tokens[from]?.pos === 'PUNCT' || tokens[from]?.norm === 'that' || tokens[from]?.norm === 'but') from += 1;
  } else {
    from = Math.min(start, clauseAt(reading, start, banks).from);
    while (from < start && /^(?:and|but|so|because|since|as|or|then|that|which|while)$/.test(tokens[from]?.norm ?? ''))
      from += 1;
    // 'Hi Ann we can not': the greeting is no part of the clause
    if (from === 0 && tokens[0]?.pos === 'INTJ') from = start;
  }
  const no = findToken(reading, from, Math.min(end + 3, tokens.length), ({ norm }) => NEGATIVE.test(norm));
  let to = clauseAt(reading, Math.max(no, from), banks).to;
  // 'the name or the date': no clause of its own
  while (to < tokens.length && /^(?:and|or)$/.test(tokens[to]?.norm ?? '')) {
    const next = clauseAt(reading, to + 1, banks).to;
    if (isClause(reading, { from: to + 1, to: Math.min(next, conditionAt(reading, to + 1, next)) })) break;
    to = next;
  }
  // the condition belongs to the refusal, whatever opens its clause
  while (to < tokens.length && /^(?:until|unless|till|once|if|before|without|after)$/.test(tokens[to]?.norm ?? '')) {
    to = clauseAt(reading, to + 1, banks).to;
  }
  while (to < tokens.length && readsAt(reading, to, 'you')) to = clauseAt(reading, to, banks).to;
  return { from, to, no };
}

/** Where a condition begins in a range, or its end. */
function conditionAt(reading: Reading, from: number, to: number): number {
  const at = findToken(reading, from, to, ({ norm }) =>
    /^(?:until|unless|till|once|if|before|without|after)$/.test(norm),
  );
  return at < 0 ? to : at;
}

/** 'If the seal is broken, we can't take it back' -> 'As long as the seal isn't broken, we can take it back'. */
function ifNot(context: RewriteContext, { from, to, no }: Refused): Edit[] {
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

/** "I can't promise S" -> "I'll let you know by [day, time] whether S". */
function promised(context: RewriteContext, { from, to, no }: Refused): Edit[] {
  const { hit, draft, voice, facts } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const { reading } = sentence;
  const verb = no < 0 ? -1 : findToken(reading, no + 1, no + 3, ({ pos }) => pos === 'VERB');
  const promise = verb < 0 ? undefined : beginsAt('promising', reading, verb, facts.banks);
  if (!promise) return [];
  let start = promise.to;
  if (/^(?:you|that)$/.test(reading.tokens[start]?.norm ?? '') && isClause(reading, { from: start + 1, to }))
    start += 1;
  if (reading.tokens[start]?.norm === 'that') start += 1;
  if (!isClause(reading, { from: start, to })) return [];
  const span = spanOfTokens(sentence, Math.min(hit?.from ?? from, from), to);
  return wordings('promise-update', context, { statement: textOf(reading, start, to) }).map((text) =>
    replaceSpan(draft, span, text, voice.lowerCase),
  );
}

/** Refusal and condition turned by a listed equivalence. */
function equivalent(context: RewriteContext, { from, to, no }: Refused): Edit[] {
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

/** Subject and verb without the no: 'we can not ship' -> 'we can ship'. `next`: the first token after the verb. */
function affirm(reading: Reading, from: number, no: number): { text: string; next: number } | null {
  if (no < 0) return null;
  const { tokens } = reading;
  const word = (index: number) => tokens[index] as Token;
  let aux = no - 1;
  while (aux > from && word(aux).pos === 'ADV') aux -= 1;
  const subject = textOf(reading, from, aux);
  const adverbs = textOf(reading, aux + 1, no).replace(/^(?:also|currently|just|simply)$/i, '');
  const say = (...parts: string[]) => parts.filter(Boolean).join(' ');
  if (word(no).norm === 'unable') {
    const contracted = /^(?:i|we)['’](?:m|re)$/i.test(word(aux)?.text ?? '');
    const person = contracted ? word(aux).text.replace(/['’].*$/, '') : subject;
    const verb = readsAt(reading, no + 1, 'to') ? no + 2 : -1;
    if (verb < 0 || !person) return null;
    const past = word(aux).norm === 'was' || word(aux).norm === 'were';
    const will = tokens[aux]?.norm === 'be' && tokens[aux - 1]?.norm === 'will';
    if (will) return { text: say(textOf(reading, from, aux - 1), 'can', word(verb).text), next: verb + 1 };
    return { text: say(person, past ? 'could' : 'can', word(verb).text), next: verb + 1 };
  }
  if (word(no).norm !== 'not') return null;
  const head = tokens[aux];
  const after = tokens[no + 1];
  if (!head || !after) return null;
  const contraction = /^(?:i'm|we're|you're|they're|it's)$/.exec(head.norm);
  const being = contraction || head.lemma === 'be';
  if (being) {
    const person = contraction ? head.text.replace(/['’].*$/, '') : subject;
    const able = findToken(reading, no + 1, no + 6, ({ norm }) => norm === 'to');
    const phrase = textOf(reading, no + 1, able).toLowerCase();
    if (able > 0 && /^(?:currently |yet )?(?:able|in a position|allowed|permitted|authori[sz]ed)$/.test(phrase)) {
      const verb = tokens[able + 1];
      return verb ? { text: say(person, 'can', verb.text), next: able + 2 } : null;
    }
    if (!person || contraction) return contraction ? { text: say(head.text, adverbs, after.text), next: no + 2 } : null;
    return { text: say(person, head.text, adverbs, after.text), next: no + 2 };
  }
  const modal = { can: 'can', could: 'could', will: 'will', would: 'would', may: 'may' }[head.norm];
  if (modal) {
    const said = head.norm === 'will' && /^['’]?ll$/i.test(head.text) ? "'ll" : modal;
    if (readsAt(reading, no + 1, 'be', 'able', 'to')) {
      const verb = tokens[no + 4];
      return verb ? { text: say(subject, 'can', verb.text), next: no + 5 } : null;
    }
    return { text: say(subject, said, adverbs, after.text), next: no + 2 };
  }
  if (head.lemma === 'do') {
    if (after.pos !== 'VERB' && after.pos !== 'NOUN') return null;
    const verb =
      head.norm === 'does'
        ? inflect(after.lemma, 'third')
        : head.norm === 'did'
          ? inflect(after.lemma, 'past')
          : after.text;
    return { text: say(subject, adverbs, verb), next: no + 2 };
  }
  return null;
}

interface Turn {
  /** 'cards other than Visa': the noun before it goes. */
  takesNoun?: boolean;
  /** How many tokens it takes the place of. */
  words: number;
  make(reading: Reading, from: number, to: number, context: RewriteContext): string[];
}

const NOUNS = new Set(['NOUN', 'PROPN', 'NUM']);

function turnOf(reading: Reading, at: number): Turn | null {
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

/** A short clause with its verb denied: "they've been worn" -> "they haven't been worn". */
function deny(reading: Reading, from: number, to: number): string | null {
  const { tokens } = reading;
  const at = findToken(
    reading,
    from,
    to,
    ({ norm, pos }) => /^(?:is|are|was|were|has|have|had|will|can)$/.test(norm) && (pos === 'AUX' || pos === 'VERB'),
  );
  if (at < 0 || findToken(reading, from, to, ({ norm }) => NEGATIVE.test(norm)) >= 0) return null;
  const aux = tokens[at] as Token;
  const mark = reading.text.includes('’') ? '’' : "'";
  const said = aux.norm === 'will' ? `won${mark}t` : aux.norm === 'can' ? `can${mark}t` : `${aux.norm}n${mark}t`;
  const before = textOf(reading, from, at);
  return [before, said, textOf(reading, at + 1, to)].filter(Boolean).join(' ');
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

/** 'We can't do A, but we can do B' -> B, with what its pronoun stood for. */
function butInstead(context: RewriteContext, refused: Refused): Edit[] {
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
  const texts = offered ? [offered] : [];
  const opener = wordings('option', context)[0]?.replace(/\[option\]/, '');
  const plainB = textOf(reading, from, end);
  const [subject] = tokens.slice(from);
  if (opener && /^(?:i|we|you)$/.test(subject?.norm ?? '')) texts.push(`${opener.trimEnd()} ${offered ?? plainB}`);
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

/** The first noun phrase of a range, without what hangs on it. */
function nounPhrase(reading: Reading, from: number, to: number): string | null {
  const { tokens } = reading;
  let end = from;
  while (
    end < to &&
    ['DET', 'ADJ', 'NUM', 'PRON', 'NOUN', 'PROPN'].includes(tokens[end]?.pos ?? '') &&
    !(end > from && /^(?:right|now|today|tomorrow|yesterday|that|this)$/.test(tokens[end]?.norm ?? ''))
  )
    end += 1;
  // 'your booking': a noun that looks like a verb
  if (
    end > from &&
    end < to &&
    ['DET', 'PRON', 'ADJ'].includes(tokens[end - 1]?.pos ?? '') &&
    tokens[end]?.pos === 'VERB'
  )
    return textOf(reading, from, end + 1);
  if (end === from || !['NOUN', 'PROPN', 'PRON'].includes(tokens[end - 1]?.pos ?? '')) return null;
  return textOf(reading, from, end);
}

/** What can't be found: ask for what would find it. */
function find(context: RewriteContext, { no, to, from }: Refused): Edit[] {
  const { hit, facts, draft, voice } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const verb = findToken(sentence.reading, no + 1, no + 3, ({ pos }) => pos === 'VERB');
  if (no < 0 || verb < 0 || !beginsAt('searching', sentence.reading, verb, facts.banks)) return [];
  const object = nounPhrase(sentence.reading, verb + 1, to);
  if (!object || /^(?:it|that|this|any|anything)/i.test(object)) return [];
  const span = spanOfTokens(sentence, Math.min(hit?.from ?? from, from), to);
  return wordings('find-detail', context, { object: object.replace(/^an? /, 'your ') }).map((text) =>
    replaceSpan(draft, span, text, voice.lowerCase),
  );
}

/** 'Unfortunately, the jacket is sold out' -> 'The jacket is sold out, and what I can offer you is [option]'. */
function openerOnly(context: RewriteContext): Edit[] {
  const { hit, draft, finding, facts, voice } = context;
  const sentence = (hit as NonNullable<typeof hit>).sentence;
  const { reading } = sentence;
  const at = hit?.from ?? 0;
  const opener = beginsAt('bad-news', reading, at, facts.banks);
  if (!opener || !finding.span || opener.to < (hit?.to ?? 0)) return [];
  const gone = removeSpan(draft, finding.span, voice.lowerCase);
  if (!gone) return [];
  const end = sentence.start + (reading.tokens[bodyEnd(reading) - 1]?.end ?? 0);
  if (gone.end > end) return [];
  return wordings('option-tail', context).map((tail) => ({
    start: gone.start,
    end,
    text: gone.text + draft.slice(gone.end, end) + tail,
  }));
}

/** The whole clause gives way to what is possible. */
function option(context: RewriteContext): Edit[] {
  const { draft, finding, voice } = context;
  const span = clauseSpan(context) ?? finding.span;
  if (!span) return [];
  const start = Math.min(span.start, finding.span?.start ?? span.start);
  return wordings('option', context).map((text) => {
    const but = /\b(but|But) +$/.exec(draft.slice(0, start));
    const next = /^,?\s*but\b/.exec(draft.slice(span.end));
    if (!but && next)
      return replaceSpan(draft, { start, end: span.end + next[0].length }, `${text}, and`, voice.lowerCase);
    if (!but) return replaceSpan(draft, { start, end: span.end }, text, voice.lowerCase);
    return { start: start - but[0].length, end: span.end, text: `${but[1] === 'But' ? 'And' : 'and'} ${text}` };
  });
}
