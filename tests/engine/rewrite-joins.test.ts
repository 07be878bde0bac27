import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { sourceOf } from '../../lib/engine/review-source';
import { badJoin } from '../../lib/engine/rewrite/joins';
import { insertAtClosing, insertAtOpening, signatureAt } from '../../lib/engine/rewrite/place';
import { applyEdit, replaceSpan } from '../../lib/engine/rewrite/splice';
import { voiceOf } from '../../lib/engine/rewrite/voice';
import { builtInBanks } from '../../lib/phrasebank/built-in';

/** An edit written as 'words before {old|new} words after'. */
function join(marked: string): string | null {
  const [, before = '', old = '', text = '', after = ''] = /^(.*)\{(.*)\|(.*)\}(.*)$/s.exec(marked) ?? [];
  return badJoin(before + old + after, { start: before.length, end: before.length + old.length, text });
}

describe('a join is refused where', () => {
  it.each([
    ['a question stands in a clause', 'It was left incomplete {by you|can you tell me what happened?}'],
    ['a question follows a regret', "I'm afraid, {you have to call them.|could you call them?}"],
    ['a capital stands in mid-sentence', 'Of the block, {it was set|We are sorry about it} today.'],
    [
      'a tail is left',
      "{The team set it|We're sorry, and here's what happens now: [next step]}, who run their own checks.",
    ],
    [
      'a gap stands before a verb',
      'The warranty is valid and {request you to|[what that means for them]} contact support.',
    ],
    ['a gap stands in a verb', 'The voucher was {inadvertently|[what that means for them]} not issued.'],
    ['nothing is asked for', '{It is your duty to|Please it is your duty to} bring both.'],
    ['a mark is glued to a link', '{See https://a.example/b.|Could you see https://a.example/b?}'],
    ['a number is a topic', '{Returns close after 28 days|As for 28, here is what I can do: [option]}.'],
    ['a line stands before the salutation', "{|I'm sorry about that. }Ms Okafor,\nThe tree was cut."],
    ['a line stands after the signature', 'Try to log out. ^JS{| Here is the answer: [answer].}'],
    ['a word points at nothing', '{The baggage is handled by a contractor. |}Get a form from their desk.'],
  ])('%s', (_name, marked) => {
    expect(join(marked)).not.toBeNull();
  });

  it.each([
    'Hi Ann, {we cannot do that|here is what I can do for you: [option]}.',
    'The form is late, so {you must send it|could you send it by Friday?}',
    'We will write {soon|by [day, time]} with the result.',
    '{Our system is slow. |}The refund is on its way.',
  ])('but not in %s', (marked) => {
    expect(join(marked)).toBeNull();
  });
});

describe('a place', () => {
  const factsOf = (draft: string) => sourceOf(coach(draft, { channel: 'chat' }, builtInBanks())).facts;
  const opened = (draft: string) => {
    const facts = factsOf(draft);
    return applyEdit(draft, insertAtOpening(facts, "I'm sorry.", voiceOf(facts)));
  };
  const closed = (draft: string) => {
    const facts = factsOf(draft);
    return applyEdit(draft, insertAtClosing(facts, "I'll write on Monday.", voiceOf(facts)));
  };

  it.each([
    ['Ms Okafor,\nThe tree was cut.', "Ms Okafor,\nI'm sorry. The tree was cut."],
    ['@dan_ilg We have it.', "@dan_ilg I'm sorry. We have it."],
    ['Heyyy Joanna!!!\nA new one is on its way.', "Heyyy Joanna!!!\nI'm sorry. A new one is on its way."],
    [
      "Hello, you're through to Gareth. The line is down.",
      "Hello, you're through to Gareth. I'm sorry. The line is down.",
    ],
  ])('is found after the greeting of %s', (draft, said) => {
    expect(opened(draft)).toBe(said);
  });

  it.each([
    ['The van is on its way. ^JS', "The van is on its way. I'll write on Monday. ^JS"],
    [
      'The van is on its way. We hope this helps! *SR',
      "The van is on its way. I'll write on Monday. We hope this helps! *SR",
    ],
  ])('is found before the signature of %s', (draft, said) => {
    expect(closed(draft)).toBe(said);
  });

  it('takes a hyphen and a path for no signature', () => {
    for (const text of ['See it under Billing/Export', 'It is a follow-up', 'Ends at https://a.example/help'])
      expect(signatureAt(text)).toBe(text.length);
  });
});

describe('words in place of a phrase', () => {
  it.each([
    [
      'Charming! I have others to see.',
      'Charming!',
      'I want to get this right for you',
      'I want to get this right for you! I have others to see.',
    ],
    [
      'OMG so so sorry about that! It is here.',
      'so sorry about that',
      "I'm sorry that the box was ripped,",
      "OMG I'm sorry that the box was ripped! It is here.",
    ],
  ])('keep the end of %s', (draft, old, text, said) => {
    const start = draft.indexOf(old);
    expect(applyEdit(draft, replaceSpan(draft, { start, end: start + old.length }, text))).toBe(said);
  });
});
