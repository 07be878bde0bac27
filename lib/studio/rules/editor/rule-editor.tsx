/** The editor: the rule's fields, and beside them what it would do. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ruleId, type TeamRule } from '../../../phrasebank/layer';
import { t } from '../../../ui/text';
import { go, routeHash } from '../../route';
import { SavedBar } from '../../saved-bar';
import type { FieldFault } from '../../types';
import { withRule } from '../change';
import { checkRule, tidied } from '../check-rule';
import { nameOf } from '../name-of';
import { named } from '../new-rule';
import { Proof } from '../proof/proof';
import { Difference } from './difference';
import type { EditorProps } from './editor';
import { EditorHead } from './editor-head';
import { FaultList } from './fault-list';
import { focusField } from './form';
import { LeaveQuestion } from './leave-question';
import { RuleForm } from './rule-form';
import { createWork } from './work';

export function RuleEditor(props: EditorProps & { start: TeamRule }) {
  const { studio, tester, rulebook, layer, row, saved, at, query, saving, actions, start } = props;
  const newest = () => studio.versions.value[0]?.number ?? 0;
  const work = useMemo(() => createWork(at, start, newest()), [at]);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const rule = work.rule.value;

  useEffect(() => {
    if (at === 'new') focusField('patterns.0');
  }, []);

  // What another view or an undo made of the rule meanwhile, unless it is being changed here.
  useEffect(() => {
    if (!work.dirty.value) work.settle(start, newest());
  }, [saved, row?.severity]);

  const save = async (): Promise<boolean> => {
    // What is typed in a field that tells of it when it is left.
    (document.activeElement as HTMLElement | null)?.blur();
    const next = named(tidied(work.rule.value), rulebook, layer);
    setBusy(true);
    const found = await checkRule(next, saved, layer, tester).catch((error: Error) => [
      { field: '', text: error.message },
    ]);
    setFaults(found);
    const [first] = found;
    if (first) {
      work.set(tidied(work.rule.value));
      setBusy(false);
      requestAnimationFrame(() => focusField(first.field));
      return false;
    }
    const done = t(saved ? 'rules_did_change' : 'rules_did_add', nameOf(next));
    const kept = await saving.save((now) => withRule(now, next, row?.id ?? null), done, {
      note: note.trim(),
      since: work.since() || undefined,
    });
    setBusy(false);
    if (!kept) return false;
    work.settle(next, newest());
    setNote('');
    if (ruleId(next) !== at) go({ view: 'rules', at: ruleId(next), query }, 'replace');
    return true;
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void save();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });

  const form = { rule, faults, set: work.set };
  return (
    <div class="editor">
      <EditorHead
        row={row}
        rule={rule}
        query={query}
        dirty={work.dirty.value}
        busy={busy}
        onSave={save}
        onDiscard={() => {
          work.settle(work.settled.value, newest());
          setFaults([]);
        }}
        onRemove={
          row &&
          (async () => {
            work.settle(work.settled.value, newest());
            if (await actions.remove(row)) go({ view: 'rules', query });
          })
        }
      />
      <SavedBar studio={studio} saving={saving} />
      <FaultList faults={faults} />
      {work.found && work.dirty.value && <p class="soft found">{t('rules_found')}</p>}
      {row?.builtIn && saved && (
        <Difference
          team={rule}
          builtIn={row.builtIn}
          updated={row.updated}
          onKeep={() => {
            work.set({ over: row.builtIn?.fingerprint });
            void save();
          }}
        />
      )}
      <div class="editor-columns">
        <RuleForm
          form={form}
          rulebook={rulebook}
          tester={tester}
          replaces={row?.builtIn !== null && row !== null}
          note={note}
          onNote={setNote}
          studio={studio}
        />
        <Proof rule={named(tidied(rule), rulebook, layer)} saved={saved} layer={layer} tester={tester} />
      </div>
      {work.dirty.value && (
        <LeaveQuestion
          here={routeHash({ view: 'rules', at })}
          onSave={save}
          onDiscard={() => work.settle(work.settled.value, newest())}
        />
      )}
    </div>
  );
}
