import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding, Review } from '../../lib/engine/types';
import { Draft } from '../../lib/page/draft';

const TEXT = 'You must wait. We will write soon. Bye.';

function finding(id: string, phrase: string | null, severity: Finding['severity'] = 'high'): Finding {
  const start = phrase ? TEXT.indexOf(phrase) : 0;
  const span = phrase ? { start, end: start + phrase.length } : null;
  return { id, principle: 'directive', rule: `rule/${id}`, span, severity, message: '', why: [] };
}

const review = (findings: Finding[]) => ({ findings, strengths: [], gaps: [], commitments: [] }) as unknown as Review;

let draft: Draft;
beforeEach(() => {
  draft = new Draft();
  draft.textBecomes(TEXT);
  draft.reviewed(
    review([
      finding('soon', 'soon'),
      finding('must', 'You must'),
      finding('bye', 'Bye', 'low'),
      finding('whole', null),
    ]),
    TEXT,
  );
});

const ids = (findings: (Finding | null)[]) => findings.map((each) => each?.id);

describe('what is shown', () => {
  it('underlines what has a place and is more than a hint, up to the limit, and always the open one', () => {
    expect(ids(draft.underlined(5))).toEqual(['soon', 'must']);
    expect(ids(draft.underlined(1))).toEqual(['soon']);
    draft.open('bye');
    expect(ids(draft.underlined(1))).toEqual(['soon', 'bye']);
  });

  it('hides what was left, until the box is emptied', () => {
    draft.leave('soon');
    expect(ids(draft.visible)).toEqual(['must', 'bye', 'whole']);
    draft.reviewed(review([finding('soon', 'soon')]), TEXT);
    expect(draft.visible).toEqual([]);
    draft.textBecomes('');
    draft.textBecomes(TEXT);
    draft.reviewed(review([finding('soon', 'soon')]), TEXT);
    expect(ids(draft.visible)).toEqual(['soon']);
  });

  it('fits a review of an older text to the newest', () => {
    draft.textBecomes(`Hello! ${TEXT}`);
    draft.reviewed(review([finding('must', 'You must')]), TEXT);
    const span = draft.visible[0]?.span;
    expect(span && draft.text.slice(span.start, span.end)).toBe('You must');
    draft.textBecomes('Hello! You mustn’t wait.');
    draft.reviewed(review([finding('must', 'You must')]), TEXT);
    expect(draft.visible).toEqual([]);
  });
});

describe('going through findings', () => {
  it('goes in the order of the text, the draft as a whole last, and around; hints are passed over', () => {
    const seen: (string | undefined)[] = [];
    for (let step = 0; step < 4; step++) {
      const next = draft.neighbour(1, 0);
      seen.push(next?.id);
      draft.open(next?.id ?? null);
    }
    expect(seen).toEqual(['must', 'soon', 'whole', 'must']);
    expect(draft.neighbour(-1, 0)?.id).toBe('whole');
  });

  it('begins at the caret', () => {
    expect(draft.neighbour(1, 20)?.id).toBe('soon');
    expect(draft.neighbour(-1, 20)?.id).toBe('must');
    expect(draft.neighbour(1, TEXT.length)?.id).toBe('whole');
  });

  it('has nothing where there is nothing', () => {
    draft.reviewed(review([]), TEXT);
    expect(draft.neighbour(1, 0)).toBeNull();
    expect(draft.neighbour(-1, 0)).toBeNull();
  });
});

describe('suggestions', () => {
  const edit = { start: 29, end: 33, text: 'by Monday' };
  it('are asked for once for each finding, the open one first', () => {
    draft.open('must');
    expect(draft.wanted[0]).toBe('must');
    draft.suggested({ soon: [edit] }, TEXT);
    expect(draft.wanted).not.toContain('soon');
  });

  it('move with the text and remember what they replace', () => {
    draft.textBecomes(`Oh. ${TEXT}`);
    draft.suggested({ soon: [edit] }, TEXT);
    expect(draft.suggestionsFor('soon')).toEqual([{ edit: { ...edit, start: 33, end: 37 }, expected: 'soon' }]);
  });

  it('that the typing touched are made again, and are not taken for none', () => {
    draft.suggested({ soon: [edit], bye: [] }, TEXT);
    draft.textBecomes(TEXT.replace('soon', 'so on'));
    draft.textBecomes(TEXT);
    expect(draft.suggestionsFor('soon')).toBeUndefined();
    draft.reviewed(review([finding('soon', 'soon'), finding('bye', 'Bye', 'low')]), TEXT);
    expect(draft.wanted).toContain('soon');
    expect(draft.suggestionsFor('bye')).toEqual([]);
  });

  it('turn in a circle', () => {
    draft.suggested({ soon: [edit, { ...edit, text: 'today' }] }, TEXT);
    draft.open('soon');
    draft.another();
    expect(draft.variant).toBe(1);
    draft.another();
    expect(draft.variant).toBe(0);
  });

  it('are made anew once one was taken: they may say what the draft says now', () => {
    draft.suggested({ soon: [edit], whole: [{ start: 0, end: 0, text: 'We are sorry. ' }] }, TEXT);
    const after = TEXT.replace('soon', 'today');
    draft.textBecomes(after);
    expect(draft.suggestionsFor('whole')).toHaveLength(1);
    draft.used({ before: TEXT, after, steps: [], caret: null });
    expect(draft.suggestionsFor('whole')).toBeUndefined();
    expect(draft.wanted).toContain('whole');
  });
});

describe('undo', () => {
  it('is there as long as nothing else was written', () => {
    const after = TEXT.replace('soon', 'today');
    draft.used({ before: TEXT, after, steps: [], caret: { start: 3, end: 3 } });
    expect(draft.undoable).toBeNull();
    draft.textBecomes(after);
    expect(draft.undoable?.caret).toEqual({ start: 3, end: 3 });
    draft.textBecomes(`${after} More`);
    expect(draft.undoable).toBeNull();
    draft.textBecomes(TEXT);
    expect(draft.takenBack?.before).toBe(TEXT);
    draft.textBecomes(after);
    expect(draft.takenBack).toBeNull();
    expect(draft.undoable?.before).toBe(TEXT);
  });
});

describe('gaps', () => {
  it('gives the next behind the selection, and the first after the last', () => {
    const gaps = [
      { start: 20, end: 25, name: 'b' },
      { start: 4, end: 9, name: 'a' },
    ];
    draft.reviewed({ ...review([]), gaps }, TEXT);
    expect(draft.nextGap(null)?.name).toBe('a');
    expect(draft.nextGap({ start: 4, end: 9 })?.name).toBe('b');
    expect(draft.nextGap({ start: 20, end: 25 })?.name).toBe('a');
  });
});
