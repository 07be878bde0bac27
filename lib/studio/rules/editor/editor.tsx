/** A rule that is open: a built-in one to look at, or one of the team's to change. */
import { useState } from 'preact/hooks';
import type { Layer, TeamRule } from '../../../phrasebank/layer';
import type { Saving } from '../../saving';
import type { Rulebook, Studio, Tester } from '../../types';
import { copyOf } from '../change';
import { readDraft } from '../drafts';
import { FIRST_PRINCIPLE, newRule } from '../new-rule';
import type { RuleRow } from '../rows';
import type { RuleActions } from '../rule-actions';
import { BuiltInView } from './built-in-view';
import { RuleEditor } from './rule-editor';

export interface EditorProps {
  studio: Studio;
  tester: Tester;
  rulebook: Rulebook;
  layer: Layer;
  /** null: a new one. */
  row: RuleRow | null;
  /** As it stands in the newest version; null where it does not. */
  saved: TeamRule | null;
  /** As the address has it: its full id, or 'new'. */
  at: string;
  query: string;
  saving: Saving;
  actions: RuleActions;
}

export function Editor(props: EditorProps) {
  const { row, saved, at, rulebook, studio } = props;
  const copy = row?.builtIn ? copyOf(row.builtIn) : null;
  const [changing, setChanging] = useState(() => readDraft(at) !== null);
  const start = saved ?? copy ?? newRule({ phrase: '', instead: '', principle: FIRST_PRINCIPLE }, rulebook, studio);
  if (row && !saved && !(changing && copy))
    return <BuiltInView {...props} row={row} onChange={copy && (() => setChanging(true))} />;
  return <RuleEditor {...props} start={row ? { ...start, severity: row.severity } : start} />;
}
