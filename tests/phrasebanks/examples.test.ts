import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { suggest } from '../../lib/engine/suggest';
import { builtInBanks, builtInPrinciples } from '../../lib/phrasebank/built-in';
import { marks } from '../../lib/phrasebank/schema';

const banks = builtInBanks();

/** Examples of a single phrase are no whole reply: what a reply lacks as a whole is tested where it belongs. */
for (const bank of builtInPrinciples()) {
  describe(bank.id, () => {
    for (const entry of bank.entries) {
      const rule = `${bank.id}/${entry.id}`;
      for (const example of entry.examples) {
        const conversation = { customer: example.customer };
        if ('allow' in example) {
          it(`${entry.id} allows: ${example.allow}`, () => {
            const { findings } = coach(example.allow, conversation, banks);
            expect(findings.filter(({ principle }) => principle === bank.id)).toEqual([]);
          });
          continue;
        }
        it(`${entry.id} flags: ${example.flag}`, () => {
          const marked = marks(example.flag);
          expect(marked).not.toBeNull();
          const { text, span } = marked as NonNullable<typeof marked>;
          const review = coach(text, conversation, banks);
          const own = review.findings.filter((finding) => finding.rule === rule);
          expect(own.map((finding) => finding.span && text.slice(finding.span.start, finding.span.end))).toEqual([
            span && text.slice(span.start, span.end),
          ]);
          expect(own[0]?.span).toEqual(span);

          const [first] = suggest(review, own[0]?.id ?? '');
          expect(first, 'a finding has at least one suggestion').toBeDefined();
          const { start, end, text: replacement } = first as NonNullable<typeof first>;
          const applied = text.slice(0, start) + replacement + text.slice(end);
          expect(applied).not.toBe(text);
          const again = coach(applied, conversation, banks).findings.filter((finding) => finding.rule === rule);
          expect(
            again.map(({ rule: still }) => still),
            `still flagged: ${applied}`,
          ).toEqual([]);
          if (example.fixed !== undefined) expect(applied).toBe(example.fixed);
        });
      }
    }
  });
}
