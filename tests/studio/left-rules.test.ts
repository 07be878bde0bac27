/** Which rules agents leave most. */
import { describe, expect, it } from 'vitest';
import { proportion } from '../../lib/audit/stats/proportion';
import { type Counts, countsFile } from '../../lib/store/counts-file';
import { leftRules } from '../../lib/studio/left/left-rules';
import { openCounts, opened } from '../../lib/studio/left/open-counts';

const tally = (shown: number, left: number) => ({ shown, taken: shown - left, byHand: 0, left });
const counts = (rules: Counts['rules'], part: Partial<Counts> = {}): Counts => ({
  reframe: 'counts',
  schema: 1,
  from: '2026-03-02',
  to: '2026-03-20',
  replies: 100,
  rules,
  pack: null,
  ...part,
});

describe('rules that are left', () => {
  it('adds up what several agents counted', () => {
    const { ranked, replies, from, to } = leftRules([
      counts({ 'a/x': tally(30, 10) }),
      counts({ 'a/x': tally(20, 15) }, { from: '2026-02-01', to: '2026-03-01', replies: 7 }),
    ]);
    expect(ranked).toEqual([{ rule: 'a/x', shown: 50, taken: 25, byHand: 0, left: 25, share: proportion(25, 50) }]);
    expect([replies, from, to]).toEqual([107, '2026-02-01', '2026-03-20']);
  });

  it('ranks by what is left at least: a few lucky numbers do not lead', () => {
    const { ranked } = leftRules([
      counts({ 'a/some': tally(20, 15), 'a/many': tally(400, 280), 'a/seldom': tally(300, 3) }),
    ]);
    expect(ranked.map(({ rule }) => rule)).toEqual(['a/many', 'a/some', 'a/seldom']);
  });

  it('ranks nothing that was shown fewer than 20 times, and leaves out what never was', () => {
    const { ranked, few } = leftRules([
      counts({ 'a/few': tally(19, 19), 'a/none': tally(0, 0), 'a/enough': tally(20, 1) }),
    ]);
    expect(ranked.map(({ rule }) => rule)).toEqual(['a/enough']);
    expect(few.map(({ rule }) => rule)).toEqual(['a/few']);
  });

  it('takes more left than shown for all of them', () => {
    const { ranked } = leftRules([counts({ 'a/x': { shown: 25, taken: 0, byHand: 0, left: 30 } })]);
    expect(ranked[0]?.share.value).toBe(1);
  });

  it('has nothing to say of no files', () => {
    expect(leftRules([])).toEqual({ ranked: [], few: [], replies: 0, from: '', to: '' });
  });
});

describe('opening counts', () => {
  it('opens each once, and says what is no file of counts', async () => {
    opened.value = [];
    const file = (text: string, name: string) => new File([text], name);
    const good = countsFile(counts({ 'a/x': tally(3, 1) }));
    const faults = await openCounts([
      file(good, 'one.json'),
      file(good, 'again.json'),
      file('{"reframe":"settings"}', 'settings.json'),
      file('no json', 'broken.json'),
      file(good.replace('"shown": 3', '"shown": -3'), 'faulty.json'),
    ]);
    expect(opened.value).toHaveLength(1);
    expect(faults.map(({ file, why, faults }) => [file, why, faults.length])).toEqual([
      ['again.json', 'known', 0],
      ['settings.json', 'other', 0],
      ['broken.json', 'other', 0],
      ['faulty.json', 'faulty', 1],
    ]);
  });
});
