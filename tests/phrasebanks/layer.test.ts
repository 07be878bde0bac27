import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { applyEdit } from '../../lib/engine/rewrite/splice';
import { suggest } from '../../lib/engine/suggest';
import type { CoachOptions, Conversation, OwnWords } from '../../lib/engine/types';
import { withLayer, withLayerOptions } from '../../lib/phrasebank/apply-layer';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { EMPTY_LAYER, type Layer, type TeamRule } from '../../lib/phrasebank/layer';
import { runExample } from '../../lib/phrasebank/rule-examples';
import type { BankError } from '../../lib/phrasebank/schema';

const texts = { message: (instead: string) => `Say ${instead}.`, title: 'Words' };
const NO_WORDS: OwnWords = { avoid: [], fine: [] };

const rule = (change: Partial<TeamRule> = {}): TeamRule => ({
  principle: 'dismissive',
  id: 'team-calm',
  patterns: ['cool your jets'],
  always: true,
  severity: 'high',
  message: 'Nobody calms down for being told to.',
  rewrites: ['give me a moment'],
  source: 'House style',
  examples: [],
  ...change,
});

const built = builtInBanks();
const laid = (layer: Partial<Layer>, own = NO_WORDS, binding = false) =>
  withLayer(built, { ...EMPTY_LAYER, ...layer }, { own, texts, binding });

async function read(
  draft: string,
  layer: Partial<Layer>,
  {
    own = NO_WORDS,
    binding = false,
    options = {},
    ...conversation
  }: Conversation & {
    own?: OwnWords;
    binding?: boolean;
    options?: CoachOptions;
  } = {},
) {
  const banks = await laid(layer, own, binding);
  const asked = withLayerOptions({ ...EMPTY_LAYER, ...layer }, options, binding);
  const review = coach(draft, { customer: 'Where is my order?', ...conversation }, banks, asked);
  const flagged = review.findings.flatMap(({ rule, span }) =>
    span ? [[rule, draft.slice(span.start, span.end)]] : [],
  );
  const first = (id: string) => {
    const finding = review.findings.find((one) => one.rule === id);
    const [edit] = finding ? suggest(review, finding.id) : [];
    return edit ? applyEdit(draft, edit) : null;
  };
  const rules = review.findings.map((one) => one.rule);
  return { review, flagged, rules, words: rules.filter((id) => id.startsWith('jargon/')), first };
}

describe('a layer that says nothing', () => {
  it('leaves the very same banks', async () => {
    expect(await laid({})).toBe(builtInBanks());
  });
});

describe("a team's rule", () => {
  it('is found with its words, its severity and its rewrite', async () => {
    const { review, flagged, first } = await read('Please cool your jets, Ann. It ships on Friday.', {
      rules: [rule()],
    });
    expect(flagged).toContainEqual(['dismissive/team-calm', 'cool your jets']);
    expect(review.findings[0]).toMatchObject({ severity: 'high', message: 'Nobody calms down for being told to.' });
    expect(first('dismissive/team-calm')).toBe('Please give me a moment, Ann. It ships on Friday.');
  });

  it('takes the place of the built-in one of the same id, and nothing else of it stays', async () => {
    const draft = 'As you should know, it is company policy.';
    const before = (await read(draft, {})).rules;
    const id = before.find((one) => one.startsWith('policy-shield/')) as string;
    expect(id).toBeDefined();
    const over = rule({ principle: 'policy-shield', id: id.split('/')[1] as string, patterns: ['no such words'] });
    const after = await read(draft, { rules: [over] });
    expect(after.rules).not.toContain(id);
    expect((await read(draft, {})).rules).toEqual(before);
  });

  it('goes before a built-in one that is as severe and finds the same words', async () => {
    const draft = 'We have raised an RMA for you.';
    const built = (await read(draft, {})).review.findings.find(({ principle }) => principle === 'jargon');
    expect(built?.severity).toBe('medium');
    const own = rule({ principle: 'jargon', id: 'rma', patterns: ['rma'], severity: 'medium' });
    expect((await read(draft, { rules: [own] })).flagged).toContainEqual(['jargon/rma', 'RMA']);
  });

  it('names the entry and the field where a pattern has no meaning', async () => {
    const broken = laid({ rules: [rule({ patterns: ['fine', 'not (fine'] })] });
    await expect(broken).rejects.toThrowError('entry "team-calm", field "patterns.1"');
    await expect(broken).rejects.toMatchObject({ name: 'BankError' } satisfies Partial<BankError>);
  });
});

describe('words', () => {
  const avoid = [{ say: 'cheap', instead: 'good value' }];
  const draft = 'Here is the cheap plan.';

  it('of the team and of the agent hold together, and are told apart', async () => {
    const own = { avoid: [{ say: 'plan', instead: 'tariff' }], fine: [] };
    const { rules } = await read(draft, { words: { avoid, fine: [] } }, { own });
    expect(rules).toEqual(expect.arrayContaining(['jargon/team-cheap', 'jargon/own-plan']));
  });

  it("are the agent's where both speak of the same", async () => {
    const instead = { avoid: [{ say: 'Cheap', instead: 'fair' }], fine: [] };
    const words = { avoid, fine: [] };
    expect((await read(draft, { words }, { own: instead })).words).toEqual(['jargon/own-cheap']);
    expect((await read(draft, { words }, { own: { avoid: [], fine: ['cheap'] } })).words).toEqual([]);
    const fine = { words: { avoid: [], fine: ['cheap'] } };
    expect((await read(draft, fine, { own: instead })).words).toEqual(['jargon/own-cheap']);
  });

  it("are the organisation's where it decides", async () => {
    const words = { avoid, fine: [] };
    const own = { avoid: [{ say: 'cheap', instead: 'fair' }], fine: ['cheap'] };
    expect((await read(draft, { words }, { own, binding: true })).words).toEqual(['jargon/team-cheap']);
  });

  it('lets an agent’s fine words hide what is built in, and what an organisation brings only where it does not bind', async () => {
    const own = { avoid: [], fine: ['cool your jets', 'you failed to send it'] };
    const draft = 'Cool your jets, you failed to send it.';
    const layer = { rules: [rule()] };
    expect((await read(draft, layer)).rules).toEqual(
      expect.arrayContaining(['dismissive/team-calm', 'blame/you-failed-to']),
    );
    const free = await read(draft, layer, { own });
    expect(free.rules).not.toContain('dismissive/team-calm');
    expect(free.rules).not.toContain('blame/you-failed-to');
    const bound = await read(draft, layer, { own, binding: true });
    expect(bound.rules).toContain('dismissive/team-calm');
    expect(bound.rules).not.toContain('blame/you-failed-to');
  });

  it('that differ in signs alone are two', async () => {
    const both = {
      avoid: [
        { say: 'C#', instead: '' },
        { say: 'C++', instead: '' },
      ],
      fine: [],
    };
    const { rules } = await read('We write it in C++ and in C# for you.', { words: both });
    expect(rules).toEqual(expect.arrayContaining(['jargon/team-c', 'jargon/team-c-2']));
  });
});

describe('strengths', () => {
  it('are credited as what the team says', async () => {
    const draft = 'Hi Ann,\n\nYour order left today. It sails under our golden guarantee.\n\nBest,\nTom';
    const strengths = [{ say: 'golden guarantee, silver guarantee', strength: 'extra-touch' as const }];
    const credited = (review: { strengths: { id: string; span: unknown }[] }) =>
      review.strengths.find(({ id }) => id === 'extra-touch')?.span;
    expect(credited((await read(draft, {})).review)).toBeUndefined();
    const at = draft.indexOf('golden guarantee');
    expect(credited((await read(draft, { strengths })).review)).toEqual({ start: at, end: at + 16 });
  });
});

describe('snippets', () => {
  const upset = 'Nine weeks I have waited for the money you owe me. I am fed up.';
  const cases = [
    {
      kind: 'next-step',
      rule: 'no-next-step/left-hanging',
      draft:
        'Hi Sandra,\n\nWe know how you feel. Your comments have been forwarded to the relevant department.\n\nRegards,\nThe Team',
      customer: upset,
      text: "I'll ring our payments desk today and write to you by [day, time]",
      gives: "I'll ring our payments desk today and write to you by [day, time].",
    },
    {
      kind: 'follow-up',
      rule: 'no-follow-up/solved-and-gone',
      draft:
        "Hi Greta,\n\nI'm sorry your texts stopped. Our filter was catching them, that was our mistake, and we've removed it.\n\nBest,\nSam",
      customer: "Texts from my bank stopped arriving last Tuesday, it's a problem.",
      text: "{name}, we'll look in on [day] to see that they still arrive.",
      gives: "Greta, we'll look in on [day] to see that they still arrive.",
    },
    {
      kind: 'boundary',
      rule: 'boundary/no-limit',
      draft: "Hi Kyle, the deposit went back on Tuesday and I'll check on Friday that it has arrived.",
      customer: 'You absolute moron, where is my deposit?',
      text: 'I want to help you, {name}, and I can do that once we keep this respectful, here at Acme.',
      gives: 'I want to help you, Kyle, and I can do that once we keep this respectful, here at Acme.',
    },
    {
      kind: 'opening',
      rule: 'missing-empathy/upset-unacknowledged',
      draft: "Hi Sandra,\n\nThe refund was sent on 3 May. I'll check on Friday that it has arrived.\n\nBest,\nTom",
      customer: upset,
      text: 'Waiting so long for your own money is miserable, and I am sorry.',
      gives: 'Waiting so long for your own money is miserable, and I am sorry.',
    },
    {
      kind: 'opening',
      rule: 'no-personal-touch/no-greeting-no-name',
      draft: 'Dial *21*, then the number, then #. It works abroad as well.',
      customer: 'Hello, does call divert work abroad? Many thanks, Fiona',
      text: 'Good day to you, {name}',
      gives: 'Good day to you, Fiona,\n\nDial',
    },
  ] as const;

  it.each(cases)('for $rule come first, at their place', async ({ kind, rule: id, draft, customer, text, gives }) => {
    const about = { customer, customerName: /Fiona|Greta|Kyle/.exec(gives)?.[0] };
    const plain = (await read(draft, {}, about)).first(id);
    expect(plain).not.toBeNull();
    expect(plain).not.toContain(gives);
    expect((await read(draft, { snippets: [{ kind, text }] }, about)).first(id)).toContain(gives);
  });

  it('that would bring a finding of their own are not offered', async () => {
    const { draft, customer, rule: id, kind } = cases[0];
    const snippets = [{ kind, text: 'Please calm down, as per our policy, and we will see what we can do.' }];
    const first = (await read(draft, { snippets }, { customer })).first(id);
    expect(first).not.toBeNull();
    expect(first).not.toContain('calm down');
  });
});

describe('explanations', () => {
  it("are the team's where it gives them, and the built-in ones elsewhere", async () => {
    const banks = await laid({ why: { blame: { short: 'We fix things, we do not point.' } } });
    const built = builtInBanks().why('blame');
    expect(banks.why('blame')).toEqual({ ...built, short: 'We fix things, we do not point.' });
    expect(banks.why('jargon')).toEqual(builtInBanks().why('jargon'));
  });
});

describe('options', () => {
  const draft = 'Please cool your jets, Ann. We have raised an RMA. As per our policy, you failed to pay.';
  const layer = { rules: [rule()] };

  it('join what the team and the agent switch off', async () => {
    const off = { principles: ['jargon' as const], rules: ['dismissive/team-calm'] };
    const { review } = await read(draft, { ...layer, principlesOff: ['blame'] }, { options: { off } });
    const found = review.findings.map(({ principle }) => principle);
    for (const principle of ['jargon', 'blame', 'dismissive']) expect(found).not.toContain(principle);
  });

  it("take the agent's severity over the team's, unless it binds", async () => {
    const severity = { jargon: 'high' as const };
    const options: CoachOptions = { severity: { jargon: 'low' } };
    const loud = (review: { findings: { principle: string; severity: string }[] }) =>
      review.findings.find(({ principle }) => principle === 'jargon')?.severity;
    expect(loud((await read(draft, { severity })).review)).toBe('high');
    expect(loud((await read(draft, { severity }, { options })).review)).toBe('low');
    expect(loud((await read(draft, { severity }, { options, binding: true })).review)).toBe('high');
  });

  it('that the agent sets for one rule do not go round what binds its principle', () => {
    const own: CoachOptions = { severity: { 'jargon/acronym': 'low', 'blame/you-failed-to': 'low' } };
    const options = withLayerOptions({ ...EMPTY_LAYER, severity: { jargon: 'high' } }, own, true);
    expect(options.severity).toEqual({ jargon: 'high', 'blame/you-failed-to': 'low' });
  });

  it.each([
    ['the rule', { off: { rules: ['dismissive/team-calm'] } }],
    ['its principle', { off: { principles: ['dismissive' as const] } }],
    ['its severity', { severity: { 'dismissive/team-calm': 'low' as const } }],
    ['the severity of its principle', { severity: { dismissive: 'low' as const } }],
  ])('leave a rule that binds: %s', async (_what, options) => {
    const own = await read(draft, layer, { options });
    expect(own.review.findings.find((one) => one.rule === 'dismissive/team-calm')?.severity).not.toBe('high');
    const bound = await read(draft, layer, { options, binding: true });
    expect(bound.review.findings.find((one) => one.rule === 'dismissive/team-calm')?.severity).toBe('high');
  });

  it('let the agent switch off what is built in, beside what binds', async () => {
    const off = { principles: ['jargon' as const, 'dismissive' as const] };
    const calm = `${draft} Calm down.`;
    expect(
      (await read(calm, layer)).review.findings.filter(({ principle }) => principle === 'dismissive'),
    ).toHaveLength(2);
    const { rules } = await read(calm, layer, { options: { off }, binding: true });
    expect(rules.filter((id) => /^(?:jargon|dismissive)\//.test(id))).toEqual(['dismissive/team-calm']);
  });

  it('weigh the scorecard as the team does', async () => {
    const curt = 'Hi Ann,\n\nPlease cool your jets. It ships on Friday.\n\nBest,\nTom';
    const score = async (weights: Layer['weights']) => (await read(curt, { ...layer, weights })).review.scorecard.score;
    const usual = await score({});
    expect(await score({ tone: 100 })).toBeLessThan(usual);
    expect(await score({ tone: 0 })).toBeGreaterThan(usual);
  });

  it('that weigh nothing leave a reply its score, and an empty one none', async () => {
    const weights = Object.fromEntries(['plain-words', 'tone'].map((id) => [id, 0]));
    const chat = { channel: 'chat' as const, customer: 'Thanks!' };
    expect((await read('You are welcome, Ann.', { weights }, chat)).review.scorecard.score).toBe(100);
    expect((await read('', { weights }, chat)).review.scorecard.score).toBe(0);
  });
});

describe('an example', () => {
  const flag = 'Please [[cool your jets]], Ann.';
  const run = async (example: Parameters<typeof runExample>[1], change: Partial<TeamRule> = {}) =>
    runExample('dismissive/team-calm', example, await laid({ rules: [rule(change)] }));

  it('is ok where its span is found, and what is taken instead is quiet', async () => {
    expect(await run({ flag, fixed: 'Please give me a moment, Ann.' })).toEqual({
      kind: 'flag',
      ok: true,
      found: [{ start: 7, end: 21 }],
      fixed: 'Please give me a moment, Ann.',
      problem: null,
    });
    expect((await run({ flag: 'Please cool your jets, Ann.' })).ok).toBe(true);
    expect((await run({ allow: 'I cool my soup.' })).ok).toBe(true);
  });

  it.each([
    [{ flag: 'Please [[wait]], Ann.' }, {}, 'not-found'],
    [{ flag: 'Please cool your [[jets]], Ann.' }, {}, 'other-span'],
    [{ flag: '[[one]] and [[two]]' }, {}, 'marks'],
    [{ flag, fixed: 'Wait, Ann.' }, {}, 'fixed-differs'],
    [{ flag }, { patterns: ['cool your jets', 'moment'], severity: 'low' as const }, null],
    [{ allow: 'Do cool your jets.' }, {}, 'found'],
  ])('%j is %j: %s', async (example, change, problem) => {
    expect(await run(example, change)).toMatchObject({ ok: problem === null, problem });
  });

  it('is read in a place that the rule is for', async () => {
    const when = { channels: ['chat' as const], hosts: ['intercom'], teams: ['Care'] };
    expect((await run({ flag }, { when })).ok).toBe(true);
  });
});
