/** The rules: their list, one that is open, or a new one. */
import { useMemo } from 'preact/hooks';
import { t } from '../../ui/text';
import type { ViewProps } from '../page';
import { routeHash } from '../route';
import { createSaving } from '../saving';
import { useRulebook } from '../use-rulebook';
import { findRule } from './change';
import { Editor } from './editor/editor';
import { rowsOf } from './rows';
import { ruleActions } from './rule-actions';
import { RulesHome } from './rules-home';

export function Rules({ studio, tester, route }: ViewProps) {
  const { rulebook, problem } = useRulebook(tester);
  const saving = useMemo(() => createSaving(studio, t('rules_did_undo')), [studio]);
  const actions = useMemo(() => ruleActions(saving), [saving]);
  const layer = studio.layer.value;
  const rows = useMemo(() => (rulebook && layer ? rowsOf(rulebook.rules, layer) : []), [rulebook, layer]);

  if (problem) {
    return (
      <p class="problem" role="alert">
        {t('rules_no_engine', problem)}
      </p>
    );
  }
  if (!rulebook || !layer) return <p class="soft wait">{t('rules_wait')}</p>;
  const { at, query } = route;
  if (at === undefined) return <RulesHome {...{ studio, tester, rulebook, rows, query, saving, actions }} />;
  const row = rows.find(({ id }) => id === at) ?? null;
  if (!row && at !== 'new') {
    return (
      <div class="nothing">
        <h2>{t('rules_gone')}</h2>
        <p class="soft">{t('rules_gone_text', at)}</p>
        <a class="button primary" href={routeHash({ view: 'rules', query })}>
          {t('rules_all_rules')}
        </a>
      </div>
    );
  }
  const saved = findRule(layer, at);
  return <Editor key={at} {...{ studio, tester, rulebook, layer, row, saved, at, query, saving, actions }} />;
}
