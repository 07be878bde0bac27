import type { ViewProps } from '../page';

export function Words(_: ViewProps) {
  return null;
}
