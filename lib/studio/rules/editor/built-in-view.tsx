/** A built-in rule to look at. It is never changed itself: a copy for the team takes its place. */

import { principleLabel } from '../../../ui/principles';
import { Switch } from '../../../ui/switch';
import { plural, t } from '../../../ui/text';
import { routeHash } from '../../route';
import { SavedBar } from '../../saved-bar';
import { Badges } from '../badges';
import { parseMarks } from '../examples/marked';
import { PatternLine } from '../pattern/pattern-line';
import { rewriteLabel } from '../rewrite-label';
import type { RuleRow } from '../rows';
import { SeveritySelect } from '../severity-select';
import type { EditorProps } from './editor';
import { Title } from './title';

interface Props extends EditorProps {
  row: RuleRow;
  /** null for a rule that is code: there is nothing in it to change. */
  onChange: (() => void) | null;
}

export function BuiltInView({ row, query, studio, saving, actions, rulebook, onChange }: Props) {
  const { rule, principle, severity } = row;
  return (
    <div class="editor">
      <header class="editor-head">
        <a class="link back" href={routeHash({ view: 'rules', query })}>
          ← {t('rules_all_rules')}
        </a>
        <Title text={rule.message} />
        <Badges row={row} />
        <span class="spacer" />
        {onChange && (
          <button type="button" class="button primary" onClick={onChange}>
            {t('rules_change_for_team')}
          </button>
        )}
      </header>
      <SavedBar studio={studio} saving={saving} />
      <div class="built-in card">
        <p class="line">
          <span>
            <strong>{t('rules_built_in')}</strong> <code>{row.id}</code>
            <br />
            <span class="soft">{t(onChange ? 'rules_built_in_text' : 'rules_built_in_code')}</span>
          </span>
          <Switch
            on={row.off === null}
            label={t('rules_rule_on')}
            disabled={row.off === 'principle'}
            onChange={(on) => actions.setOn(row, on)}
          />
        </p>
        <dl>
          <dt>{t('rules_principle')}</dt>
          <dd>
            {principleLabel(principle)} <span class="soft">{rulebook.why[principle]?.short}</span>
          </dd>
          <dt>{t('rules_strength')}</dt>
          <dd>
            <SeveritySelect
              severity={severity}
              label={t('rules_strength')}
              onChange={(next) => actions.setSeverity(row, next)}
            />
          </dd>
          {rule.patterns.length > 0 && (
            <Lines term={plural('rules_patterns', rule.patterns.length)} lines={rule.patterns} />
          )}
          {rule.unless && <Lines term={t('rules_unless')} lines={rule.unless} />}
          {rule.rewrites && (
            <>
              <dt>{t('rules_instead')}</dt>
              <dd>
                <ol class="plain-list">
                  {rule.rewrites.map((rewrite) => (
                    <li key={rewrite}>{rewriteLabel(rewrite)}</li>
                  ))}
                </ol>
              </dd>
            </>
          )}
          {rule.examples.length > 0 && (
            <>
              <dt>{t('rules_examples')}</dt>
              <dd>
                <ul class="plain-list">
                  {rule.examples.map((example) => (
                    <li key={'flag' in example ? example.flag : example.allow}>
                      {'flag' in example ? <Marked text={example.flag} /> : example.allow}
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </dl>
      </div>
    </div>
  );
}

function Lines({ term, lines }: { term: string; lines: readonly string[] }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <ul class="plain-list">
          {lines.map((line) => (
            <li key={line}>
              <PatternLine pattern={line} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

function Marked({ text }: { text: string }) {
  const { before, marked, after } = parseMarks(text);
  return (
    <>
      {before}
      <mark>{marked}</mark>
      {after}
    </>
  );
}
