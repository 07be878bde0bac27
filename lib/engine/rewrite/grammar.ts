/** Word forms, from compromise: the inflection of one word at a time, never a parse of the draft. */
import nlp from 'compromise/two';

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

interface Conjugations {
  Infinitive: string;
  PastTense: string;
  PresentTense: string;
  Gerund: string;
  Participle?: string;
}

/** The part of compromise's inner methods that is used; its types leave it open. */
interface Transform {
  verb: {
    conjugate(verb: string, model: object): Conjugations;
    toInfinitive(verb: string, model: object, tense: string): string;
  };
  noun: { toPlural(noun: string, model: object): string; toSingular(noun: string, model: object): string };
}

const tools = nlp as unknown as { methods(): { two: { transform: Transform } }; model(): object };

function transform(): Transform {
  return tools.methods().two.transform;
}

/** Forms that are wrong or American only. */
const PARTICIPLES: Readonly<Record<string, string>> = { get: 'got', be: 'been', do: 'done', have: 'had' };

const UNCHANGED =
  /^(?:re|up|out|over|off)?(?:put|set|cut|let|hit|read|cost|hurt|shut|split|quit|bet|cast|burst|spread|shed|rid|bid|fit|knit|wed|beat|become|come|run)$/;

/** The dictionary takes some regular verbs for unchanging ones: its 'skip' has no 'skipped'. */
function regular(verb: string, all: Conjugations): Conjugations {
  if (all.PastTense !== verb || UNCHANGED.test(verb) || !all.Gerund.endsWith('ing')) return all;
  return { ...all, PastTense: `${all.Gerund.slice(0, -3)}ed`, Participle: undefined };
}

/** A verb, or a verb and its particle ('set up'), in another form. */
export function inflect(verb: string, form: VerbForm): string {
  const [head = verb, ...rest] = verb.split(' ');
  const all = regular(head, transform().verb.conjugate(head, tools.model()));
  const forms: Record<VerbForm, string> = {
    base: head,
    third: all.PresentTense,
    past: all.PastTense,
    participle: PARTICIPLES[head] ?? (/ed$/.test(all.PastTense) ? all.PastTense : (all.Participle ?? all.PastTense)),
    gerund: all.Gerund,
  };
  return [forms[form], ...rest].join(' ');
}

/** The dictionary form of a past, an -ing or an -s form. */
export function infinitive(word: string, form: VerbForm): string {
  const tense = {
    base: 'Infinitive',
    third: 'PresentTense',
    past: 'PastTense',
    participle: 'PastTense',
    gerund: 'Gerund',
  }[form];
  return transform().verb.toInfinitive(word.toLowerCase(), tools.model(), tense);
}

/** Which form of its lemma a verb stands in. Past and participle mostly look the same: 'past' then. */
export function formOf(word: string, lemma: string): VerbForm {
  const text = word.toLowerCase();
  if (text === lemma) return 'base';
  if (text.endsWith('ing')) return 'gerund';
  if (text === inflect(lemma, 'past')) return 'past';
  if (text === inflect(lemma, 'participle')) return 'participle';
  if (text.endsWith('s')) return 'third';
  return text.endsWith('ed') ? 'past' : 'base';
}

export function plural(noun: string): string {
  return transform().noun.toPlural(noun, tools.model());
}

/** 'an' before a vowel sound. Letters said one by one ('an RMA') and silent h count by sound. */
export function article(word: string): 'a' | 'an' {
  if (/^(?:hour|honest|heir|honou?r)/i.test(word)) return 'an';
  if (/^(?:uni(?:[^nm]|$)|use|usa|usu|one\b|once|eu|ur[aeiou])/i.test(word)) return 'a';
  if (/^[A-Z]{2,}/.test(word)) return /^[AEFHILMNORSX]/.test(word) ? 'an' : 'a';
  return /^[aeiou]/i.test(word) || /^(?:8|11\b|18\b)/.test(word) ? 'an' : 'a';
}
