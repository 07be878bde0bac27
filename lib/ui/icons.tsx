/** Drawn here, since nothing may be fetched; each takes the colour of its text. */
interface Props {
  size?: number;
}

export function Shield({ size = 13 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 13"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      aria-hidden="true"
    >
      <path d="M6 1l4.500 1.600v3.200C10.500 8.800 8.600 11 6 12 3.400 11 1.500 8.800 1.500 5.800V2.600z" />
    </svg>
  );
}

export function Dots({ size = 14 }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" fill="currentColor" aria-hidden="true">
      <circle cx="2.500" cy="7" r="1.300" />
      <circle cx="7" cy="7" r="1.300" />
      <circle cx="11.500" cy="7" r="1.300" />
    </svg>
  );
}

export function Check({ size = 11 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      <path d="M2 6.500l2.700 2.700L10 3.500" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

export function Cross({ size = 12 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      stroke-width="1.600"
      aria-hidden="true"
    >
      <path d="M2.500 2.500l7 7M9.500 2.500l-7 7" stroke-linecap="round" />
    </svg>
  );
}

export function Moon({ size = 22 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.500"
      aria-hidden="true"
    >
      <path d="M19.500 14.200A8 8 0 0 1 9.800 4.500a8 8 0 1 0 9.700 9.700z" stroke-linejoin="round" />
    </svg>
  );
}

export function Bubble({ size = 22 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.500"
      aria-hidden="true"
    >
      <path
        d="M7 4h10a3.500 3.500 0 0 1 3.500 3.500v6A3.500 3.500 0 0 1 17 17h-5l-4.500 3.500V17H7a3.500 3.500 0 0 1-3.500-3.500v-6A3.500 3.500 0 0 1 7 4z"
        stroke-linejoin="round"
      />
      <path d="M8 9h8M8 12.500h4.500" stroke-linecap="round" />
    </svg>
  );
}

/** Something to look at: no error. */
export function Attention({ size = 13 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M7 1.800L12.800 12H1.200zM7 5.600v3.000M7 10.300v.1" />
    </svg>
  );
}
