import { describe, expect, it } from 'vitest';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { fingerprint } from '../../lib/phrasebank/fingerprint';
import { EMPTY_LAYER, type TeamRule } from '../../lib/phrasebank/layer';
import type { DryRun, Warning } from '../../lib/studio/types';
import { faultsIn } from '../../lib/studio/worker/faults';
import { rulebook } from '../../lib/studio/worker/rulebook';
import { teamRule, testBench } from './helpers';

const bench = () => testBench(() => Promise.reject(new Error('No database is needed.')));

const delay = teamRule({
  id: 'delay',
  patterns: ['(delay|delays)'],
  rewrites: ['longer wait'],
  examples: [{ flag: 'There is a [[delay]] today.' }, { allow: 'There is a wait.' }],
});

describe('examples', { timeout: 60_000 }, () => {
  it('tells of each what is found, what becomes of it, and what is wrong', async () => {
    const examples: TeamRule['examples'] = [
      ...delay.examples,
      { flag: 'The [[delay in]] it.' },
      { flag: 'Nothing [[here]].' },
      { flag: 'No [[pair.' },
      { allow: 'A delay.' },
      { flag: 'A [[delay]].', fixed: 'A pause.' },
    ];
    const results = await bench().examples({ ...delay, examples }, null);
    expect(results.map(({ problem }) => problem)).toEqual([
      null,
      null,
      'other-span',
      'not-found',
      'marks',
      'found',
      'fixed-differs',
    ]);
    expect(results[0]).toMatchObject({
      text: 'There is a delay today.',
      expected: { start: 11, end: 16 },
      found: [{ start: 11, end: 16 }],
      fixed: 'There is a longer wait today.',
    });
    expect(results[4]?.text).toBe('No [[pair.');
  });

  it('rejects where the rule can’t be compiled', async () => {
    await expect(bench().examples({ ...delay, patterns: ['(delay'] }, null)).rejects.toThrow('not closed');
  });
});

describe('a text', { timeout: 60_000 }, () => {
  const text = 'Unfortunately there is a delay. You must wait.';

  it('shows what the rule finds, what others find, and the first suggestion', async () => {
    const tried = await bench().tryText(delay, null, { text, channel: 'email' });
    expect(tried.found).toEqual([{ start: 25, end: 30 }]);
    expect(tried.fixed).toContain('longer wait');
    expect(tried.others.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Unfortunately',
      'You must wait',
    ]);
  });

  it('is read where the rule is for, and the rule is on whatever the team switched off', async () => {
    const tester = bench();
    tester.lay({ ...EMPTY_LAYER, principlesOff: ['jargon', 'directive'], rulesOff: ['jargon/delay'] });
    const bound = { ...delay, when: { hosts: ['zendesk'], teams: ['Billing'], moods: ['upset' as const] } };
    const customer = 'This is the third time I write and I am furious!';
    expect((await tester.tryText(bound, null, { text, channel: 'email' })).found).toEqual([]);
    const tried = await tester.tryText(bound, null, { text, channel: 'email', customer });
    expect(tried.found).toHaveLength(1);
    expect(tried.others.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Unfortunately']);
  });
});

describe('warnings', { timeout: 60_000 }, () => {
  const dry = (flagged: number): DryRun => ({
    run: 'a',
    name: 'a',
    looked: 1000,
    all: 1000,
    flagged,
    hits: [],
    fresh: 0,
    gone: 0,
    done: true,
  });
  const warn = async (rule: TeamRule, run: DryRun | null = null, layer = EMPTY_LAYER): Promise<Warning[]> => {
    const tester = bench();
    tester.lay(layer);
    return tester.warnings(rule, null, run);
  };
  const ids = (warnings: Warning[]) => warnings.map(({ id }) => id);

  it('has nothing to say of a rule that is in order', async () => {
    expect(await warn(delay, dry(20))).toEqual([]);
  });

  it('misses examples', async () => {
    expect(ids(await warn({ ...delay, examples: [] }))).toEqual(['no-flag-example', 'no-allow-example']);
  });

  it('tells of a rule that flags more than 2 % of the replies, with the numbers', async () => {
    expect(await warn(delay, dry(21))).toEqual([{ id: 'flags-much', flagged: 21, all: 1000 }]);
    expect(await warn(delay, { ...dry(21), done: false })).toEqual([]);
  });

  it('names who flags the same words, in the examples and in the audit', async () => {
    const rule = { ...delay, patterns: ['you must'], examples: [{ flag: '[[You must]] wait.' }, { allow: 'Wait.' }] };
    const [warning] = await warn({ ...rule, severity: 'high' as const });
    expect(warning).toMatchObject({ id: 'overlaps', quote: 'You must wait' });
    const others = { ...rule, id: 'late', patterns: ['late'], examples: delay.examples };
    const hits = [{ seq: 0, sentence: 'Your parcel is late.', span: { start: 15, end: 19 }, change: 'new' as const }];
    const team = { ...EMPTY_LAYER, rules: [teamRule({ id: 'is-late', principle: 'blame', patterns: ['is late'] })] };
    expect((await warn(others, { ...dry(1), hits }, team))[0]).toMatchObject({
      id: 'overlaps',
      other: { rule: 'blame/is-late', message: 'Say it plainly.' },
    });
  });

  it('names who is shown in its place', async () => {
    const layer = { ...EMPTY_LAYER, rules: [teamRule({ id: 'a-delay', patterns: ['a delay'], severity: 'high' })] };
    expect(await warn(delay, null, layer)).toEqual([
      { id: 'shadowed', other: { rule: 'jargon/a-delay', message: 'Say it plainly.' }, quote: 'a delay' },
    ]);
  });

  it('sees that it flags what others offer, and what it offers itself', async () => {
    const [first] = await warn({ ...delay, patterns: ["here's what i can do"] });
    expect(first).toMatchObject({ id: 'catches-rewrite', quote: expect.stringMatching(/here's what I can do/i) });
    const team = {
      ...EMPTY_LAYER,
      rules: [teamRule({ id: 'parcel', patterns: ['parcel'], rewrites: ['zebra crate'] })],
    };
    expect((await warn({ ...delay, patterns: ['zebra'] }, null, team))[0]).toEqual({
      id: 'catches-rewrite',
      quote: 'zebra crate',
      more: 0,
      other: { rule: 'jargon/parcel', message: 'Say it plainly.' },
    });
    expect(ids(await warn({ ...delay, patterns: ['(zebra|delay)'], rewrites: ['zebra'] }))).toEqual(['own-rewrite']);
  });

  it('knows when the built-in rule below was updated', async () => {
    const { entry } = builtInBanks().rule('canned/rest-assured');
    const copy = (over: string): TeamRule => ({ ...entry, principle: 'canned', over });
    expect(ids(await warn(copy(fingerprint(entry))))).not.toContain('replaced-built-in-changed');
    expect(await warn(copy('before'))).toContainEqual({
      id: 'replaced-built-in-changed',
      other: { rule: 'canned/rest-assured', message: entry.message },
    });
  });
});

describe('faults', () => {
  it('names the field', () => {
    expect(faultsIn(delay)).toEqual([]);
    expect(faultsIn({ ...delay, patterns: ['fine', '(delay'] }).map(({ field }) => field)).toEqual(['patterns.1']);
    expect(faultsIn({ ...delay, unless: ['$no-such-class'] })).toEqual([
      { field: 'unless.0', text: 'There is no word class $no-such-class.' },
    ]);
  });
});

describe('the rulebook', () => {
  it('has every built-in rule, principle and word class', () => {
    const { rules, why, weights, classes } = rulebook();
    const found = rules.map(({ principle, entry }) => `${principle}/${entry.id}`);
    const all = builtInBanks().allRules();
    expect(found).toEqual(all.map(({ id }) => id).filter((id) => !/^(?:moods|strengths)\//.test(id)));
    expect(why.blame.title).toBe('Blame');
    expect(weights.empathy).toBeGreaterThan(0);
    expect(classes.find(({ name }) => name === 'duty-done')?.members).toContain('read');
  });
});
