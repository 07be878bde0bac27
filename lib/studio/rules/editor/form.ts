/** What every field of the editor is given: the rule in work, a way to change it, and what is wrong with it. */
import type { TeamRule } from '../../../phrasebank/layer';
import type { FieldFault } from '../../types';

export interface Form {
  rule: TeamRule;
  set(change: Partial<TeamRule>): void;
  faults: readonly FieldFault[];
}

const idOf = (field: string): string => `rule-${field.replaceAll('.', '-')}`;

/** What is wrong with a field or a part of it; '' where nothing is. */
export function faultOf(faults: readonly FieldFault[], field: string): string {
  return faults.find((fault) => fault.field === field || fault.field.startsWith(`${field}.`))?.text ?? '';
}

/** Of the control of a field, so that it is found, and said what is wrong with it. */
export function controlOf({ faults }: Pick<Form, 'faults'>, field: string, hint?: string) {
  const wrong = faultOf(faults, field) !== '';
  return {
    id: idOf(field),
    'aria-invalid': wrong,
    'aria-describedby': [wrong && faultId(field), hint].filter(Boolean).join(' ') || undefined,
  };
}

export const faultId = (field: string): string => `${idOf(field)}-fault`;

/** Focuses the control of a field, or of the field that it is a part of; opens what it is folded into. */
export function focusField(field: string): void {
  const control = document.getElementById(idOf(field));
  const whole = field.replace(/\.?[^.]*$/, '');
  if (!control) {
    if (whole) focusField(whole);
    return;
  }
  const fold = control.closest('details');
  if (fold) fold.open = true;
  control.focus();
  control.scrollIntoView({ block: 'center' });
}
