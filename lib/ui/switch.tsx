/** On or off, at once. */
interface Props {
  on: boolean;
  label: string;
  onChange(on: boolean): void;
  disabled?: boolean;
}

export function Switch({ on, label, onChange, disabled }: Props) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => onChange(!on)}
    />
  );
}
