/** A share with its interval, as a line on a scale from 0 to 1; with a threshold as a notch. */
interface Props {
  value: number;
  low: number;
  high: number;
  threshold?: number;
}

export function Interval({ value, low, high, threshold }: Props) {
  return (
    <span
      class="interval"
      aria-hidden="true"
      data-threshold={threshold !== undefined}
      style={{ '--low': low, '--high': high, '--value': value, '--threshold': threshold }}
    >
      <i />
      <b />
    </span>
  );
}
