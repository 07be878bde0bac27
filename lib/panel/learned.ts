/** What the coach has just learned of a rule, as two states of the settings tell it. Pure. */
import type { PrincipleId } from '../engine/types';
import type { Snapshot } from '../messages';
import { BACK_AFTER, isQuiet, QUIET_AFTER } from '../store/quiet';
import type { Settings } from '../store/settings';
import { principleLabel } from '../ui/principles';
import { t } from '../ui/text';
import { quote } from './excerpt';

export interface Learned {
  rule: string;
  /** It became a hint; else it came back by being used. */
  quiet: boolean;
  /** What it is about: the phrase that was left, or the principle where none is on show. */
  label: string;
}

type Habits = Pick<Settings, 'leftCount' | 'takenCount'>;

/** null: nothing, or what a person or a file set. */
export function learnedFrom(before: Habits, now: Habits, snapshot: Snapshot | null | undefined): Learned | null {
  const rule = Object.keys({ ...before.leftCount, ...now.leftCount }).find(
    (id) => isQuiet(before, id) !== isQuiet(now, id),
  );
  if (!rule) return null;
  const principle = principleLabel(rule.split('/')[0] as PrincipleId);
  if (!isQuiet(now, rule)) {
    return before.takenCount[rule] === BACK_AFTER - 1 ? { rule, quiet: false, label: principle } : null;
  }
  if (now.leftCount[rule] !== QUIET_AFTER) return null;
  const span = snapshot?.review?.findings.find((finding) => finding.rule === rule)?.span;
  const words = span && t('panel_quote', quote(snapshot.draft, span, 40));
  return { rule, quiet: true, label: words ?? principle };
}
