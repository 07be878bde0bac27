import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { COACHED, isCoached } from '../../lib/pack/languages';
import { withLayer } from '../../lib/phrasebank/apply-layer';
import { builtInBanks } from '../../lib/phrasebank/built-in';
import { EMPTY_LAYER } from '../../lib/phrasebank/layer';

const folder = new URL('../../phrasebanks/', import.meta.url);
const built = builtInBanks();

describe('the languages that are read', () => {
  it('are those that have a folder of banks, and each bank says that it is in it', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? [one.name] : [],
    );
    expect([...COACHED].sort()).toEqual(folders.sort());
    for (const language of folders)
      for (const name of readdirSync(new URL(`${language}/`, folder))) {
        const bank = JSON.parse(readFileSync(new URL(`${language}/${name}`, folder), 'utf8'));
        expect(bank.language ?? language, `${language}/${name}`).toBe(language);
      }
    expect(COACHED).toContain(built.language);
  });

  it.each([
    ['en', true],
    ['en-GB', true],
    ['EN', true],
    ['de', false],
    ['und', false],
    ['', false],
  ])('%s: %s', (language, coached) => {
    expect(isCoached(language)).toBe(coached);
  });
});

describe('a draft in a language that is not known', () => {
  const draft =
    'Sehr geehrte Frau Lang, leider ist Ihr Paket noch nicht da. Das ist unsere Richtlinie und nicht zu ändern.';

  it('is said to be in none, and is left in peace, by the team’s rules and words too', async () => {
    const layer = {
      ...EMPTY_LAYER,
      words: { avoid: [{ say: 'leider', instead: '' }], fine: [] },
      strengths: [{ say: 'Sehr geehrte Frau Lang', strength: 'warm-greeting' as const }],
      snippets: [{ kind: 'next-step' as const, text: 'Bis [day] melde ich mich.' }],
    };
    const laid = await withLayer(built, layer, {
      own: { avoid: [], fine: [] },
      texts: { message: () => 'm', title: '' },
    });
    const review = coach(draft, { customer: 'Wo ist mein Paket? Ich warte seit drei Wochen!' }, laid);
    expect(review).toMatchObject({ language: 'und', findings: [], strengths: [], commitments: [] });
    expect(coach('Hi Ann, leider we are late.', {}, laid).findings.map(({ rule }) => rule)).toContain(
      'jargon/team-leider',
    );
  });
});
