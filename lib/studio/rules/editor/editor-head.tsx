/** Above the editor: which rule it is, the way back, and what is done with it as a whole. */
import type { TeamRule } from '../../../phrasebank/layer';
import { t } from '../../../ui/text';
import { routeHash } from '../../route';
import { Badges } from '../badges';
import { nameOf } from '../name-of';
import type { RuleRow } from '../rows';
import { Title } from './title';

interface Props {
  row: RuleRow | null;
  rule: TeamRule;
  query: string;
  dirty: boolean;
  busy: boolean;
  onSave(): void;
  onDiscard(): void;
  /** null where it was never saved. */
  onRemove: (() => void) | null;
}

const MAC = /mac/i.test(navigator.platform);

export function EditorHead({ row, rule, query, dirty, busy, onSave, onDiscard, onRemove }: Props) {
  const yours = row !== null && row.origin !== 'built-in';
  return (
    <header class="editor-head">
      <a class="link back" href={routeHash({ view: 'rules', query })}>
        ← {t('rules_all_rules')}
      </a>
      <Title text={row || rule.patterns.length > 0 ? nameOf(rule) : t('rules_new')} />
      {row && <Badges row={row} />}
      <span class="spacer" />
      {dirty && (
        <button type="button" class="button quiet" onClick={onDiscard}>
          {t('rules_discard')}
        </button>
      )}
      {yours && onRemove && (
        <button type="button" class="button" onClick={onRemove}>
          {t(row.origin === 'changed' ? 'rules_back_to_built_in' : 'rules_delete')}
        </button>
      )}
      <button
        type="button"
        class="button primary"
        disabled={busy || !dirty}
        aria-keyshortcuts="Control+S Meta+S"
        onClick={onSave}
      >
        {t('rules_save')} <kbd>{MAC ? '⌘' : 'Ctrl'} S</kbd>
      </button>
    </header>
  );
}
