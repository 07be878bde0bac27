import { describe, expect, it } from 'vitest';
import type { CriterionId, Finding, PrincipleId, Review, Severity } from '../../lib/engine/types';
import { headline } from '../../lib/panel/headline';
import { t } from '../../lib/ui/text';
import { reviewOf } from '../background/fakes';

const found = (principle: PrincipleId, severity: Severity = 'medium'): Finding => ({
  id: principle,
  principle,
  rule: `${principle}/x`,
  span: null,
  severity,
  message: '',
  why: [],
});

function say(criteria: Partial<Record<CriterionId, number>>, visible: Finding[], more: Partial<Review> = {}) {
  const review = reviewOf('A draft');
  Object.assign(review.scorecard.criteria, criteria);
  Object.assign(review, more);
  return headline({ review, draft: 'A draft', kind: 'reply', visible, name: 'Priya' });
}

describe('the sentence on the draft', () => {
  it('names what weighs most, beside what is good', () => {
    const said = say({ empathy: 0.2, solution: 0.9, 'next-step': 0.8, 'plain-words': 1 }, [
      found('missing-empathy', 'high'),
      found('vague-time'),
    ]);
    expect(said.title).toBe(t('headline_empathy_clear'));
    expect(said.advice).toBe('Name what this was like for Priya, and give a day.');
    expect(said).toMatchObject({ ready: false, scored: true });
  });

  it('praises nothing that is not good', () => {
    expect(say({ empathy: 0.2, solution: 0.3 }, [found('missing-empathy')]).title).toBe(t('headline_empathy'));
    expect(say({ 'next-step': 0, empathy: 0.9 }, [found('no-next-step')]).title).toBe(t('headline_next_step_warm'));
  });

  it('asks for each kind of thing once', () => {
    const said = say({ tone: 0.5 }, [found('directive'), { ...found('directive'), id: '2' }]);
    expect(said.advice).toBe('Ask rather than order.');
  });

  it('is quiet about a good draft, hints or not', () => {
    expect(say({ empathy: 1 }, [])).toMatchObject({ title: t('headline_ready'), ready: true });
    expect(say({ empathy: 1 }, [found('canned', 'low')]).ready).toBe(true);
  });

  it('is not ready while a gap is open', () => {
    const said = say({ empathy: 1 }, [], { gaps: [{ start: 0, end: 5, name: 'day' }] });
    expect(said).toMatchObject({ title: 'Ready once one gap is filled', ready: false });
  });

  it('says nearly there where findings are small', () => {
    expect(say({ empathy: 0.95, tone: 0.9 }, [found('hedging')]).title).toBe(t('headline_nearly'));
  });

  it.each([
    ['an empty draft', { draft: ' \n' }, 'headline_empty'],
    ['a note', { kind: 'note' as const }, 'headline_note'],
    ['another language', { language: 'de' }, 'headline_language'],
  ] as const)('gives no score to %s', (_name, given, key) => {
    const review = { ...reviewOf('x'), language: 'language' in given ? given.language : 'en' };
    const said = headline({ review, draft: 'x', kind: 'reply', visible: [], name: 'Priya', ...given });
    expect(said).toMatchObject({ title: t(key), scored: false, ready: false });
  });

  it('has words for every principle and criterion', () => {
    const criteria = Object.keys(reviewOf('').scorecard.criteria) as CriterionId[];
    const titles = criteria.map((id) => say({ [id]: 0 }, [found('blame')]).title);
    expect(new Set(titles).size).toBe(criteria.length);
    expect(titles.some((title) => title.startsWith('headline_'))).toBe(false);
  });
});
