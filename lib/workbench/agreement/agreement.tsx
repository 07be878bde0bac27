import type { ViewProps } from '../replies/replies';

export function Agreement(_: ViewProps) {
  return null;
}
