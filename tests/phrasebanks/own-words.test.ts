import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { suggest } from '../../lib/engine/suggest';
import type { OwnWords } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { withOwnWords } from '../../lib/phrasebank/own-words';

const texts = { message: (instead: string) => `Say ${instead}.`, title: 'Own words' };

const built = builtInBanks();

function read(draft: string, words: Partial<OwnWords>, customer = 'Where is my order?') {
  const banks = withOwnWords(built, { avoid: [], fine: [], ...words }, texts);
  const review = coach(draft, { customer }, banks);
  const own = review.findings.filter(({ rule }) => rule.startsWith('jargon/own-'));
  return { review, own, flagged: own.map(({ span }) => draft.slice(span?.start, span?.end)) };
}

describe('own words to avoid', () => {
  const avoid = [{ say: 'cheap, cheaper', instead: 'good value' }];

  it('are flagged in every spelling that is given, and only whole', () => {
    expect(read('This is the cheap plan, and cheaper ones exist.', { avoid }).flagged).toEqual(['cheap', 'cheaper']);
    expect(read('The cheapest plan is on the left.', { avoid }).flagged).toEqual([]);
  });

  it('are flagged although the customer used them: the list is the team’s decision', () => {
    expect(read('Here is the cheap plan.', { avoid }, 'Is there a cheap plan?').flagged).toEqual(['cheap']);
  });

  it('have the preferred form as their first suggestion', () => {
    const draft = 'Here is the cheap plan.';
    const { review, own } = read(draft, { avoid });
    const [edit] = suggest(review, own[0]?.id ?? '');
    expect(edit && draft.slice(0, edit.start) + edit.text + draft.slice(edit.end)).toBe('Here is the good value plan.');
  });

  it('without a preferred form have a suggestion all the same', () => {
    const { review, own } = read('Here is the cheap plan.', { avoid: [{ say: 'cheap', instead: '' }] });
    expect(suggest(review, own[0]?.id ?? '').length).toBeGreaterThan(0);
  });

  it.each(['C++', 'T&Cs', '100%', 'what?', '(beta)', '$refuse', '<do>', '_{0,3}', '"quoted"', '   ', ',', 'ＡＢ'])(
    'may hold any sign: %s',
    (say) => {
      expect(() => read(`We offer ${say} here.`, { avoid: [{ say, instead: '{name} <be> @drop' }] })).not.toThrow();
    },
  );
});

describe('words that are fine here', () => {
  it('are not flagged, and others are', () => {
    const draft = 'We have raised an RMA for the POD.';
    const before = read(draft, {}).review.findings.filter(({ principle }) => principle === 'jargon');
    expect(before.length).toBeGreaterThan(0);
    const after = read(draft, { fine: ['raised an RMA', 'RMA', 'POD', 'RMA for the POD'] }).review.findings;
    expect(after.filter(({ principle }) => principle === 'jargon')).toEqual([]);
    const one = read('The RMA is here. The POD is not.', { fine: ['RMA'] }).review.findings;
    expect(one.filter(({ principle }) => principle === 'jargon').map(({ span }) => span?.start)).toEqual([21]);
  });
});

describe('the layer', () => {
  it('leaves the banks below as they are', () => {
    const plain = (draft: string) => coach(draft, {}, builtInBanks()).findings;
    const before = plain('Here is the cheap plan, as per our policy.');
    read('Here is the cheap plan.', { avoid: [{ say: 'cheap', instead: 'good' }] });
    expect(plain('Here is the cheap plan, as per our policy.')).toEqual(before);
  });

  it('is no layer where there are no words', () => {
    expect(withOwnWords(builtInBanks(), { avoid: [], fine: [] }, texts)).toBe(builtInBanks());
  });
});
