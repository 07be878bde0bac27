import type { ViewProps } from '../replies/replies';

export function Reports(_: ViewProps) {
  return null;
}
