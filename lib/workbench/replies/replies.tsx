import type { Route } from '../route';
import type { OpenRun } from '../types';

export interface ViewProps {
  open: OpenRun;
  route: Extract<Route, { run: string }>;
}

export function Replies(_: ViewProps) {
  return null;
}
