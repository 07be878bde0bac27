import { clauseAt } from '../context/clause';
import { readWords, type Token } from '../document';
import type { Edit } from '../types';
import { formOf, inflect, plural } from './grammar';
import type { RewriteContext } from './move';
import { insertAtClosing, insertAtOpening, openingAt } from './place';
import { fillSlots } from './say';
import { removeSpan, replaceSpan } from './splice';
import { findToken, isSubjectPronoun, textOf } from './words';

/** Draft principles whose templates open the reply; those of the others close it. */
const AT_OPENING = new Set([
  'missing-empathy',
  'solution-first',
  'not-listening',
  'no-ownership',
  'tone-mismatch',
  'boundary',
]);

/** A template from a bank in place of the phrase: slots filled, capital and inflection kept, in the agent's voice. */
export function fillTemplate(template: string, context: RewriteContext): Edit[] {
  const { hit, draft, voice, facts, finding } = context;
  const said = fillSlots(inflectLike(template, context), context, slotsOf(context));
  if (said === null) return [];
  if (!hit || !finding.span) {
    if (finding.principle === 'no-personal-touch') return [insertGreeting(context, said)];
    const place = AT_OPENING.has(finding.principle) ? insertAtOpening : insertAtClosing;
    return [place(facts, ended(said), voice)];
  }
  if (said === '') return optional(removeSpan(draft, finding.span, voice.lowerCase));
  return [putInPlace(context, said)];
}

/** Words in place of the phrase; what is a clause of its own takes the place of the phrase's whole clause. */
export function putInPlace(context: RewriteContext, said: string): Edit {
  const { draft, finding, voice } = context;
  const span = finding.span ?? { start: draft.length, end: draft.length };
  // the phrase took in the verb that the template waits for: 'you need to send' and 'could you'
  const { hit } = context;
  // 'right for you' waits for none
  if (hit && /(?:\b(?:please|to)|(?<!\bfor )\byou)$/i.test(said)) {
    const { reading } = hit.sentence;
    const { tokens } = reading;
    const to = findToken(
      reading,
      hit.from,
      hit.to - 1,
      ({ norm }, index) => norm === 'to' && /^(?:VERB|ADV)$/.test(tokens[index + 1]?.pos ?? ''),
    );
    const verb = to >= 0 ? to + 1 : tokens[hit.to - 1]?.pos === 'VERB' ? hit.to - 1 : -1;
    if (verb > hit.from) return replaceSpan(draft, span, `${said} ${textOf(reading, verb, hit.to)}`, voice.lowerCase);
  }
  const whole = isWholeClause(said);
  const place = (whole && clauseSpan(context)) || span;
  // a statement in a question's place takes the question mark with it
  const asked = whole && !/[.?!]$/.test(said) && /^\s*\?/.test(draft.slice(place.end));
  return replaceSpan(draft, place, asked && !ASKS.test(said) ? `${said}.` : said, voice.lowerCase);
}

const ASKS = /^(?:could|can|would|will|may|did|do|is|are|how|when|where|why|who)\b/i;

export function ended(sentence: string): string {
  return /[.!?,:]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** 'Hi Ann,' on a line of its own in an email, in the same line elsewhere. */
export function insertGreeting({ draft, voice }: RewriteContext, greeting: string): Edit {
  const at = draft.length - draft.trimStart().length;
  const said = greeting.replace(/[.,!]*$/, ',');
  if (voice.channel === 'email') return { start: at, end: at, text: `${said}\n\n` };
  const first = draft.slice(at, at + 1);
  const word = /^[A-Z][a-z]*\b/.exec(draft.slice(at))?.[0];
  const small = word && word !== 'I' && readWords(word)[0]?.pos !== 'PROPN' ? first.toLowerCase() : first;
  return { start: at, end: at + 1, text: `${voice.lowerCase ? said.toLowerCase() : said} ${small}` };
}

function optional(edit: Edit | null): Edit[] {
  return edit ? [edit] : [];
}

/** What still waits for a verb or a noun after it, or leads on. */
const OPEN_END = /(?:\b(?:to|that|you|please|if|whether|of|for|with|by|is|are|was|will|can|could|not)|[,:])$/i;

/** A template that says a whole thing: its own subject, or a request up to a gap or a closing mark. */
function isWholeClause(said: string): boolean {
  if (OPEN_END.test(said)) return false;
  const closed = /[\].?!]$/.test(said);
  const tokens = readWords(said);
  const first = tokens[0];
  if (!first) return false;
  return (
    isSubjectPronoun(first) ||
    /^(?:here's|here|that's)$/.test(first.norm) ||
    (closed &&
      /^(?:here|here's|what|could|can|would|please|let|because|the|to|so|that's|there's|if|thanks|thank)$/.test(
        first.norm,
      ))
  );
}

function isSubjectWord(token: Token | undefined): boolean {
  return (
    /^(?:NOUN|PROPN|DET|NUM)$/.test(token?.pos ?? '') || /^(?:my|your|our|his|her|their|its)$/.test(token?.norm ?? '')
  );
}

/** From the subject of the phrase's clause to the clause's end; null where that is the phrase itself. */
export function clauseSpan({ hit, facts }: RewriteContext): { start: number; end: number } | null {
  if (!hit) return null;
  const { reading, start } = hit.sentence;
  const { tokens } = reading;
  const head = clauseAt(reading, hit.from, facts.banks);
  const tail = clauseAt(reading, hit.to - 1, facts.banks);
  let from = Math.min(head.from, hit.from);
  while (from < hit.from && /^(?:and|but|so|because|since|as|or|then)$/.test(tokens[from]?.norm ?? '')) from += 1;
  if (hit.sentence.index === 0 && openingAt(facts).inline) {
    const content = openingAt(facts).at - start;
    while (from < hit.from && (tokens[from]?.start ?? 0) < content) from += 1;
  }
  let to = Math.max(tail.to, hit.to);
  const opens = hit.sentence.index === 0 ? openingAt(facts).at - start : 0;
  // a subject left behind, or half a verb, belongs to the clause
  while (from > 0 && (tokens[from - 1]?.start ?? 0) >= opens && isSubjectWord(tokens[from - 1])) from -= 1;
  while (
    to < tokens.length &&
    /^(?:VERB|AUX)$/.test(tokens[to]?.pos ?? '') &&
    /^(?:and|or)$/.test(tokens[to - 1]?.norm ?? '')
  )
    to = clauseAt(reading, to, facts.banks).to;
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last || (from === hit.from && to === hit.to)) return null;
  return { start: start + first.start, end: start + last.end };
}

/** More words than this are no term to be named in a gap. */
const TERM = /^[^“”"[\]\n]{1,60}$/;

/** {term}, the phrase; {verb} and {object}: its main verb, and the words after it up to the clause's end. */
export function slotsOf({ hit, facts }: RewriteContext): Record<string, string> {
  if (!hit) return {};
  const { reading } = hit.sentence;
  const said = textOf(reading, hit.from, hit.to);
  const term: Record<string, string> = TERM.test(said) ? { term: said } : {};
  const clause = clauseAt(reading, hit.to - 1, facts.banks);
  const verb = findToken(
    reading,
    hit.from,
    clause.to,
    ({ pos, lemma }) => pos === 'VERB' && !['need', 'have'].includes(lemma),
  );
  if (verb < 0) return term;
  const object = textOf(reading, verb + 1, clause.to);
  return { ...term, verb: reading.tokens[verb]?.lemma ?? '', ...(object ? { object } : {}) };
}

/** `<use>` takes the inflection of the verb (or the number of the noun) that it stands for. */
export function inflectLike(template: string, { hit }: Pick<RewriteContext, 'hit'>): string {
  if (!template.includes('<')) return template;
  const tokens: readonly Token[] = hit?.sentence.reading.tokens ?? [];
  const matched = hit ? tokens.slice(hit.from, hit.to) : [];
  const words = matched.filter(({ kind }) => kind === 'word');
  const verbs = words.filter(({ pos }) => pos === 'VERB' || pos === 'AUX');
  let nth = 0;
  return template.replace(/<([^<>]+)>/g, (_all, lemma: string) => {
    const model =
      verbs[nth] ?? verbs[0] ?? words.find(({ text, lemma: own }) => text.toLowerCase() !== own) ?? words[0];
    nth += 1;
    if (!model) return lemma;
    if (model.pos === 'NOUN' && /s$/i.test(model.text) && model.text.toLowerCase() !== model.lemma)
      return plural(lemma);
    if (model.pos === 'NOUN' && !/(?:ing|ed|ize|ise)s?$/i.test(model.text)) return lemma;
    const form = formOf(model.text, model.lemma);
    const before = tokens[tokens.indexOf(model) - 1];
    const participle = form === 'past' && before && ['be', 'have'].includes(before.lemma);
    return inflect(lemma, participle ? 'participle' : form);
  });
}
