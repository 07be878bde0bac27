import type { ViewProps } from '../page';

export function Rules(_: ViewProps) {
  return null;
}
