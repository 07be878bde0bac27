import type { ViewProps } from '../page';

export function Rollout(_: ViewProps) {
  return null;
}
