import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DRAFT_DETECTORS, PHRASE_DETECTORS } from '../../lib/engine/detectors';
import { MOVES } from '../../lib/engine/rewrite';
import { builtInPrinciples, compileBuiltIn, joinClasses } from '../../lib/phrasebank/built-in';
import { type BankError, marks, parseBank, parseScoring } from '../../lib/phrasebank/schema';

const folder = new URL('../../phrasebanks/en/', import.meta.url);
const principles = [...PHRASE_DETECTORS, ...DRAFT_DETECTORS].map(({ principle }) => principle);

describe('the built-in banks', () => {
  it('are one for each principle, and every file in the folder is used', () => {
    const files = readdirSync(folder).map((name) => name.replace('.json', ''));
    expect(files.sort()).toEqual(
      [
        ...principles,
        'classes',
        'draft-weights',
        'mood-words',
        'moods',
        'phrases',
        'scorecard',
        'sentence-weights',
        'strengths',
      ].sort(),
    );
    expect(
      builtInPrinciples()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...principles].sort());
  });

  it('compile, every pattern and every class', () => {
    const banks = compileBuiltIn();
    const classes = JSON.parse(readFileSync(new URL('classes.json', folder), 'utf8')) as Record<string, string[]>;
    for (const name of Object.keys(classes)) expect(() => banks.find(name, { text: '', tokens: [] })).not.toThrow();
  });

  it('have a rule in every principle, each with a source, and name only moves that exist', () => {
    for (const bank of builtInPrinciples()) {
      expect(bank.entries.length, bank.id).toBeGreaterThan(0);
      for (const entry of bank.entries) {
        expect(entry.rewrites?.length ?? 0, `${bank.id}/${entry.id} has a way out`).toBeGreaterThan(0);
        const unknown = (entry.rewrites ?? []).filter(
          (name) => name.startsWith('@') && !Object.hasOwn(MOVES, name.slice(1)),
        );
        expect(unknown, `${bank.id}/${entry.id}`).toEqual([]);
      }
    }
  });
});

describe('word classes', () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

  it('have one meaning for a name, in classes.json or in phrases.json', () => {
    const own = Object.keys(read('classes.json'));
    expect(Object.keys(read('phrases.json').classes).filter((name) => own.includes(name))).toEqual([]);
  });

  it('are refused where both files give a name', () => {
    expect(() => joinClasses({ we: ['we'], us: ['us'] }, { us: ['our side'], them: ['they'] })).toThrowError(
      'phrases.json: field "classes.us": classes.json has a word class of this name; choose another name',
    );
    expect(joinClasses({ we: ['we'] }, { them: ['they'] })).toEqual({ we: ['we'], them: ['they'] });
  });
});

describe('a broken bank', () => {
  const entry = {
    id: 'one',
    patterns: ['never ever'],
    severity: 'low',
    message: 'Say it kindly.',
    source: 'the team',
    examples: [{ flag: '[[Never ever]] do it.' }, { allow: 'Do it.' }],
  };
  const bank = {
    schema: 1,
    id: 'blame',
    language: 'en',
    version: 1,
    title: 'Blame',
    why: { short: 'a', long: 'b', example: { before: 'c', after: 'd' } },
    entries: [entry],
  };
  const faultsOf = (value: unknown): string[] => {
    try {
      parseBank(value, 'team.json');
      return [];
    } catch (error) {
      return (error as BankError).faults;
    }
  };

  it('passes when nothing is broken', () => {
    expect(faultsOf(bank)).toEqual([]);
  });

  it.each([
    [
      'an entry without a flag example',
      { examples: [{ allow: 'Do it.' }] },
      'entry "one": needs at least one example to flag',
    ],
    [
      'an entry without an allow example',
      { examples: [{ flag: '[[No]]' }] },
      'entry "one": needs at least one example to allow',
    ],
    ['an unknown severity', { severity: 'huge' }, 'entry "one", field "severity": is "high", "medium" or "low"'],
    ['an empty message', { message: ' ' }, 'entry "one", field "message": must not be empty'],
    ['an id with capitals', { id: 'One' }, 'entry "One", field "id": is small letters, digits and hyphens'],
  ])('%s names entry and field', (_what, change, fault) => {
    expect(faultsOf({ ...bank, entries: [{ ...entry, ...change }] })).toContain(fault);
  });

  it('names a twice used id', () => {
    expect(faultsOf({ ...bank, entries: [entry, entry] })).toEqual(['entry "one": the id is used twice']);
  });

  it('names the file, the entry, the field and the place of a pattern that has no meaning', () => {
    const banks = compileBuiltIn();
    const broken = parseBank({ ...bank, entries: [{ ...entry, patterns: ['fine', 'not (fine'] }] }, 'team.json');
    expect(() => banks.add(broken, 'draft', 'team.json')).toThrowError(
      'team.json: entry "one", field "patterns.1": a bracket that opens here is not closed (at character 5 of "not (fine")',
    );
  });
});

describe('marks', () => {
  it.each([
    ['[[No]] way', 'No way', { start: 0, end: 2 }],
    ['by [[[day]]] ok', 'by [day] ok', { start: 3, end: 8 }],
    ['nothing', 'nothing', null],
  ])('%s', (flag, text, span) => {
    expect(marks(flag)).toEqual({ text, span });
  });

  it.each(['[[a', 'a]]', '[[a]] [[b]]'])('refuses %s', (flag) => {
    expect(marks(flag)).toBeNull();
  });
});

describe('the scorecard', () => {
  const good = JSON.parse(readFileSync(new URL('scorecard.json', folder), 'utf8'));

  it('is checked, and a fault is named by its field', () => {
    expect(parseScoring(good, 'scorecard.json')).toEqual(good);
    const { tone: _, ...weights } = good.weights;
    const bad = { ...good, weights, cost: { ...good.cost, high: 4 } };
    expect(() => parseScoring(bad, 'scorecard.json')).toThrow(/"weights\.tone".*"cost\.high": is 1 or less/);
  });
});
