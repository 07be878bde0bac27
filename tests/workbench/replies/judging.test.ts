import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Run, Verdict } from '../../../lib/audit/model';
import { withDone, withMissed, withOpinion } from '../../../lib/audit/verdict';

const store = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => store.get(key) ?? null,
  setItem: (key: string, value: string) => store.set(key, value),
});
const { createJudging } = await import('../../../lib/workbench/replies/judging');
const { nameReviewer } = await import('../../../lib/workbench/replies/reviewer');

/** As the open run: what is judged takes the place of that reviewer's verdict on that reply. */
function openRun() {
  const verdicts = signal<readonly Verdict[]>([]);
  const judge = vi.fn(async (given: readonly Verdict[]) => {
    const others = verdicts.value.filter(
      (old) => !given.some(({ seq, reviewer }) => seq === old.seq && reviewer === old.reviewer),
    );
    verdicts.value = [...others, ...given];
  });
  return { run: signal({ id: 'run' } as Run), verdicts, judge };
}

describe('judging', () => {
  beforeEach(() => nameReviewer('Rosa'));

  it('shows a verdict at once and saves it', async () => {
    const open = openRun();
    const judging = createJudging(open);
    judging.change(3, (now) => withOpinion(now, 'blame/x@0-4', 'agree'));
    judging.change(3, (now) => withDone(now, true));
    expect(judging.of(3)).toMatchObject({ seq: 3, reviewer: 'Rosa', done: true, findings: { 'blame/x@0-4': 'agree' } });
    expect([...judging.done.value]).toEqual([3]);
    await vi.waitFor(() => expect(open.judge).toHaveBeenCalledTimes(2));
    expect(open.verdicts.value).toHaveLength(1);
    expect(open.verdicts.value[0]).toEqual(judging.of(3));
    expect(Number.isNaN(Date.parse(open.verdicts.value[0]?.at ?? ''))).toBe(false);
  });

  it('knows each reviewer’s own', async () => {
    const open = openRun();
    const judging = createJudging(open);
    judging.change(1, (now) => withDone(now, true));
    await vi.waitFor(() => expect(open.verdicts.value).toHaveLength(1));
    nameReviewer('Ines');
    expect(judging.of(1).done).toBe(false);
    judging.change(1, (now) => withOpinion(now, 'k', 'disagree'));
    await vi.waitFor(() => expect(open.verdicts.value).toHaveLength(2));
    nameReviewer('Rosa');
    expect(judging.of(1)).toMatchObject({ done: true, findings: {} });
  });

  it('undoes one by one, and leaves a comment as it was typed', async () => {
    const open = openRun();
    const judging = createJudging(open);
    judging.change(1, (now) => withOpinion(now, 'k', 'agree'));
    judging.change(2, (now) => withMissed(now, { principle: 'blame', start: 0, end: 4, quote: 'You ' }));
    judging.comment(2, 'Kind all the same.');
    expect(judging.undo()).toBe(2);
    expect(judging.of(2)).toMatchObject({ missed: [], comment: 'Kind all the same.' });
    expect(judging.undo()).toBe(1);
    expect(judging.of(1).findings).toEqual({});
    expect(judging.undo()).toBeNull();
    expect(judging.canUndo.value).toBe(false);
    await vi.waitFor(() => expect(open.judge).toHaveBeenCalledTimes(5));
    expect(open.verdicts.value.find(({ seq }) => seq === 1)?.findings).toEqual({});
  });

  it('says what kept a verdict from being saved, keeps showing it, and tries again', async () => {
    const open = openRun();
    open.judge.mockRejectedValueOnce(new Error('The disk is full. Delete an audit.'));
    const judging = createJudging(open);
    judging.change(1, (now) => withDone(now, true));
    await vi.waitFor(() => expect(judging.problem.value).toBe('The disk is full. Delete an audit.'));
    expect(judging.done.value.has(1)).toBe(true);
    expect(open.verdicts.value).toEqual([]);
    judging.retry();
    await vi.waitFor(() => expect(judging.problem.value).toBeNull());
    expect(open.verdicts.value).toHaveLength(1);
  });
});
