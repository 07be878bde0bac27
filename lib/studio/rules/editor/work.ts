/** The rule in work: every change is kept at once, so that nothing is lost. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { TeamRule } from '../../../phrasebank/layer';
import { dropDraft, keepDraft, readDraft } from '../drafts';

export interface Work {
  rule: ReadonlySignal<TeamRule>;
  dirty: ReadonlySignal<boolean>;
  /** The version that it was begun over; 0 for none. */
  since(): number;
  /** It was begun before and not saved. */
  found: boolean;
  set(change: Partial<TeamRule>): void;
  /** It stands so in the newest version, or as at the beginning: nothing is kept beside it. */
  settle(rule: TeamRule, version: number): void;
  settled: ReadonlySignal<TeamRule>;
}

/** `at`: where its draft is kept. `start`: as it is saved, or as a new one begins; `version`: the newest. */
export function createWork(at: string, start: TeamRule, version: number, storage: Storage = localStorage): Work {
  const draft = readDraft(at, storage);
  const settled = signal(start);
  const rule = signal(draft?.rule ?? start);
  let since = draft?.since ?? version;
  const dirty = computed(() => JSON.stringify(rule.value) !== JSON.stringify(settled.value));
  return {
    rule,
    dirty,
    settled,
    since: () => since,
    found: dirty.value,
    set(change) {
      rule.value = { ...rule.value, ...change };
      if (dirty.value) keepDraft(at, { rule: rule.value, since }, storage);
      else dropDraft(at, storage);
    },
    settle(next, version) {
      since = version;
      settled.value = next;
      rule.value = next;
      dropDraft(at, storage);
    },
  };
}
