import type { ViewProps } from '../page';

export function Versions(_: ViewProps) {
  return null;
}
