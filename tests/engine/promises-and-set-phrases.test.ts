/** Both columns of the rubric for jargon, empathy, time, promises, hedges, questions and set phrases. */
import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import type { PhrasePrinciple } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();

function found(principle: PhrasePrinciple, draft: string, customer?: string): string[] {
  return coach(draft, { customer }, banks)
    .findings.filter((finding) => finding.principle === principle && finding.severity !== 'low')
    .map(({ rule, span }) => `${rule.split('/')[1]}: ${draft.slice(span?.start, span?.end)}`);
}

/** Draft, what is flagged, the customer's message where it decides. */
type Row = [draft: string, flagged: string[], customer?: string];

const TABLE: Partial<Record<PhrasePrinciple, Row[]>> = {
  'vague-time': [
    ['Your parcel will be there soon.', ['soon: soon']],
    ['The desk will look at it once the backlog clears.', ['when-we-can: once the backlog clears']],
    ['We’ll answer as soon as we possibly can.', ['as-soon-as-possible: as soon as we possibly can']],
    ['You’ll have it shortly, by 4pm today.', []],
    ['Your seats are held for Friday and I’ll write asap.', ['as-soon-as-possible: asap']],
    ['If it doesn’t come soon, ring me.', []],
    ['Please send the form as soon as possible.', []],
    ['As soon as it ships on Monday, you’ll get the link.', []],
    ['See you soon!', []],
    ['It went out as quickly as possible.', []],
  ],
  overpromise: [
    ['I guarantee the bug is gone.', ['guarantee: I guarantee the bug']],
    ['This will never happen again.', ['never-again: will never happen again']],
    ['Your lamp is still under the five-year guarantee.', []],
    ['We can’t guarantee a window seat.', []],
    ['You’ll never be asked for a card.', []],
    ['The shirt is 100% cotton.', []],
    ['As promised, here is the link.', []],
  ],
  hedging: [
    ['Hopefully it turns up.', ['hopefully: Hopefully']],
    ['We’re not sure why it failed.', ['not-sure: We’re not sure why it']],
    ['We’re not sure why it failed, so I’ll test the line at 3pm.', []],
    ['If you’re not sure, send us a photo.', []],
    ['You may choose either colour.', []],
    ['I think you’ll love the blue one.', []],
    ['Perhaps you’d like the blue one?', []],
  ],
  'closed-question': [
    ['Is there a problem with your order?', ['is-there-a-problem: Is there a problem with your order?']],
    ['Hi Jo, are you having issues with the app?', ['are-you-having-issues: are you having issues with the app?']],
    ['Is this still the right address?', []],
    ['Is there anything else I can help with?', []],
    ['Would you like me to book it?', []],
    ['What happened when you pressed pay?', []],
    ['Was it the grey one or the blue one?', []],
  ],
  'hollow-empathy': [
    ['We apologise for any inconvenience caused.', ['for-inconvenience: We apologise for any inconvenience caused']],
    ['I’m sorry that you feel that way.', ['you-feel-that-way: I’m sorry that you feel that way']],
    ['I understand your frustration.', ['understand-frustration: I understand your frustration']],
    ['I understand your frustration after three calls about one bill.', []],
    ['I’m sorry your dress came after the wedding.', []],
    ['The hire was charged twice, and I’m sorry about that.', []],
    ['We booked the wrong room for you. Sorry about that.', []],
    ['So sorry about that! Which phone is it?', ['sorry-about-that: So sorry about that']],
  ],
  jargon: [
    ['Please utilise the label.', ['utilise: utilise']],
    ['Our RMA desk has it.', ['acronyms-of-the-trade: RMA']],
    ['Our RMA desk has it.', [], 'What is happening with my RMA?'],
    ['Please quote your XKCT number.', ['unknown-acronym: XKCT']],
    ['The PDF is on our site at shop.example/rma.', []],
    ['Thanks for your message, the process takes two days. ^SR', []],
  ],
  canned: [
    ['Dear valued customer,', ['dear-valued-customer: Dear valued customer']],
    ['Dear Guest,', []],
    ['Dear Ms Okafor,', []],
    ['Please do not hesitate to contact us.', ['do-not-hesitate: Please do not hesitate to contact us']],
    ['Our drummer is shy, so don’t hesitate to tell him.', []],
    ['Rest assured, it is on its way.', ['rest-assured: Rest assured']],
    ['The label says “rest assured” on the front.', []],
    ['Warm wishes, Nadine', []],
  ],
};

for (const [principle, rows] of Object.entries(TABLE) as [PhrasePrinciple, Row[]][]) {
  describe(principle, () => {
    it.each(rows)('%s', (draft, flagged, customer) => {
      expect(found(principle, draft, customer)).toEqual(flagged);
    });
  });
}
