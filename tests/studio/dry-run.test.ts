import { beforeEach, describe, expect, it } from 'vitest';
import { reviewRow } from '../../lib/audit/review-row';
import { withLayer } from '../../lib/phrasebank/apply-layer';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { EMPTY_LAYER, type Layer, ruleId, type TeamRule } from '../../lib/phrasebank/layer';
import { type Database, openDatabase } from '../../lib/store/database';
import type { DryRun } from '../../lib/studio/types';
import { freshDatabase } from '../audit/run/helpers';
import { addFinishedRun, corpusReplies, dryRunOf, teamRule, testBench } from './helpers';

const replies = [...corpusReplies(), ...corpusReplies('tests/corpus/authored.jsonl')];
const parcel = teamRule({ id: 'the-parcel', patterns: ['(parcel|order|refund)'] });

let db: Database;
const database = async () => db;

beforeEach(async () => {
  freshDatabase();
  db = await openDatabase();
});

/** What a whole audit with the layer finds: the first place of the rule in each reply. */
async function byAudit(layer: Layer, rule: string): Promise<Map<number, string>> {
  const texts = { title: '', message: () => '' };
  const banks = await withLayer(builtInBanks(), layer, { own: { avoid: [], fine: [] }, texts });
  return new Map(
    replies.flatMap((reply, seq) => {
      const { findings } = reviewRow(reply, banks, { suggestions: false });
      const places = findings.flatMap((one) => (one.rule === rule && one.start !== null ? [one] : []));
      const [first] = places.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
      return first ? [[seq, first.quote ?? ''] as const] : [];
    }),
  );
}

const quotes = ({ hits }: DryRun) =>
  new Map(
    hits
      .filter(({ change }) => change !== 'gone')
      .map(({ seq, sentence, span }) => [seq, sentence.slice(span.start, span.end)]),
  );

describe('a dry run', { timeout: 120_000 }, () => {
  const rules: [string, TeamRule][] = [
    ['words', parcel],
    [
      'a form, a part of speech and a gap',
      teamRule({ id: 'we-will', patterns: ['we will _{0,3} #VERB', '<get> back to'] }),
    ],
    ['nothing that it can not do without', teamRule({ id: 'any-verb', patterns: ['#VERB you'] })],
    [
      'tests of its principle',
      teamRule({ id: 'you-did', principle: 'blame', always: undefined, patterns: ['you _{0,2} not'] }),
    ],
    ['exceptions', teamRule({ id: 'your', patterns: ['your'], unless: ['order', '<receive>'] })],
    ['some moods', teamRule({ id: 'sorry', patterns: ['sorry'], when: { moods: ['upset'] } })],
    ['some channels', teamRule({ id: 'sorry', patterns: ['sorry'], when: { channels: ['chat'] } })],
    ['some teams', teamRule({ id: 'sorry', patterns: ['sorry'], when: { teams: ['Orders'] } })],
    ['the place of a built-in rule', teamRule({ id: 'rest-assured', principle: 'canned', patterns: ['thank you'] })],
    ['the place of one that code finds', teamRule({ id: 'bare-imperative', principle: 'directive', patterns: [] })],
  ];
  it.each(rules)('finds with %s what a whole audit would', async (_, rule) => {
    await addFinishedRun(db, 'a', replies);
    const dry = await dryRunOf(testBench(database), rule);
    const expected = await byAudit({ ...EMPTY_LAYER, rules: [rule] }, ruleId(rule));
    expect(quotes(dry)).toEqual(expected);
    expect(expected.size).toBeGreaterThan(0);
    expect(dry.flagged).toBe(expected.size);
    expect(dry.all).toBe(replies.length);
  });

  it('tells what is new and what is gone against the saved rule', async () => {
    await addFinishedRun(db, 'a', replies);
    const bench = testBench(database);
    const saved = teamRule({ id: 'thing', patterns: ['(parcel|order)'] });
    const rule = { ...saved, patterns: ['(order|refund)'] };
    bench.lay({ ...EMPTY_LAYER, rules: [saved] });
    const dry = await dryRunOf(bench, rule, saved);
    const before = await byAudit({ ...EMPTY_LAYER, rules: [saved] }, ruleId(saved));
    const now = await byAudit({ ...EMPTY_LAYER, rules: [rule] }, ruleId(rule));
    const seqs = (change: string) => dry.hits.filter((hit) => hit.change === change).map(({ seq }) => seq);
    expect(seqs('new')).toEqual([...now.keys()].filter((seq) => !before.has(seq)));
    expect(seqs('gone')).toEqual([...before.keys()].filter((seq) => !now.has(seq)));
    expect(seqs('same')).toEqual([...now.keys()].filter((seq) => before.has(seq)));
    expect([dry.fresh, dry.gone, dry.flagged]).toEqual([seqs('new').length, seqs('gone').length, now.size]);
    expect(Math.min(dry.fresh, dry.gone)).toBeGreaterThan(0);
  });

  it('compares with the built-in rule whose place a new one takes, and with the old name of a renamed one', async () => {
    await addFinishedRun(db, 'a', replies);
    const bench = testBench(database);
    const built = builtInBanks().rule('negative-phrasing/we-cannot').entry;
    const copy = teamRule({ ...built, principle: 'negative-phrasing', always: true });
    expect((await dryRunOf(bench, copy)).gone).toBe(0);
    const saved = teamRule({ id: 'old', patterns: ['parcel'] });
    bench.lay({ ...EMPTY_LAYER, rules: [saved] });
    const dry = await dryRunOf(bench, { ...saved, id: 'fresh', principle: 'canned' }, saved);
    expect(dry.flagged).toBeGreaterThan(0);
    expect([dry.fresh, dry.gone]).toEqual([0, 0]);
  });

  it('has the team’s other rules beside it', async () => {
    await addFinishedRun(db, 'a', replies);
    const bench = testBench(database);
    const longer = teamRule({ id: 'longer', patterns: ['(your|the) parcel'], severity: 'high' });
    const rule = teamRule({ id: 'parcel', patterns: ['parcel'] });
    const alone = await dryRunOf(bench, rule);
    bench.lay({ ...EMPTY_LAYER, rules: [longer] });
    const beside = await dryRunOf(bench, rule);
    expect(quotes(beside)).toEqual(await byAudit({ ...EMPTY_LAYER, rules: [longer, rule] }, ruleId(rule)));
    expect(beside.flagged).toBeLessThan(alone.flagged);
  });

  it('takes the newest audit that is finished, and there may be none', async () => {
    const bench = testBench(database);
    expect(await bench.beginDryRun(parcel, null)).toBeNull();
    await addFinishedRun(db, 'a', replies.slice(0, 10));
    await addFinishedRun(db, 'b', replies.slice(0, 20));
    const run = await db.get('runs', 'b');
    if (run) await db.put('runs', { ...run, createdAt: '2026-03-02T10:00:00.000Z' });
    expect(await dryRunOf(bench, parcel)).toMatchObject({ run: 'b', all: 20, looked: 20 });
    if (run) await db.put('runs', { ...run, createdAt: '2026-03-03T10:00:00.000Z', phase: 'reviewing' });
    expect(await dryRunOf(bench, parcel)).toMatchObject({ run: 'a', all: 10 });
  });

  it('gives up for the next one', async () => {
    await addFinishedRun(db, 'a', replies);
    const bench = testBench(database);
    const first = (await bench.beginDryRun(parcel, null)) as number;
    const next = (await bench.beginDryRun({ ...parcel, patterns: ['refund'] }, null)) as number;
    expect(await bench.goOnDryRun(first)).toBeNull();
    expect(await bench.goOnDryRun(next)).not.toBeNull();
  });

  it('reads the replies once: what is typed after is answered many times as fast', async () => {
    await addFinishedRun(db, 'a', replies);
    const bench = testBench(database);
    const time = async (patterns: string[]) => {
      const begun = performance.now();
      await dryRunOf(bench, { ...parcel, patterns });
      return performance.now() - begun;
    };
    // Words that nobody has read before, so that nothing of it is known.
    await addFinishedRun(
      db,
      'fresh',
      replies.map((reply) => ({ ...reply, draft: reply.draft.replaceAll('.', ' anew.') })),
    );
    const run = await db.get('runs', 'fresh');
    if (run) await db.put('runs', { ...run, createdAt: '2026-03-02T10:00:00.000Z' });
    const first = await time(['parcel']);
    const later = Math.min(await time(['parcels']), await time(['courier']), await time(['kindly']));
    expect(later).toBeLessThan(first / 4);
  });
});
