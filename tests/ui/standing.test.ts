import { describe, expect, it } from 'vitest';
import { asItWillStand } from '../../lib/ui/standing';

const DRAFT = "Hi Priya,\n\nI can't refund it. We'll write soon, v2.1 is out. Bye!\n\nSam";

const edit = (quote: string, text: string) => {
  const start = DRAFT.indexOf(quote);
  return { start, end: start + quote.length, text };
};

describe('asItWillStand', () => {
  it('shows the sentence around the change, and no other', () => {
    expect(asItWillStand(DRAFT, edit('soon', 'by Monday'))).toMatchObject({
      before: "We'll write soon, v2.1 is out.",
      after: "We'll write by Monday, v2.1 is out.",
      clippedStart: false,
      clippedEnd: false,
    });
  });

  it('shows a sentence that is replaced as a whole', () => {
    expect(asItWillStand(DRAFT, edit("I can't refund it.", 'I can send a new one.'))).toMatchObject({
      before: "I can't refund it.",
      after: 'I can send a new one.',
    });
  });

  it('shows only what is put in where a paragraph is put in', () => {
    const start = DRAFT.indexOf('I can');
    const standing = asItWillStand(DRAFT, { start, end: start, text: "I'm sorry it is late.\n\n" });
    expect(standing).toMatchObject({ before: '', after: "I'm sorry it is late." });
  });

  it('shows what is left where a sentence is taken out', () => {
    expect(asItWillStand(DRAFT, edit("I can't refund it. ", ''))).toMatchObject({
      before: "I can't refund it. We'll write soon, v2.1 is out.",
      after: "We'll write soon, v2.1 is out.",
    });
  });

  it('moves gaps into the excerpt', () => {
    const { after, gaps } = asItWillStand(DRAFT, { ...edit('soon', 'by [day]'), gaps: [{ start: 3, end: 8 }] });
    expect(gaps.map((gap) => after.slice(gap.start, gap.end))).toEqual(['[day]']);
  });

  it('clips a long sentence around the change, at words', () => {
    const long = `${'word '.repeat(80)}soon${' word'.repeat(80)}.`;
    const start = long.indexOf('soon');
    const standing = asItWillStand(long, { start, end: start + 4, text: 'today' });
    expect(standing.after).toMatch(/^word .* today .* word$/);
    expect(standing.after.length).toBeLessThan(220);
    expect(standing).toMatchObject({ clippedStart: true, clippedEnd: true });
    expect(standing.before).toBe(standing.after.replace('today', 'soon'));
  });
});
