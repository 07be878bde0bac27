import { describe, expect, it } from 'vitest';
import { factsIn, lostFacts } from '../../lib/engine/rewrite/facts';
import { article, formOf, inflect } from '../../lib/engine/rewrite/grammar';
import { applyEdit, removeSpan, replaceSpan, tighten } from '../../lib/engine/rewrite/splice';
import { speak, type Voice } from '../../lib/engine/rewrite/voice';
import type { Conversation, PrincipleId } from '../../lib/engine/types';
import { marks } from '../../lib/phrasebank/schema';
import { movesOf } from './rewrite-harness';

describe('@refusal-to-offer turns a refusal by a listed equivalence', () => {
  it.each([
    ['not before a time: from it', "[[We can't ship before]] Friday 14 June.", 'We can ship from Friday 14 June.'],
    [
      'not until S: once S',
      "[[I won't be able to start until]] the deposit has cleared.",
      'I can start once the deposit has cleared.',
    ],
    [
      'not available until',
      "The blue tent [[isn't available until]] 12 March.",
      'The blue tent is available from 12 March.',
    ],
    [
      'not unless S: if S',
      '[[We cannot swap the boots unless]] the tags are on.',
      'We can swap the boots if the tags are on.',
    ],
    [
      'unable without X: with X',
      "[[I'm unable to close it without]] a copy of the deed.",
      'I can close it with a copy of the deed.',
    ],
    ['no more than N: up to N', '[[we do not ship more than]] 5 units per order.', 'we ship up to 5 units per order.'],
    [
      'not under N: N or more',
      "Free delivery [[isn't possible on orders under]] $50.",
      'Free delivery is possible on orders of $50 or more.',
    ],
    ['none other than X: X', "[[We don't accept cards other than]] Visa.", 'We accept Visa.'],
    [
      'not for another T: in T',
      "Your refund [[won't arrive for another]] 3 days.",
      'Your refund will arrive in 3 days.',
    ],
    [
      'not after an event: until it',
      "[[We can't change the name after]] check-in opens.",
      'We can change the name until check-in opens.',
    ],
    [
      'not once S: as long as not S',
      'You [[can’t return earrings once]] they’ve been worn.',
      'You can return earrings as long as they haven’t been worn.',
    ],
    [
      'if S, not: as long as not S',
      "If the seal is broken, [[we can't take it back]].",
      "As long as the seal isn't broken, we can take it back.",
    ],
    [
      'not A, but B: while not A, B',
      "[[I can't arrange a call]], but I can book one for 9:30.",
      "While I can't arrange a call, I can book one for 9:30.",
    ],
    [
      'not A. You can B: while not A, you can B',
      "[[We can't change the name]]. You can pass the ticket on in the app.",
      "While we can't change the name, you can pass the ticket on in the app.",
    ],
    [
      'a softener and what follows',
      '[[Unfortunately]], the jacket is sold out.',
      "The jacket is sold out; here's what I can do for you instead: [option].",
    ],
    [
      'a but that has lost its ground',
      "It's clear, but [[I'm afraid I can't approve it until]] the number is visible.",
      "It's clear, and I can approve it once the number is visible.",
    ],
    [
      'anything else: it stays, with an option',
      "Hi Dana, [[no, that's not possible]].",
      "Hi Dana, no, that's not possible; here's what I can do for you instead: [option].",
    ],
    [
      'before the initials',
      "[[We don't repair phones]] here ^SA",
      "We don't repair phones here; here's what we can do for you instead: [option] ^SA",
    ],
  ])('%s', (_what, draft, fixed) => {
    expect(movesOf('refusal-to-offer', draft, 'negative-phrasing')[0]).toBe(fixed);
  });

  it.each(["[[We can't refund it]] without delay, it is too late.", "[[We can't]] ship it, full stop."])(
    'never drops the no alone: %s',
    (draft) => {
      for (const made of movesOf('refusal-to-offer', draft, 'negative-phrasing')) {
        expect(made).not.toMatch(/^We can (?:refund|ship)/);
      }
    },
  );
});

const MOVED: [string, PrincipleId, string, string][] = [
  ['order-to-request', 'directive', '[[You need to send]] us a photo.', 'Could you send us a photo?'],
  [
    'order-to-request',
    'directive',
    'To return it, [[you have to print]] the label.',
    'To return it, please print the label.',
  ],
  [
    'order-to-request',
    'directive',
    '[[You must stop]] using the heater now, as it can overheat.',
    'Please stop using the heater now, as it can overheat.',
  ],
  ['order-to-request', 'directive', '[[You must not open]] the seal.', "Please don't open the seal."],
  [
    'order-to-request',
    'directive',
    '[[You must reset]] your password before you can log in.',
    'Once you reset your password, you can log in.',
  ],
  [
    'order-to-request',
    'directive',
    "[[You'll have to wait]] 14 days for the card.",
    'Please allow 14 days for the card.',
  ],
  [
    'blame-to-fact',
    'blame',
    "[[You didn't include the receipt]] with your form.",
    'The receipt is still missing from your form.',
  ],
  [
    'blame-to-fact',
    'blame',
    '[[you failed to pay]] the June invoice of €312.50.',
    'the June invoice of €312.50 is still unpaid.',
  ],
  ['blame-to-fact', 'blame', '[[You claim that]] the box was empty.', 'You told us that the box was empty.'],
  [
    'blame-out',
    'blame',
    '[[You should have called]] us first.',
    'For next time: please call us first, so that [reason].',
  ],
  [
    'blame-to-fact',
    'blame',
    '[[You forgot to tick the gift box]] at checkout.',
    "The gift box wasn't ticked at checkout.",
  ],
  [
    'blame-to-fact',
    'blame',
    'If [[you had read]] the email, you would know that the fee changed.',
    'The fee changed, and the details are in the email.',
  ],
  ['own-it', 'excuse', '[[Due to high call volume]], our replies are late.', "We're sorry that our replies are late."],
  ['own-it', 'excuse', '[[The warehouse messed up]] and sent the wrong size.', 'We sent the wrong size.'],
  [
    'own-it',
    'excuse',
    '[[A mistake was made by the booking team]] and your room was given away.',
    'We made a mistake and your room was given away.',
  ],
  [
    'policy-to-reason',
    'policy-shield',
    '[[Per our policy]], we need the receipt.',
    'So that [reason], we need the receipt.',
  ],
  [
    'policy-to-reason',
    'policy-shield',
    '[[Our policy states that]] pillows stay closed for hygiene reasons.',
    'Pillows stay closed for hygiene reasons.',
  ],
  ['time-gap', 'vague-time', "I'll write to you [[soon]].", "I'll write to you by [day, time]."],
  ['time-gap', 'vague-time', 'We will [[shortly]] send you the form.', 'We will send you the form by [day, time].'],
  ['time-gap', 'vague-time', '[[As soon as I can]], I will send it.', 'By [day, time], I will send it.'],
  ['what-will-be-done', 'overpromise', "[[I guarantee]] it'll arrive by Friday.", "It's due to arrive by Friday."],
  [
    'what-will-be-done',
    'overpromise',
    'Our engineers [[will definitely fix]] the export today.',
    'Our engineers are working to fix the export today.',
  ],
  ['what-will-be-done', 'overpromise', 'We [[always answer]] within the hour.', 'We aim to answer within the hour.'],
  [
    'hedge-to-action',
    'hedging',
    "[[I'm not sure if]] the warranty covers it.",
    "I'll check if the warranty covers it and write to you by [day, time].",
  ],
  [
    'hedge-to-action',
    'hedging',
    '[[Maybe we could]] send a driver on Saturday?',
    'We could send a driver on Saturday. Would that work for you?',
  ],
  [
    'open-question',
    'closed-question',
    '[[Is there a problem with your order?]]',
    'Can you tell me more about what happened with your order?',
  ],
  ['open-question', 'closed-question', '[[Was the delivery bad?]]', 'How was the delivery?'],
  ['sentence-case', 'shouting', '[[PLEASE UNPLUG THE USB HUB]].', 'Please unplug the USB hub.'],
  ['sentence-case', 'shouting', '[[DO NOT]] reply to this email.', 'Please do not reply to this email.'],
  ['sentence-case', 'shouting', 'It shipped[[!!]]', 'It shipped!'],
  ['human-phrase', 'canned', '[[Dear valued customer]], your card was posted.', 'Hi [name], your card was posted.'],
  ['drop-opener', 'dismissive', '[[As I already said]], the refund was sent.', 'The refund was sent.'],
];

describe('a move', () => {
  it.each(MOVED)('@%s (%s): %s', (name, principle, draft, fixed) => {
    expect(movesOf(name, draft, principle)[0]).toBe(fixed);
  });

  it('never promises what a denied promise denies', () => {
    for (const made of movesOf('what-will-be-done', 'It [[will NEVER break down again]].', 'overpromise')) {
      expect(made).not.toMatch(/to break down/);
    }
  });
});

describe("the customer's own facts", () => {
  const late: Conversation = { customer: 'My order is two weeks late and nobody answers your phone.' };

  it.each([
    ['my and your turn', late, 'your order is two weeks late and nobody answers our phone'],
    ['I turns, with its verb', { customer: 'I was charged twice and I am upset.' }, 'you were charged twice'],
    ['a demand is left out', { customer: 'The lid is missing, so please send a new one.' }, 'the lid is missing'],
    [
      'a request after a comma is left out',
      { customer: "Hi, my link doesn't open, could you send another?" },
      "your link doesn't open",
    ],
  ])('%s', (_what, conversation, clause) => {
    const made = movesOf('name-the-case', '[[Sorry to hear that]]. We sent it today.', 'hollow-empathy', conversation);
    expect(made.join('\n')).toContain(`sorry that ${clause}.`);
  });

  it.each([
    ['a question', 'Where is my parcel?'],
    ['an insult', 'You stupid people lost my order again.'],
    ['their own mistake', 'I accidentally typed the wrong address.'],
    ['nothing', undefined],
  ])('%s is not said back: a gap', (_what, customer) => {
    const [made] = movesOf('name-the-case', '[[Sorry to hear that]].', 'hollow-empathy', { customer });
    expect(made).toMatch(/^(?:I'm|We're) sorry about \[what went wrong for them\]\.$/);
  });

  it('a bereavement gets its own words', () => {
    const made = movesOf('acknowledge', 'Please send the number.', 'missing-empathy', {
      customer: 'My husband passed away and I need to close his account.',
    });
    expect(made).toEqual(["I'm so sorry for your loss. Please send the number."]);
  });
});

describe('an insertion stands', () => {
  const customer = 'The cot arrived with a cracked rail.';
  it.each<[string, string, PrincipleId, string, Conversation]>([
    [
      'after an inline greeting',
      'acknowledge',
      'missing-empathy',
      "Hi Lena, I'm sorry that the cot arrived with a cracked rail. A rail is on its way.",
      { customer },
    ],
    [
      'as a paragraph of an email',
      'acknowledge',
      'missing-empathy',
      "Hi Lena,\n\nI'm sorry that the cot arrived with a cracked rail.\n\nA rail is on its way.",
      { customer },
    ],
    [
      'after greeting and thanks',
      'restate',
      'not-listening',
      "Thanks for your message. I'm sorry that the cot arrived with a cracked rail. A rail is on its way.",
      { customer },
    ],
    [
      'before the sign-off',
      'offer-option',
      'refusal-without-option',
      "Hi Lena,\n\nA rail is on its way.\n\nHere's what I can do for you: [option].\n\nBest,\nTom",
      {},
    ],
    [
      'at the end of a line',
      'next-step',
      'no-next-step',
      "A rail is on its way. Here's what happens next: [what you will do] by [time].",
      { channel: 'chat' },
    ],
    [
      'in small letters in such a chat',
      'next-step',
      'no-next-step',
      "a rail is on its way. here's what happens next: [what you will do] by [time]",
      { channel: 'chat' },
    ],
    [
      'at the very start, with the name',
      'add-greeting',
      'no-personal-touch',
      'Hi Ann,\n\nA rail is on its way.',
      { customerName: 'Ann Lee' },
    ],
  ])('%s', (_what, move, principle, fixed, conversation) => {
    const inserted =
      /(?:I'm sorry that [^.]*\.|As I understand it, [^.]*\.|[Hh]ere's what[^.]*\.?|[Ii]'ll update[^.]*\.?|Hi Ann,)(?:\n\n| )?/;
    let draft = fixed.replace(inserted, '').trim();
    if (/^Hi Lena, A/.test(draft)) draft = draft.replace(', A', ', a');
    if (move === 'next-step' && conversation.channel === 'chat')
      draft = draft.replace(/(way)\.$/, fixed.startsWith('a') ? '$1' : '$1.');
    expect(movesOf(move, draft, principle, conversation)[0]).toBe(fixed);
  });
});

describe('words go in and out of a draft without a trace', () => {
  const span = (text: string) => marks(text) as { text: string; span: { start: number; end: number } };
  it.each([
    ['[[Obviously]], it is late.', 'It is late.'],
    ['It is, [[of course]], late.', 'It is late.'],
    ["It's one box, [[hardly the end of the world]], I'll put them on today.", "It's one box, I'll put them on today."],
    ['We did it, [[as agreed]].', 'We did it.'],
    ['Hi Ann, [[please be advised that]] it ships today.', 'Hi Ann, it ships today.'],
    ['It ships. [[Rest assured.]] Bye.', 'It ships. Bye.'],
    ['[[obviously]] it is late', 'it is late', true],
  ])('%s', (marked, left, small = false) => {
    const { text, span: where } = span(marked);
    expect(applyEdit(text, removeSpan(text, where, small) as NonNullable<ReturnType<typeof removeSpan>>)).toBe(left);
  });

  it.each([
    ['I issued an [[RMA]].', 'return number', 'I issued a return number.'],
    ['[[You need to tell us]].', 'could you tell us?', 'Could you tell us?'],
    ['[[Utilize]] it.', 'use', 'Use it.'],
    ['Hi, [[utilize]] it.', 'Use', 'Hi, use it.'],
  ])('%s with "%s"', (marked, words, made) => {
    const { text, span: where } = span(marked);
    expect(applyEdit(text, replaceSpan(text, where, words))).toBe(made);
  });

  it('touches no more than it changes, and never less than the phrase', () => {
    const draft = 'We will send it soon, Ann.';
    const whole = { start: 0, end: draft.length, text: 'We will send it by [day], Ann.' };
    expect(tighten(draft, whole, { start: 16, end: 20 })).toEqual({ start: 16, end: 20, text: 'by [day]' });
  });
});

describe('grammar', () => {
  it.each([
    ['use', 'utilizing', 'utilize', 'using'],
    ['send', 'dispatched', 'dispatch', 'sent'],
    ['get', 'obtains', 'obtain', 'gets'],
  ])('%s inflects as %s does', (verb, model, lemma, inflected) => {
    expect(inflect(verb, formOf(model, lemma))).toBe(inflected);
  });

  it.each([
    ['hour', 'an'],
    ['user', 'a'],
    ['RMA', 'an'],
    ['UPS label', 'a'],
    ['apple', 'an'],
    ['one-off', 'a'],
    ['return', 'a'],
  ])('before "%s" stands %s', (word, expected) => {
    expect(article(word)).toBe(expected);
  });
});

describe('the voice', () => {
  const voice: Voice = {
    person: 'I',
    contractions: true,
    lowerCase: false,
    spelling: null,
    channel: 'email',
    apostrophe: "'",
  };
  it.each<[string, Partial<Voice>, string, string]>([
    ['we', { person: 'we' }, "I'm sorry, let me check my notes.", "We're sorry, let us check our notes."],
    ['no contractions', { contractions: false }, "I'll see, and it isn't late.", 'I will see, and it is not late.'],
    ['American', { spelling: 'american' }, 'I apologise for it.', 'I apologize for it.'],
    ['small letters', { lowerCase: true }, "I'll see.", "i'll see."],
    ['a gap stays', { person: 'we' }, 'I see [what I did].', 'We see [what I did].'],
    ['two parties stay', { person: 'we' }, "I'll ask our team.", "I'll ask our team."],
  ])('%s', (_what, own, text, said) => {
    expect(speak(text, { ...voice, ...own })).toBe(said);
  });
});

describe('facts', () => {
  it.each([
    ['£1,250.00 by 9:30 on 2024-05-01', ['£1,250.00', '9:30', '2024-05-01']],
    ['see https://example.com/t/88213. Ref QX-8841', ['https://example.com/t/88213', 'QX-8841']],
    ['on Friday, says "too late"', ['too late', 'Friday']],
    ['under clause 7.3 of the terms', []],
    ['by [day, time 9]', []],
  ])('%s', (text, facts) => {
    expect(factsIn(text)).toEqual(expect.arrayContaining(facts));
    if (facts.length === 0) expect(factsIn(text)).toEqual([]);
  });

  it('are lost where the new text lacks them', () => {
    expect(lostFacts('a fee of £60 on Friday', 'a fee on friday')).toEqual(['£60']);
  });
});
