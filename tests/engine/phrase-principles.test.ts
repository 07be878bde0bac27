import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import type { Channel, PhrasePrinciple } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();

/** What is underlined of a principle: [rule, text]; hints are left out. */
function flagged(principle: PhrasePrinciple, draft: string, customer = '', channel: Channel = 'email') {
  return coach(draft, { customer, channel }, banks)
    .findings.filter((finding) => finding.principle === principle && finding.severity !== 'low')
    .map(({ rule, span }) => [rule.slice(principle.length + 1), span && draft.slice(span.start, span.end)]);
}

const FLAG: Partial<Record<PhrasePrinciple, [string, string, string][]>> = {
  'negative-phrasing': [
    ["We can't send it to the islands.", 'we-cannot', "We can't send it to the islands"],
    ['Unfortunately I cannot refund the shipping.', 'we-cannot', 'Unfortunately I cannot refund the shipping'],
    [
      "Unfortunately, we're unable to book the room for you.",
      'unable',
      "Unfortunately, we're unable to book the room for you",
    ],
    ["We won't be able to ship until Friday.", 'we-cannot', "We won't be able to ship until Friday"],
    ['I checked, but the fee cannot be waived.', 'not-allowed', 'the fee cannot be waived'],
    ['That is not possible on this plan.', 'not-allowed', 'That is not possible on this plan'],
    ['We do not accept returns of opened tins.', 'we-do-not', 'We do not accept returns of opened tins'],
    ['You are not eligible for the bonus.', 'you-cannot', 'You are not eligible for the bonus'],
    ["There's nothing we can do about it.", 'no-can-do', "There's nothing we can do about it"],
    ['Your claim has been rejected by the team.', 'decision-stands', 'Your claim has been rejected by the team'],
    ["That won't be possible, I'm afraid.", 'not-allowed', "That won't be possible, I'm afraid"],
    ['Unfortunately the lamp is three weeks away.', 'opener', 'Unfortunately'],
  ],
  directive: [
    ['You must upload the form by Friday.', 'you-must', 'You must upload'],
    ["You'll need to call the bank for that.", 'you-must', "You'll need to call"],
    ['Complaints must be submitted in writing to the office.', 'they-must', 'must be submitted'],
    ['That is for the shop. Read the terms.', 'bare-imperative', 'Read the terms.'],
  ],
  blame: [
    ['You failed to include the receipt.', 'you-failed-to', 'You failed to include'],
    ["You didn't read the label on the box.", 'you-did-not', "You didn't read"],
    ['You should have called us before the visit.', 'you-should-have', 'You should have called'],
    ['You entered the wrong code at the till.', 'you-got-it-wrong', 'You entered the wrong'],
    ['You claim that the box was open.', 'you-claim', 'You claim that'],
  ],
  excuse: [
    ['Replies take longer due to high call volume.', 'volume', 'due to high call volume'],
    ['Some days are busier than others.', 'stretched', 'Some days are busier than others'],
    ['The courier lost your parcel.', 'others-failed', 'The courier lost your parcel'],
    ['It is out of our hands for now.', 'not-our-department', 'out of our hands'],
    ['Our system is slow today, so you have to wait a bit.', 'system', 'Our system is slow'],
  ],
  'policy-shield': [
    ['Per our policy the fee is not paid back.', 'under-the-rule', 'Per our policy'],
    ['Our terms state that seats are fixed.', 'the-rule-says', 'Our terms state'],
    ["It's company policy, so the answer is no.", 'company-policy', "It's company policy"],
  ],
  dismissive: [
    ['Calm down and send me the number.', 'calm-down', 'Calm down'],
    ['As I already said, it ships on Monday.', 'already-told', 'As I already said'],
    ['You must be mistaken about the date.', 'contradicts', 'You must be mistaken'],
    ["It's only a few dollars for you.", 'minimises', "It's only a few dollars for you"],
    ['You just need to press the button.', 'obvious', 'You just need to'],
    ["That's just how it works here.", 'shrugs', "That's just how it works"],
  ],
  shouting: [
    ['Please DO NOT reply to this mail.', 'capitals', 'DO NOT'],
    ['It is here!!! Have a look.', 'marks-exclamation', '!!!'],
    ['Is it on the way??', 'marks-question', '??'],
    ['AMAZING choice!!! You will love it.', 'capitals', 'AMAZING choice!!!'],
  ],
};

const LEAVE: Partial<Record<PhrasePrinciple, string[]>> = {
  'negative-phrasing': [
    "I can't wait to see it working.",
    "If you can't sign in, try the link below.",
    "You won't be charged for the visit.",
    'There is no need to return it.',
    "Don't worry, it's no problem at all.",
    "I don't see the second charge on the account.",
    "Sorry to hear that you can't get into the account.",
    "While we can't do that by chat, you can do it in the app in a minute.",
    'The message says "we can\'t accept this card", and that one is our fault.',
    "We couldn't be happier for you.",
    "It's a rite of passage, I'm afraid; gems are shiny at nine.",
    "The driver isn't allowed past the gate, so he'll bring it on foot.",
    "Nothing will be changed on your father's line in the meantime.",
    "I can't rule it out, and here's what makes it far less likely.",
    'The window is 30 days, because after that we can no longer sell it as new.',
  ],
  directive: [
    "You don't need to send it back.",
    'Could you send the form to us?',
    'You should hear from us by noon on Friday.',
    'If you have to cancel, tell me and I will do it for you.',
    'Please read the note on the box.',
    "Tap Settings, then choose Network and switch it off, and you'll be online again.",
    'You must be so tired after that flight.',
    "You may not have to pay for it, and I'd have you switched over within a day.",
    'Is there anything else in the parcel? Send me the list.',
    'Nothing else is needed from you.',
  ],
  blame: [
    'You paid on 3 May, thank you.',
    'You should have had it by now, and I am sorry.',
    "You didn't do anything wrong.",
    'If you forgot your password, use the link.',
    'Did you enter the wrong code by any chance?',
  ],
  excuse: [
    "Our system charged you twice. That's on us, and the £20 is on its way back to you.",
    'The courier comes to you on Friday at noon.',
    'The warehouse sent the wrong box, and that is our mistake.',
  ],
  'policy-shield': [
    'Our policy covers this, so the repair is free for you.',
    'Under our policy opened jars are not taken back, because we could never sell them again.',
    'Your policy number is on the first page of the letter.',
    'You can read the returns policy on the site.',
  ],
  dismissive: [
    'I just checked, and it is on the van.',
    'It is only £5 a month with the code.',
    'Good luck with the exam on Friday!',
  ],
  shouting: ['The PDF is on the USB stick.', 'Use the code SPRING10 in the app by 5 PM.', 'It is here! Have a look.'],
};

for (const [principle, rows] of Object.entries(FLAG) as [PhrasePrinciple, [string, string, string][]][]) {
  describe(principle, () => {
    it.each(rows)('flags: %s', (draft, rule, text) => {
      expect(flagged(principle, draft)).toEqual([[rule, text]]);
    });
    it.each(LEAVE[principle] ?? [])('leaves alone: %s', (draft) => {
      expect(flagged(principle, draft)).toEqual([]);
    });
  });
}

describe('the conversation', () => {
  it("leaves capitals alone that are the customer's own word", () => {
    const draft = 'The SPACE key is what we look at first.';
    expect(flagged('shouting', draft)).toEqual([['capitals', 'SPACE']]);
    expect(flagged('shouting', draft, 'My SPACE key is stuck.')).toEqual([]);
  });

  it('reads a plain account of what they did as blame only where they are upset', () => {
    const draft = 'You chose the slow delivery for this one.';
    expect(flagged('blame', draft, 'Which delivery did I choose?')).toEqual([]);
    expect(flagged('blame', draft, 'This is terrible, I am furious that it is still not here!')).toHaveLength(1);
  });
});
