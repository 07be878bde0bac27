import { type Form, faultId, faultOf } from './form';

/** What is wrong with a field, beside it. */
export function Fault({ form, field }: { form: Pick<Form, 'faults'>; field: string }) {
  const text = faultOf(form.faults, field);
  return text ? (
    <p class="fault" id={faultId(field)}>
      {text}
    </p>
  ) : null;
}
