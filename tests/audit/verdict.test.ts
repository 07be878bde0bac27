import { describe, expect, it } from 'vitest';
import { PRINCIPLES } from '../../lib/audit/columns';
import {
  emptyVerdict,
  isEmpty,
  type Missed,
  trimmed,
  withComment,
  withDone,
  withMissed,
  withOpinion,
  withoutMissed,
} from '../../lib/audit/verdict';
import { disputedOf } from '../../lib/audit/work-list';

const none = emptyVerdict('run', 4, 'Rosa');
const missed: Missed = { principle: 'blame', start: 5, end: 9, quote: 'your' };

describe('a verdict', () => {
  it('takes an opinion, another, and takes it back', () => {
    const agreed = withOpinion(none, 'k', 'agree');
    expect(agreed.findings).toEqual({ k: 'agree' });
    expect(withOpinion(agreed, 'k', 'disagree').findings).toEqual({ k: 'disagree' });
    expect(withOpinion(agreed, 'k', 'agree').findings).toEqual({});
    expect(none.findings).toEqual({});
  });

  it('holds what was missed once, in the order of the text', () => {
    const later: Missed = { ...missed, start: 20, end: 25 };
    const both = withMissed(withMissed(withMissed(none, later), missed), { ...missed, note: 'again' });
    expect(both.missed).toEqual([{ ...missed, note: 'again' }, later]);
    expect(withoutMissed(both, missed).missed).toEqual([later]);
  });

  it('is empty until something is said', () => {
    expect(isEmpty(none)).toBe(true);
    expect(isEmpty(withComment(none, '  '))).toBe(true);
    expect(isEmpty(withComment(withComment(none, 'Good'), ''))).toBe(true);
    for (const said of [withOpinion(none, 'k', 'agree'), withMissed(none, missed), withComment(none, 'Good')]) {
      expect(isEmpty(said)).toBe(false);
    }
    expect(isEmpty(withDone(none, true))).toBe(false);
  });

  it('is about words, not about the space beside them', () => {
    expect(trimmed('a  your fault ', { start: 1, end: 14 })).toEqual({ start: 3, end: 13 });
    expect(trimmed('a   b', { start: 1, end: 4 })).toBeNull();
  });
});

describe('what is disputed', () => {
  it('is the share that reviewers disagreed with, and a single one is not much', () => {
    const verdicts = [
      { ...none, findings: { 'blame/a@0-3': 'disagree', 'canned/b@0-3': 'agree', 'unknown@1-2': 'disagree' } },
      { ...none, seq: 5, findings: { 'blame/a@0-3': 'disagree', 'blame/c@-': 'agree' } },
    ] as const;
    const shares = disputedOf(verdicts.map((verdict) => ({ ...verdict })));
    const of = (principle: (typeof PRINCIPLES)[number]) => shares[PRINCIPLES.indexOf(principle)];
    expect(of('blame')).toBeCloseTo(2 / 5);
    expect(of('canned')).toBe(0);
    expect(of('shouting')).toBe(0);
  });
});
