import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { applyEdit } from '../../lib/engine/rewrite/splice';
import { suggest } from '../../lib/engine/suggest';
import type { Conversation, PrincipleId } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { movesOf } from './rewrite-harness';

const banks = builtInBanks();

/** The draft with the first suggestion for the first finding of a principle. */
function mended(draft: string, principle: PrincipleId, conversation: Conversation = {}): string | undefined {
  const review = coach(draft, conversation, banks);
  const finding = review.findings.find((one) => one.principle === principle);
  const [first] = finding ? suggest(review, finding.id) : [];
  return first && applyEdit(draft, first);
}

describe('jargon in plain words', () => {
  it.each([
    ['Our perusal of the form is done.', 'Our reading of the form is done.'],
    ['We received an RMA today.', 'We received a return number today.'],
    ['Our agent will liaise with the resolver group.', 'Our agent will work with the specialists.'],
    ['The backend team leveraged a hotfix.', 'The team behind the scenes used a quick fix.'],
    ['We can give you a voucher in lieu of a refund.', 'We can give you a voucher instead of a refund.'],
  ])('%s', (draft, plain) => {
    expect(mended(draft, 'jargon')).toBe(plain);
  });
});

describe('an order keeps the verb that is asked for', () => {
  it.each([
    ['[[You will need to go]] to the site and click on it.', 'Please go to the site and click on it.'],
    ['[[You need to manually remove]] the user.', 'Please manually remove the user.'],
    ['[[You must]] always carefully read the form.', 'Please always carefully read the form.'],
  ])('%s', (draft, request) => {
    expect(movesOf('order-to-request', draft, 'directive')[0]).toBe(request);
  });
});

describe('what is said back to the customer', () => {
  it.each([
    [
      "I ordered a child's bike from you ten days ago. The tracking hasn't moved since Monday.",
      "I'm sorry that the tracking hasn't moved since Monday.",
    ],
    ['my installer stuck at 3%', "I'm sorry that your installer is stuck at 3%."],
    ['That 8pt type was not made for us.', "I'm sorry that the 8pt type was not made for you."],
    ['You guys keep losing my parcel.', "I'm sorry that your parcel keeps being lost."],
    ['I keep getting a error code.', "I'm sorry that you keep getting an error code."],
  ])('%s', (customer, said) => {
    expect(movesOf('name-the-case', "[[I'm sorry about that]].", 'hollow-empathy', { customer })).toContain(said);
  });

  it('is taken from the next words of the draft, where they name it', () => {
    const draft = '[[Sorry to hear that]]. Your flight was cancelled.';
    expect(movesOf('name-the-case', draft, 'hollow-empathy')[0]).toBe("I'm sorry that your flight was cancelled.");
  });
});

describe('an option in place of a refusal', () => {
  it('follows the refusal, which stays with the sorry that led up to it', () => {
    const draft = "I'm sorry, but we're unable to rush the 30 day wait, After 30 days you can write to us.";
    expect(mended(draft, 'negative-phrasing')).toBe(
      "I'm sorry, but we're unable to rush the 30 day wait; here's what we can do for you: [option]. After 30 days you can write to us.",
    );
  });
});
