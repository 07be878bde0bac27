import { describe, expect, it } from 'vitest';
import { CRITERIA, PHRASE_PRINCIPLES, STRENGTHS } from '../../lib/engine/principles';
import { CONVERSATION_SLOTS, MOVE_NAMES, PHRASE_SLOTS } from '../../lib/engine/rewrite/nameable';
import { builtInPrinciples } from '../../lib/phrasebank/built-in';
import { EMPTY_LAYER, type TeamRule } from '../../lib/phrasebank/layer';
import { faultsOf, parseLayer } from '../../lib/phrasebank/layer-schema';
import type { BankError } from '../../lib/phrasebank/schema';

const rule: TeamRule = {
  principle: 'blame',
  id: 'it-was-you',
  patterns: ['it was you', '(only )?you <be> to blame'],
  severity: 'high',
  message: 'They hear that it is their fault.',
  rewrites: ['here is what happened', '@blame-out', '<use> {term} by [day]'],
  source: 'House style',
  examples: [],
};
const layerOf = (change: Partial<TeamRule>): unknown => ({ ...EMPTY_LAYER, rules: [{ ...rule, ...change }] });

function faults(layer: unknown): string[] {
  try {
    parseLayer(layer, 'team.json');
    return [];
  } catch (error) {
    return (error as BankError).faults;
  }
}

describe('a layer', () => {
  it('is taken as it is, not trimmed and not filled in', () => {
    const layer = layerOf({ message: ' They hear that it is their fault. ' });
    expect(parseLayer(layer, 'team.json')).toBe(layer);
    expect(faults(EMPTY_LAYER)).toEqual([]);
  });

  it('can hold a copy of every built-in rule of a phrase', () => {
    const rules = builtInPrinciples().flatMap(({ id, entries }) =>
      (PHRASE_PRINCIPLES as readonly string[]).includes(id)
        ? entries.map((entry) => ({ ...entry, principle: id, over: 'abc123' }))
        : [],
    );
    expect(rules.length).toBeGreaterThan(200);
    expect(faults({ ...EMPTY_LAYER, rules })).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing at all', null, /is no layer of a team/],
    ['a list', [], /./],
    ['what is not known here', { ...EMPTY_LAYER, code: 'alert(1)' }, /^field "code": is not known here$/],
    ['a part that is missing', { ...EMPTY_LAYER, words: undefined }, /^field "words": is missing$/],
    [
      'a rule that is used twice',
      { ...EMPTY_LAYER, rules: [rule, rule] },
      /^entry "blame\/it-was-you": the id is used/,
    ],
    [
      'more than 5,000 rules',
      { ...EMPTY_LAYER, rules: Array(5001).fill(rule) },
      /^field "rules": has at most 5000 entries/,
    ],
    ['a weight below zero', { ...EMPTY_LAYER, weights: { tone: -1 } }, /^field "weights\.tone": is 0 or more$/],
    [
      'a weight that is no number',
      { ...EMPTY_LAYER, weights: { tone: Number.NaN } },
      /^field "weights\.tone": is a number$/,
    ],
    ['a weight of nothing', { ...EMPTY_LAYER, weights: { charm: 1 } }, /^field "weights\.charm": is not known here$/],
    [
      'an unknown strength',
      { ...EMPTY_LAYER, strengths: [{ say: 'x', strength: 'charm' }] },
      /^field "strengths\.0\.strength": is one of/,
    ],
    [
      'a strength without words',
      { ...EMPTY_LAYER, strengths: [{ say: ' , ', strength: 'owns' }] },
      /^field "strengths\.0\.say": has no word/,
    ],
    ['an unknown severity', { ...EMPTY_LAYER, severity: { blame: 'huge' } }, /^field "severity\.blame": is "high"/],
    [
      'a place for a snippet that there is not',
      { ...EMPTY_LAYER, snippets: [{ kind: 'middle', text: 'x' }] },
      /^field "snippets\.0\.kind": is opening/,
    ],
    [
      'a slot that a snippet has not',
      { ...EMPTY_LAYER, snippets: [{ kind: 'opening', text: 'Hi {term}' }] },
      /^field "snippets\.0\.text": has a slot/,
    ],
    [
      'HTML in an explanation',
      { ...EMPTY_LAYER, why: { blame: { short: 'No <b>blame</b>' } } },
      /^field "why\.blame\.short": has HTML/,
    ],
    [
      'HTML in a word',
      { ...EMPTY_LAYER, words: { avoid: [{ say: 'x', instead: '<i>y</i>' }], fine: [] } },
      /^field "words\.avoid\.0\.instead"/,
    ],
  ])('is refused with %s', (_what, layer, fault) => {
    expect(faults(layer)[0]).toMatch(fault);
  });

  it('with very many faults is refused with the first hundred', () => {
    const many = faults({ ...EMPTY_LAYER, rules: Array.from({ length: 300 }, () => ({ ...rule, message: '' })) });
    expect(many).toHaveLength(101);
    expect(many[100]).toBe('and 200 more');
  });
});

describe('a rule', () => {
  const cases: [string, Partial<Record<keyof TeamRule, unknown>>, string, RegExp][] = [
    [
      'a pattern without its bracket',
      { patterns: ['fine', 'not (fine'] },
      'patterns.1',
      /a bracket that opens here is not closed \(at character 5/,
    ],
    [
      'a pattern that is too large',
      { patterns: [Array(40).fill('_{0,12}').join(' a ')] },
      'patterns.0',
      /too many ways/,
    ],
    ['a pattern that is too long', { patterns: ['a '.repeat(1001)] }, 'patterns.0', /has at most 2000 characters/],
    ['an exception that has no meaning', { unless: ['#FISH'] }, 'unless.0', /no part of speech/],
    ['a script', { message: '<script>alert(1)</script>' }, 'message', /has HTML/],
    ['a script in a rewrite', { rewrites: ['<script>alert(1)</script>'] }, 'rewrites.0', /has HTML/],
    ['a picture in a rewrite', { rewrites: ['ok', '<img src=x onerror=alert(1)>'] }, 'rewrites.1', /has HTML/],
    ['bold words in a rewrite', { rewrites: ['<b>now'] }, 'rewrites.0', /has HTML/],
    ['a link that is not https', { message: 'See http://example.com.' }, 'message', /https:/],
    ['a link to code', { rewrites: ['[x](javascript:alert(1))'] }, 'rewrites.0', /https:/],
    ['a link in an example', { examples: [{ allow: 'ftp://example.com' }] }, 'examples.0.allow', /https:/],
    ['an unknown move', { rewrites: ['@do-magic'] }, 'rewrites.0', /names a rewrite/],
    ['an unknown slot', { rewrites: ['{__proto__}'] }, 'rewrites.0', /has a slot that there is not/],
    ['an id with capitals', { id: 'One' }, 'id', /small letters/],
    ['an id of words', { principle: 'jargon', id: 'team-rma' }, 'id', /those of words/],
    ['an unknown principle', { principle: 'magic' }, 'principle', /is one of/],
    ['a field of the built-in strengths', { credits: 'owns' }, 'credits', /not known here/],
    ['no message', { message: undefined }, 'message', /is missing/],
  ];

  it.each(cases)('with %s names its field', (_what, change, field, text) => {
    const found = faultsOf({ ...rule, ...change } as TeamRule);
    expect(found).toContainEqual({ field, text: expect.stringMatching(text) });
    const id = (change.principle ?? change.id) ? /entry "[a-zA-Z-]+\/[a-zA-Z-]+"/ : /entry "blame\/it-was-you"/;
    expect(faults(layerOf(change as Partial<TeamRule>))[0]).toMatch(id);
  });

  it('has no faults where all is well: links, lemmas, gaps and examples', () => {
    const examples = [{ flag: 'We know [[it was you]].', fixed: 'We know.' }, { allow: 'See https://example.com/x.' }];
    expect(faultsOf({ ...rule, examples, when: { hosts: ['zendesk'], teams: ['Care'] } })).toEqual([]);
  });
});

/** Add what is new; take nothing away: a pack that was taken is taken by every later version. */
const NAMED = {
  moves:
    'refusal-to-offer order-to-request plain-word plain-gap blame-to-fact blame-out but-stands sting-out tail-out check-instead keep-and-own keep-and-gap regret-instead truism-out comfort-to-regret own-it own-or-drop policy-to-reason name-the-case state-plainly remark-out said-instead time-gap what-will-be-done hedge-to-action open-question sentence-case human-phrase drop-set-phrase plain-thanks drop-opener drop drop-sentence acknowledge empathy-first restate answer-question offer-option next-step own-mistake match-tone set-boundary add-greeting offer-follow-up',
  slots: 'name problem topic feeling term verb object',
  principles:
    'negative-phrasing directive jargon blame excuse policy-shield hollow-empathy dismissive vague-time overpromise hedging closed-question shouting canned',
  strengths:
    'names-feeling restates owns specific-apology common-ground options clear-next-step open-question reason extra-touch follow-up feel-felt-found warm-greeting warm-closing matches-register',
  criteria: 'greeting empathy comprehension ownership solution next-step plain-words tone closing',
};

describe('what packs may name', () => {
  it.each([
    ['moves', MOVE_NAMES],
    ['slots', [...CONVERSATION_SLOTS, ...PHRASE_SLOTS]],
    ['principles', PHRASE_PRINCIPLES],
    ['strengths', STRENGTHS],
    ['criteria', CRITERIA],
  ] as const)('is there for ever: %s', (what, names) => {
    expect(names).toEqual(expect.arrayContaining(NAMED[what].split(' ')));
  });
});
