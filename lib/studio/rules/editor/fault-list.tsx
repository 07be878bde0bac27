/** Why a rule was not saved: each reason leads to its field. */
import { plural } from '../../../ui/text';
import type { FieldFault } from '../../types';
import { focusField } from './form';

export function FaultList({ faults }: { faults: readonly FieldFault[] }) {
  return (
    <div class="fault-list" role="alert" data-empty={faults.length === 0}>
      {faults.length > 0 && (
        <>
          <strong>{plural('rules_faults', faults.length)}</strong>
          <ul>
            {faults.map(({ field, text }) => (
              <li key={field + text}>
                <button type="button" class="link" onClick={() => focusField(field)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
