/** The reviewer's verdicts on the open run: shown at once, saved at once, undone one by one. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Verdict } from '../../audit/model';
import { emptyVerdict, withComment } from '../../audit/verdict';
import type { OpenRun } from '../types';
import { reviewer } from './reviewer';

export interface Judging {
  /** The reviewer's own, by seq. */
  own: ReadonlySignal<ReadonlyMap<number, Verdict>>;
  /** Replies that the reviewer is through with. */
  done: ReadonlySignal<ReadonlySet<number>>;
  of(seq: number): Verdict;
  /** A comment is not undone by this: its field has an undo of its own. */
  change(seq: number, how: (verdict: Verdict) => Verdict): void;
  comment(seq: number, comment: string): void;
  /** Takes the last change back and gives its reply's seq; null where there is none. */
  undo(): number | null;
  canUndo: ReadonlySignal<boolean>;
  /** What kept the last verdict from being saved, for the reviewer. */
  problem: ReadonlySignal<string | null>;
  retry(): void;
}

export function createJudging({ run, verdicts, judge }: Pick<OpenRun, 'run' | 'verdicts' | 'judge'>): Judging {
  /** On their way to the database. */
  const unsaved = signal<ReadonlyMap<number, Verdict>>(new Map());
  const before = signal<readonly Verdict[]>([]);
  const problem = signal<string | null>(null);
  let saving = Promise.resolve();

  const own = computed(() => {
    const mine = verdicts.value.filter((verdict) => verdict.reviewer === reviewer.value);
    return new Map([...mine.map((verdict) => [verdict.seq, verdict] as const), ...unsaved.value]);
  });
  const done = computed(
    () => new Set([...own.value.values()].filter((verdict) => verdict.done).map((verdict) => verdict.seq)),
  );
  const of = (seq: number) => own.value.get(seq) ?? emptyVerdict(run.value.id, seq, reviewer.value);

  const save = (verdict: Verdict) => {
    unsaved.value = new Map(unsaved.value).set(verdict.seq, verdict);
    saving = saving.then(async () => {
      try {
        await judge([verdict]);
        problem.value = null;
        if (unsaved.value.get(verdict.seq) !== verdict) return;
        const rest = new Map(unsaved.value);
        rest.delete(verdict.seq);
        unsaved.value = rest;
      } catch (error) {
        problem.value = error instanceof Error ? error.message : String(error);
      }
    });
  };

  return {
    own,
    done,
    of,
    change(seq, how) {
      const now = of(seq);
      const next = how(now);
      before.value = [...before.value, now];
      save({ ...next, at: new Date().toISOString() });
    },
    comment: (seq, comment) => save({ ...withComment(of(seq), comment), at: new Date().toISOString() }),
    undo() {
      const last = before.value.at(-1);
      if (!last) return null;
      before.value = before.value.slice(0, -1);
      save({ ...withComment(last, of(last.seq).comment ?? ''), at: new Date().toISOString() });
      return last.seq;
    },
    canUndo: computed(() => before.value.length > 0),
    problem,
    retry() {
      for (const verdict of unsaved.value.values()) save(verdict);
    },
  };
}
