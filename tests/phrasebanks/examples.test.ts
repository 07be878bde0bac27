import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { PHRASE_DETECTORS } from '../../lib/engine/detectors';
import { builtInBanks, builtInPrinciples } from '../../lib/phrasebank/built-in';
import { runExample } from '../../lib/phrasebank/rule-examples';
import { marks } from '../../lib/phrasebank/schema';

const banks = builtInBanks();
const PHRASES = PHRASE_DETECTORS.map(({ principle }): string => principle);

/** Examples of a single phrase are no whole reply: what a reply lacks as a whole is tested where it belongs. */
for (const bank of builtInPrinciples()) {
  describe(bank.id, () => {
    for (const entry of bank.entries) {
      const rule = `${bank.id}/${entry.id}`;
      for (const example of entry.examples) {
        if ('allow' in example) {
          it(`${entry.id} allows: ${example.allow}`, () => {
            expect(runExample(rule, example, banks).ok).toBe(true);
            const { findings } = coach(example.allow, { customer: example.customer }, banks);
            expect(findings.filter(({ principle }) => principle === bank.id)).toEqual([]);
          });
          continue;
        }
        it(`${entry.id} flags: ${example.flag}`, () => {
          expect(marks(example.flag)?.span != null, 'a phrase is marked, a draft is not').toBe(
            PHRASES.includes(bank.id),
          );
          const { problem, found, fixed } = runExample(rule, example, banks);
          expect(problem, `found ${JSON.stringify(found)}, gives: ${fixed}`).toBeNull();
          expect(found).toHaveLength(1);
          expect(fixed, 'a finding has at least one suggestion').not.toBeNull();
          expect(fixed).not.toBe(marks(example.flag)?.text);
        });
      }
    }
  });
}
