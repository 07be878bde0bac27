import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPTY_LAYER, type TeamRule } from '../../../lib/phrasebank/layer';
import { checkRule, tidied } from '../../../lib/studio/rules/check-rule';
import { draftPlaces, keepDraft, readDraft } from '../../../lib/studio/rules/drafts';
import { controlOf, faultOf } from '../../../lib/studio/rules/editor/form';
import { createWork } from '../../../lib/studio/rules/editor/work';
import { parseMarks, withMarks } from '../../../lib/studio/rules/examples/marked';
import { nameOf } from '../../../lib/studio/rules/name-of';
import { readChips } from '../../../lib/studio/rules/pattern/chips';
import { patternWords } from '../../../lib/studio/rules/pattern/pattern-line';
import { wordsOfChips } from '../../../lib/studio/rules/pattern/spoken';
import { rewriteLabel } from '../../../lib/studio/rules/rewrite-label';
import type { ExampleResult, FieldFault, Tester } from '../../../lib/studio/types';

const RULE: TeamRule = {
  id: 'no-can-do',
  principle: 'canned',
  patterns: ['no can do'],
  severity: 'medium',
  message: 'Say what you can do.',
  source: 'test',
  examples: [],
};

/** As the browser's: what is kept are its own keys. */
function storage(): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
    removeItem: (key: string) => {
      delete kept[key];
    },
  };
  return new Proxy(kept, {
    get: (_, name) => methods[name as keyof typeof methods],
  }) as unknown as Storage;
}

describe('a rule in work', () => {
  it('is kept from the first change, and found again', () => {
    const store = storage();
    const work = createWork('canned/no-can-do', RULE, 3, store);
    expect([work.dirty.value, work.found]).toEqual([false, false]);
    work.set({ message: 'Half a' });
    expect(work.dirty.value).toBe(true);
    expect(draftPlaces(store)).toEqual(['canned/no-can-do']);
    const again = createWork('canned/no-can-do', RULE, 3, store);
    expect([again.rule.value.message, again.found]).toEqual(['Half a', true]);
    // Begun over version 3, whatever was saved since.
    expect(createWork('canned/no-can-do', RULE, 9, store).since()).toBe(3);
  });

  it('is kept no longer once it is as it was, or saved', () => {
    const store = storage();
    const work = createWork('new', RULE, 3, store);
    work.set({ message: 'Half a' });
    work.set({ message: RULE.message });
    expect(draftPlaces(store)).toEqual([]);
    work.set({ message: 'Whole.' });
    work.settle(work.rule.value, 4);
    expect([work.dirty.value, draftPlaces(store).length]).toEqual([false, 0]);
  });

  it('does without a draft that can’t be read, and without room for one', () => {
    const store = storage();
    store.setItem('studio-rule:new', '{');
    expect(readDraft('new', store)).toBeNull();
    const full = {
      ...store,
      setItem: () => {
        throw new Error('full');
      },
    } as unknown as Storage;
    expect(() => keepDraft('new', { rule: RULE, since: 0 }, full)).not.toThrow();
  });
});

describe('what keeps a rule from being saved', () => {
  const tester = (faults: FieldFault[], examples: Pick<ExampleResult, 'kind' | 'ok' | 'problem'>[] = []) =>
    ({ faults: async () => faults, examples: async () => examples }) as unknown as Tester;

  it('is a field that is empty, before the engine is asked', async () => {
    const empty = tidied({ ...RULE, patterns: [' '], message: ' ' });
    expect((await checkRule(empty, null, EMPTY_LAYER, tester([]))).map(({ field }) => field)).toEqual([
      'patterns.0',
      'message',
    ]);
  });

  it('is what the engine says, then each example that fails, at its place', async () => {
    const broken = { field: 'patterns.0', text: 'no' };
    expect(await checkRule(RULE, null, EMPTY_LAYER, tester([broken]))).toEqual([broken]);
    const examples = [
      { kind: 'flag', ok: true, problem: null },
      { kind: 'allow', ok: false, problem: 'found' },
    ] as const;
    expect(await checkRule(RULE, null, EMPTY_LAYER, tester([], [...examples]))).toMatchObject([
      { field: 'examples.1' },
    ]);
  });

  it('is none of what was added and left empty', () => {
    expect(
      tidied({ ...RULE, rewrites: [''], unless: [' '], when: { channels: undefined }, examples: [{ flag: '' }] }),
    ).toEqual(RULE);
  });

  it('is told at the field that it is a part of', () => {
    const faults = [{ field: 'examples.1.flag', text: 'why' }];
    expect([faultOf(faults, 'examples.1'), faultOf(faults, 'examples.10')]).toEqual(['why', '']);
    expect(controlOf({ faults }, 'examples.1', 'hint')).toEqual({
      id: 'rule-examples-1',
      'aria-invalid': true,
      'aria-describedby': 'rule-examples-1-fault hint',
    });
  });
});

describe('marks of an example', () => {
  it('are set around what is selected, in the place of others', () => {
    expect(withMarks('We can’t do that.', 3, 9)).toBe('We [[can’t]] do that.');
    expect(withMarks('[[We]] can’t do that.', 7, 12)).toBe('We [[can’t]] do that.');
    expect(withMarks('We [[can’t]] do', 5, 15)).toBe('We [[can’t do]]');
    expect(withMarks('We can’t', 3, 3)).toBe('We can’t');
  });

  it('are read', () => {
    expect(parseMarks('We [[can’t]] do.')).toEqual({ before: 'We ', marked: 'can’t', after: ' do.' });
    expect(parseMarks('We [[can’t')).toEqual({ before: 'We [[can’t', marked: '', after: '' });
  });
});

describe('words for people', () => {
  it('names a rule by its phrase where that is plain, else by what it says', () => {
    expect(nameOf(RULE)).toBe('“no can do”');
    expect(nameOf({ ...RULE, patterns: ['no <can> do'] })).toBe('“Say what you can do.”');
    expect(nameOf({ ...RULE, patterns: ['(no'] })).toBe('“Say what you can do.”');
  });

  it('reads a pattern', () => {
    expect(patternWords('we (will|can|may|might|could)? <send> _{0,2} #NOUN')).toBe(
      'we (will / can / may / +2) any form of “send” up to 2 words any noun',
    );
    expect(patternWords('we (will')).toBe('we (will');
  });

  it('has a name for every grammar move of the banks', () => {
    expect(rewriteLabel('by [day]')).toBe('by [day]');
    expect(rewriteLabel('@time-gap')).toBe('Reframe’s own: give a day and a time');
    const banks = readdirSync('phrasebanks/en').map((name) => readFileSync(`phrasebanks/en/${name}`, 'utf8'));
    const moves = new Set(
      banks.flatMap((bank) => [...bank.matchAll(/"@([a-z-]+)"/g)].map(([, name]) => name as string)),
    );
    expect(moves.size).toBeGreaterThan(30);
    expect([...moves].filter((name) => rewriteLabel(`@${name}`).endsWith(`: ${name}`))).toEqual([]);
    expect(rewriteLabel('@unheard-of')).toBe('Reframe’s own: unheard-of');
  });
});

describe('the reading of chips', () => {
  const word = (text: string, lemma = text) => ({ text, norm: text, lemma, pos: 'VERB' });

  it('gives each plain word its lemma, and none to what was read as several words', () => {
    const chips = readChips("we can't <be> sent");
    const read = [word('we'), word('ca', 'can'), word("n't", 'not'), word('sent', 'send')];
    expect(wordsOfChips(chips, read).map((one) => one?.lemma ?? null)).toEqual(['we', null, null, 'send']);
  });
});
