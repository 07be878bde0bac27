import { expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { withLayer } from '../../lib/phrasebank/apply-layer';
import { builtInBanks, builtInPrinciples } from '../../lib/phrasebank/built-in';
import { EMPTY_LAYER, type TeamRule } from '../../lib/phrasebank/layer';
import { staleIn } from '../../lib/phrasebank/stale';

const laying = { own: { avoid: [], fine: [] }, texts: { title: '', message: () => '' } };

it('lets a team change any built-in rule, also one that names a word class of its own bank', async () => {
  const rules = builtInPrinciples().flatMap(({ id, entries }) =>
    entries.map((entry): TeamRule => ({ ...entry, principle: id as TeamRule['principle'], message: 'Ours.' })),
  );
  const layer = { ...EMPTY_LAYER, rules };
  expect(staleIn(layer, builtInBanks())).toEqual([]);
  const banks = await withLayer(builtInBanks(), layer, laying);
  for (const rule of rules) expect(banks.rule(`${rule.principle}/${rule.id}`).entry.message).toBe('Ours.');
  const { findings } = coach("You didn't include the serial number.", {}, banks);
  expect(findings.find(({ rule }) => rule === 'blame/you-did-not')?.message).toBe('Ours.');
});
