/** A clause without its no, and a clause with one. */
import type { Reading, Token } from '../../../document';
import { inflect } from '../../grammar';
import { findToken, readsAt, textOf } from '../../words';
import { NEGATIVE } from './refused';

/** Subject and verb without the no: 'we can not ship' -> 'we can ship'. `next`: the first token after the verb. */
export function affirm(reading: Reading, from: number, no: number): { text: string; next: number } | null {
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

/** A short clause with its verb denied: "they've been worn" -> "they haven't been worn". */
export function deny(reading: Reading, from: number, to: number): string | null {
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
