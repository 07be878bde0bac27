import type { ViewProps } from '../replies/replies';

export function Insights(_: ViewProps) {
  return null;
}
