/** What a manager does to a rule without editing it; each makes a version. */
import type { Severity } from '../../engine/types';
import { t } from '../../ui/text';
import type { Saving } from '../saving';
import { withoutRule, withSeverity, withSwitch } from './change';
import { nameOf } from './name-of';
import type { RuleRow } from './rows';

export interface RuleActions {
  setOn(row: RuleRow, on: boolean): void;
  setSeverity(row: RuleRow, severity: Severity): void;
  /** Deletes a rule of the team's own, or goes back to the built-in one; whether it was kept. */
  remove(row: RuleRow): Promise<boolean>;
}

export function ruleActions(saving: Saving): RuleActions {
  return {
    setOn: ({ id, rule }, on) =>
      void saving.save((layer) => withSwitch(layer, id, on), t(on ? 'rules_did_on' : 'rules_did_off', nameOf(rule))),
    setSeverity: ({ id, rule }, severity) =>
      void saving.save(
        (layer) => withSeverity(layer, id, rule, severity),
        t('rules_did_severity', nameOf(rule), t(`rules_severity_${severity}`)),
      ),
    remove: ({ id, rule, origin }) =>
      saving.save(
        (layer) => withoutRule(layer, id),
        t(origin === 'changed' ? 'rules_did_back' : 'rules_did_delete', nameOf(rule)),
      ),
  };
}
