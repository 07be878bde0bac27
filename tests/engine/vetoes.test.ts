import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const banks = builtInBanks();
const principles = (draft: string) =>
  coach(draft, {}, banks)
    .findings.filter(({ span }) => span !== null)
    .map(({ principle }) => principle);

describe('what settles a principle', () => {
  it.each([
    ['negative-phrasing', "We don't offer gift wrapping", "; here's what we can do for you instead: [option]."],
    ['negative-phrasing', "We don't offer gift wrapping.", " Here's what we can do for you instead: a plain box."],
    ['policy-shield', 'It is against our policy to share the file', ', because [reason].'],
    ['hedging', 'I think it should be fine', "; I'll check and write to you by [day, time]."],
    ['hedging', 'I think it should be fine.', " I'll check and write to you by Friday."],
    ['vague-time', 'We will keep you posted', ' by [day, time].'],
    ['vague-time', 'We will be in touch soon.', ' I will update you by Friday.'],
  ])('%s: "%s" is left alone with "%s"', (principle, sentence, way) => {
    expect(principles(sentence)).toContain(principle);
    expect(principles(sentence + way)).not.toContain(principle);
  });

  it('settles nothing that goes on after it', () => {
    const draft = "Here's what we can do for you: a plain box, and we don't offer gift wrapping.";
    expect(principles(draft)).toContain('negative-phrasing');
  });
});
