import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { suggest } from '../../lib/engine/suggest';
import { builtInBanks } from '../../lib/phrasebank/built-in';

/** What the coach offers for sympathy that names nothing, given what the customer wrote. */
function empathy(customer: string): string[] {
  const review = coach(
    'Hello,\n\nI understand your frustration. It will be looked at.\n\nBest, Tom',
    { customer },
    builtInBanks(),
  );
  const hollow = review.findings.find(({ principle }) => principle === 'hollow-empathy');
  return suggest(review, hollow?.id ?? '').map(({ text }) => text);
}

describe("the customer's own trouble, said back", () => {
  it.each([
    [
      'the half of a sentence that carries it',
      "I'm in Lisbon with two kids and my card has just been refused at the pharmacy. I'm furious.",
      "I'm sorry that your card has just been refused at the pharmacy",
    ],
    [
      'not the background before it',
      "I paid for express and the parcel still hasn't arrived. I'm furious.",
      "I'm sorry that the parcel still hasn't arrived",
    ],
    [
      'two who share it stay together',
      'My son and my daughter were both left at the stop. This is awful.',
      "I'm sorry that your son and your daughter were both left at the stop",
    ],
  ])('%s', (_what, customer, offered) => {
    expect(empathy(customer)).toContain(offered);
  });
});
