import { Cross } from './icons';

/** Takes one thing of a list away; `label` says which. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove(): void }) {
  return (
    <button type="button" class="button icon quiet" aria-label={label} title={label} onClick={onRemove}>
      <Cross />
    </button>
  );
}
