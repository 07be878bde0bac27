import type { ViewProps } from '../page';

export function Scoring(_: ViewProps) {
  return null;
}
